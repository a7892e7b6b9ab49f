// Who says what: the quotations of the article with their speakers, in the order of the text.
import { html, nothing, type TemplateResult } from 'lit-html'
import { peopleOf } from '../state/people'
import type { State } from '../state/store'
import { words } from '../state/words'

/** More quotations than this are not listed. */
const onScreen = 200
/** A quotation is shown no longer than this. */
const longest = 140

const shorten = (text: string): string =>
  text.length <= longest
    ? text
    : `${(/^[\s\S]*\s/.exec(text.slice(0, longest))?.[0] ?? text.slice(0, longest)).trimEnd()} …`.toWellFormed()

export function drawQuotes(state: State, goTo: (index: number) => void): TemplateResult {
  const { quotes } = peopleOf(state)
  return html`<table class="quotes">
    <caption>
      ${words.whoSaidWhat}
    </caption>
    <thead class="spoken">
      <tr>
        <th scope="col">${words.speaker}</th>
        <th scope="col">${words.whatSaid}</th>
      </tr>
    </thead>
    <tbody>
      ${quotes.slice(0, state.printing ? quotes.length : onScreen).map(
        ({ quote, who, index }) => html`<tr>
          <th scope="row">
            ${who || words.unknownSpeaker}${
              quote.confidence < 0.7 && who !== ''
                ? html` <span class="count">${words.guessedSpeaker}</span>`
                : nothing
            }
          </th>
          <td>
            <button title=${quote.why ?? ''} @click=${() => goTo(index)}>
              ${shorten(quote.text.replace(/\s+/g, ' '))}
            </button>
          </td>
        </tr>`,
      )}
    </tbody>
  </table>`
}
