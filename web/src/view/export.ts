// Taking the differences away, in the formats that the core knows.
import { html, nothing, render } from 'lit-html'
import type { State } from '../state/store'
import { words } from '../state/words'

export interface ExportDeeds {
  /** The comparison in a format. */
  write(format: string): Promise<string>
  save(text: string, ending: string, type: string): void
  copy(text: string): Promise<void>
  close(): void
}

/** A file's ending and type, where they are not the format's own name. */
const endings: Readonly<Record<string, string>> = { text: 'txt' }
const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  html: 'text/html',
  csv: 'text/csv',
}
/** So much of the beginning is shown. */
const previewed = 1200

export function createExport(dialog: HTMLDialogElement, deeds: ExportDeeds) {
  let format = ''
  let written: { format: string; of: unknown; text: string; error: string } | null = null
  let state: State | null = null

  /** Writes the chosen format, unless that is what is there. */
  async function write(now: State): Promise<void> {
    const of = now.compared
    if (written?.format === format && written.of === of) return
    written = { format, of, text: '', error: '' }
    const mine = written
    try {
      mine.text = await deeds.write(format)
    } catch (error) {
      mine.error = words.exportFailed(error instanceof Error ? error.message : String(error))
    }
    if (written === mine && state) draw(state)
  }

  const isDone = () => written?.format === format && written.error === '' && written.text !== ''

  function draw(now: State): void {
    state = now
    const formats = now.catalog?.comparison_formats ?? []
    if (now.exportShown) {
      if (!formats.some((f) => f.name === format)) format = formats[0]?.name ?? ''
      void write(now)
    }
    render(
      html`<h2 id="export-title">${words.exportTitle}</h2>
        <fieldset>
          <legend class="spoken">${words.exportFormats}</legend>
          ${formats.map(
            ({ name, title }) =>
              html`<label
                ><input
                  type="radio"
                  name="format"
                  .checked=${name === format}
                  @change=${() => {
                    format = name
                    draw(now)
                  }}
                />
                ${title}</label
              >`,
          )}
        </fieldset>
        <h3 id="preview-title">${words.exportPreview}</h3>
        <pre tabindex="0" role="region" aria-labelledby="preview-title">${
          written?.error
            ? written.error
            : (written?.text.slice(0, previewed).toWellFormed() ?? nothing)
        }</pre>
        <p class="tools">
          <button
            ?disabled=${!isDone()}
            @click=${() => deeds.save(written?.text ?? '', endings[format] ?? format, types[format] ?? 'text/plain')}
          >
            ${words.save}
          </button>
          <button ?disabled=${!isDone()} @click=${() => deeds.copy(written?.text ?? '')}>
            ${words.copyIt}
          </button>
          <button @click=${deeds.close}>${words.close}</button>
        </p>`,
      dialog,
    )
    if (now.exportShown && !dialog.open) dialog.showModal()
    else if (!now.exportShown && dialog.open) dialog.close()
  }
  return draw
}
