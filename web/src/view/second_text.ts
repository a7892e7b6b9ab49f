// Where the other text comes in: a sheet beside the article's, and what is at hand to compare with.
import { html, nothing, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import type { State } from '../state/store'
import { words } from '../state/words'
import type { DifferencesDeeds } from './differences'

/** A text that can be compared with at one click. */
export interface Offer {
  readonly title: string
  readonly text: string
}

export function drawSecondText(state: State, deeds: DifferencesDeeds): TemplateResult {
  const { other, article } = state
  const { second, offers } = deeds
  const empty = other.text.trim() === ''
  const compares = empty && article.doc.length > 0
  // What is pasted is whole and is compared at once, without going through the sheet: there a text of
  // 1 MB costs seconds of layout.
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!compares || text.trim() === '') return
    event.preventDefault()
    second.put(text, '')
  }
  // What is typed is compared when the reader says so.
  const typed = ({ target }: Event) => {
    second.write((target as HTMLTextAreaElement).value)
    second.writing(true)
  }
  return html`<h2 class="column-head">
      ${other.name === '' ? words.otherText : other.name}
    </h2>
    ${
      article.doc.length === 0
        ? html`<p class="quiet">${deeds.wide ? words.yoursFirst : words.yoursFirstNarrow}</p>`
        : nothing
    }
    <textarea
      aria-label=${words.otherText}
      placeholder=${words.otherSheet}
      spellcheck="false"
      dir="auto"
      class=${empty ? 'empty' : ''}
      .value=${live(other.text)}
      @paste=${paste}
      @input=${typed}
    ></textarea>
    ${
      empty
        ? html`<div class="offers">
            <p>${words.otherOffers}</p>
            <ul>
              ${offers.map(
                ({ title, text }) =>
                  html`<li><button @click=${() => second.put(text, title)}>${title}</button></li>`,
              )}
              <li><button @click=${deeds.openDialog}>${words.offerFile}</button></li>
            </ul>
          </div>`
        : html`<div class="tools">
            <button
              class="first"
              ?disabled=${article.doc.length === 0}
              @click=${() => second.writing(false)}
            >
              ${words.compareNow}
            </button>
            <button @click=${() => second.swap()}>${words.swap}</button>
            <button @click=${() => second.remove()}>${words.removeOther}</button>
          </div>`
    }`
}
