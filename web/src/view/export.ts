// Taking the article or its differences away, in the formats that the core knows: one dialog, with the
// beginning of the file as it will be, the unit of its offsets, and what it cannot hold. Loaded when the
// page can be used already.
import { html, nothing, render, type TemplateResult } from 'lit-html'
import type { Row } from '../core/protocol'
import { analysis } from '../state/analysis'
import { decisions } from '../state/decisions'
import { lexicon } from '../state/lexicon'
import { isReports } from '../state/reports'
import type { State } from '../state/store'
import { words } from '../state/words'
import { writeZip } from '../state/zip'
import { showDialog } from './dialog'

export interface ExportDeeds {
  exportDocument(format: string): Promise<Uint8Array>
  exportComparison(format: string): Promise<string>
  saveAs(content: BlobPart, ending: string, type: string): void
  copy(text: string): Promise<void>
  print(): void
  close(): void
}

/** A format of either list, and how its file is called. */
interface Choice {
  readonly key: string
  readonly name: string
  readonly of: 'article' | 'differences'
  readonly title: string
  readonly extension: string
  readonly type: string
  readonly offsets: string
  readonly leavesOut: string
}

interface Written {
  readonly choice: Choice
  readonly key: readonly unknown[]
  bytes: Uint8Array | null
  /** What is shown of it. */
  preview: string
  error: string
}

/** So much of the beginning is shown. */
const previewed = 1600
/** A comparison's file, where its ending and type are not the format's own name. */
const endings: Readonly<{ [name: string]: string }> = { text: 'txt' }
const types: Readonly<{ [name: string]: string }> = {
  json: 'application/json',
  html: 'text/html',
  csv: 'text/csv',
}
const isText = ({ type }: Choice) => /^text\/|json/.test(type)
/** Standoff annotation is of no use without the text that it stands off from. */
const isStandoff = ({ extension }: Choice) => extension === 'ann'

function choicesOf(state: State): Choice[] {
  const { catalog, compared } = state
  const article = (catalog?.document_formats ?? []).map((row) => ({
    key: row.name,
    name: row.name,
    of: 'article' as const,
    title: row.title,
    extension: row.extension,
    type: row.media_type,
    offsets: row.offsets,
    leavesOut: row.leaves_out,
  }))
  const differs = (compared?.comparison.hunks.length ?? 0) > 0
  const formats = isReports(state) ? catalog?.report_formats : catalog?.comparison_formats
  const differences = (differs ? (formats ?? []) : []).map((row: Row) => ({
    key: `differences ${row.name}`,
    name: row.name,
    of: 'differences' as const,
    title: row.title,
    extension: endings[row.name] ?? row.name,
    type: types[row.name] ?? 'text/plain',
    offsets: row.name === 'json' || row.name === 'csv' ? 'utf16' : 'none',
    leavesOut: '',
  }))
  return [...article, ...differences]
}

