// Sharing: a link that holds the text, or the page as one file with the text inside. Neither is made
// before the reader asks, and neither is sent anywhere.
import { html, nothing, render } from 'lit-html'
import type { Parts } from '../core/parts'
import { changesOf } from '../state/analysis'
import { longestLink, plainLink, type Shared, toFragment } from '../state/link'
import { fill, refill } from '../state/one_file'
import { recordOf } from '../state/record'
import type { State } from '../state/store'
import { words } from '../state/words'
import { showDialog } from './dialog'

export interface ShareDeeds {
  /** What a file is made of; null: this page is one, and `pageAsLoaded` is it. */
  parts(): Promise<Parts | null>
  readonly pageAsLoaded: string
  copy(text: string): Promise<void>
  save(html: string): void
  /** Keeps the text on this device, or forgets it there. */
  keep(on: boolean): void
  close(): void
}

const sharedOf = (state: State): Shared => {
  const record = recordOf(state)
  return state.other.text === '' ? record : { ...record, other: state.other }
}

export function createShare(dialog: HTMLDialogElement, deeds: ShareDeeds) {
  let state: State | null = null
  let link = ''
  let wrong = ''
  let saving = false
  /** What finds lost words goes into the file. */
  let restores = true

  async function makeLink(now: State): Promise<void> {
    // A file has no address that anybody else could open.
    if (!/^https?:/.test(location.protocol)) return
    const fragment = await toFragment(sharedOf(now))
    link = `${location.href.replace(/#.*$/, '')}#${fragment}`
    if (state?.shareShown) draw(state)
  }

  async function saveFile(): Promise<void> {
    if (!state || saving) return
    saving = true
    const shared = sharedOf(state)
    draw(state)
    try {
      const made = await deeds.parts()
      deeds.save(made ? await fill(made, shared, restores) : refill(deeds.pageAsLoaded, shared))
      deeds.close()
    } catch (error) {
      wrong = words.notSaved(error instanceof Error ? error.message : String(error))
    }
    saving = false
    if (state) draw(state)
  }

  const drawLink = () =>
    html`<h3>${words.shareLink}</h3>
      <p class="quiet">
        ${
          link.length > longestLink
            ? words.linkTooLong(link.length)
            : link.length > plainLink
              ? words.linkLong(link.length)
              : words.linkAbout
        }
      </p>
      ${
        link.length > longestLink
          ? nothing
          : html`<p class="link">
              <input
                readonly
                aria-label=${words.shareLink}
                .value=${link}
                @focus=${({ target }: Event) => (target as HTMLInputElement).select()}
              />
              <button @click=${() => deeds.copy(link)}>${words.copyIt}</button>
            </p>`
      }`

  const drawRestores = () =>
    html`<p>
      <label class="switch"
        ><input
          type="checkbox"
          .checked=${restores}
          @change=${({ target }: Event) => {
            restores = (target as HTMLInputElement).checked
          }}
        />
        ${words.fileRestores}</label
      >
    </p>`

  function draw(now: State): void {
    const opens = now.shareShown && !dialog.open
    state = now
    if (opens) {
      link = wrong = ''
      restores = changesOf(now.article).some((change) => change.lost)
      void makeLink(now)
    }
    if (now.shareShown || dialog.open)
      render(
        html`<h2 id="share-title">${words.shareTitle}</h2>
          ${link === '' ? nothing : drawLink()}
          <h3>${words.shareFile}</h3>
          <p class="quiet">${words.fileAbout}</p>
          ${deeds.pageAsLoaded === '' ? drawRestores() : nothing}
          <p><button class="first" ?disabled=${saving} @click=${saveFile}>${words.saveFile}</button></p>
          <h3>${words.keepHere}</h3>
          <p class="quiet">${words.keepAbout}</p>
          <p>
            <label class="switch"
              ><input
                type="checkbox"
                .checked=${now.keeps}
                @change=${({ target }: Event) => deeds.keep((target as HTMLInputElement).checked)}
              />
              ${words.keepSwitch}</label
            >
          </p>
          <p class="tools"><button @click=${deeds.close}>${words.close}</button></p>
          <p role="status">${saving ? words.makingFile : wrong}</p>`,
        dialog,
      )
    showDialog(dialog, now.shareShown)
    if (!now.shareShown) link = ''
  }
  return draw
}