export function createExport(dialog: HTMLDialogElement, deeds: ExportDeeds) {
  let chosen = ''
  let written: Written | null = null
  let state: State | null = null
  let opened: State['exportShown'] = null

  const keyOf = (now: State, choice: Choice) => {
    const { article, compared, restoration, restoring } = now
    return choice.of === 'differences'
      ? [choice.key, compared, isReports(now)]
      : [
          ...[choice.key, article.doc, article.field(decisions), article.field(lexicon)],
          ...[restoration, restoring],
        ]
  }

  /** The file of a choice, with what of it is shown. */
  async function make(choice: Choice): Promise<Pick<Written, 'bytes' | 'preview'>> {
    if (choice.of === 'differences') {
      const text = await deeds.exportComparison(choice.name)
      return { bytes: new TextEncoder().encode(text), preview: text.slice(0, previewed) }
    }
    const bytes = await deeds.exportDocument(choice.name)
    const shown = isText(choice) ? bytes : await deeds.exportDocument('text')
    const preview = new TextDecoder().decode(shown.subarray(0, previewed * 2)).slice(0, previewed)
    if (!isStandoff(choice)) return { bytes, preview }
    const text = await deeds.exportDocument('text')
    const zip = writeZip([
      { name: `article.${choice.extension}`, bytes },
      { name: 'article.txt', bytes: text },
    ])
    return { bytes: new Uint8Array(await zip.arrayBuffer()), preview }
  }

  async function write(now: State, choice: Choice): Promise<void> {
    const key = keyOf(now, choice)
    if (written && key.every((part, i) => part === written?.key[i])) return
    const mine: Written = { choice, key, bytes: null, preview: '', error: '' }
    written = mine
    try {
      Object.assign(mine, await make(choice))
    } catch (error) {
      mine.error = words.exportFailed(error instanceof Error ? error.message : String(error))
    }
    // Closed meanwhile, it stays closed.
    if (written === mine && state && dialog.open) draw(state)
  }

  const save = () => {
    if (!written?.bytes) return
    const { choice, bytes } = written
    const part = choice.of === 'differences' ? 'differences.' : ''
    if (isStandoff(choice)) deeds.saveAs(bytes as BlobPart, 'zip', 'application/zip')
    else deeds.saveAs(bytes as BlobPart, `${part}${choice.extension}`, choice.type)
    deeds.close()
  }

  function drawChoices(choices: readonly Choice[], of: Choice['of'], legend: string) {
    const some = choices.filter((choice) => choice.of === of)
    if (some.length === 0) return nothing
    return html`<fieldset>
      <legend>${legend}</legend>
      ${some.map(
        ({ key, title }) =>
          html`<label
            ><input
              type="radio"
              name="format"
              .checked=${key === chosen}
              @change=${() => {
                chosen = key
                if (state) draw(state)
              }}
            />
            <span>${title}</span></label
          >`,
      )}
    </fieldset>`
  }

  function drawAbout(choice: Choice): TemplateResult {
    const size = written?.choice.key === choice.key && written.bytes ? written.bytes.length : null
    const unit = words.offsetUnits[choice.offsets] ?? ''
    return html`<p class="about" role="status">
      ${unit} ${choice.leavesOut} ${size === null ? nothing : words.fileSize(size)}
      ${isText(choice) ? nothing : words.previewOfText}
    </p>`
  }

  /** A file of spaCy's own is binary, and spaCy alone writes it. */
  const drawScript = () =>
    html`<details>
      <summary>${words.docBin}</summary>
      <pre tabindex="0" class="script">${words.docBinScript}</pre>
    </details>`

  function draw(now: State): void {
    state = now
    const choices = choicesOf(now)
    const shown = now.exportShown !== null
    if (shown && opened !== now.exportShown) {
      const first = choices.find((c) => c.of === now.exportShown)
      const kept = choices.find((c) => c.key === chosen)
      if (kept?.of !== now.exportShown) chosen = first?.key ?? ''
    }
    opened = now.exportShown
    const choice = choices.find((c) => c.key === chosen) ?? choices[0]
    // A repair that is read anew changes what would be written.
    if (shown && choice && now.article.field(analysis).answer) void write(now, choice)
    const mine = written?.choice.key === choice?.key ? written : null
    const ready = mine?.bytes != null
    const copy = () => deeds.copy(new TextDecoder().decode(mine?.bytes ?? new Uint8Array()))
    render(
      html`<form
        method="dialog"
        @submit=${(event: Event) => {
          event.preventDefault()
          save()
        }}
      >
        <h2 id="export-title">${words.exportTitle}</h2>
        <div class="export-parts">
          <div class="formats">
            ${drawChoices(choices, 'article', words.exportArticle)}
            ${drawChoices(choices, 'differences', words.exportDifferences)}
          </div>
          <div class="preview">
            <h3 id="preview-title">${words.exportPreview}</h3>
            <pre tabindex="0" role="region" aria-labelledby="preview-title">${
              mine?.error ? mine.error : (mine?.preview.toWellFormed() ?? nothing)
            }</pre>
            ${choice ? drawAbout(choice) : nothing}
            ${choice?.name === 'spacy' ? drawScript() : nothing}
          </div>
        </div>
        <p class="tools">
          <button type="submit" class="first" ?disabled=${!ready}>${words.save}</button>
          <button
            type="button"
            ?disabled=${!ready || !choice || !isText(choice) || isStandoff(choice)}
            @click=${copy}
          >
            ${words.copyIt}
          </button>
          <button type="button" @click=${deeds.print}>${words.print}</button>
          <button type="button" @click=${deeds.close}>${words.close}</button>
        </p>
      </form>`,
      dialog,
    )
    const opens = shown && !dialog.open
    showDialog(dialog, shown)
    if (opens) dialog.querySelector<HTMLElement>('input:checked')?.focus()
  }
  return draw
}
