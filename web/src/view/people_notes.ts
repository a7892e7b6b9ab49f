// The list of who and what is named, with where it stands in the text, and who says what.
import { html, nothing, render, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { analysis } from '../state/analysis'
import { lexicon } from '../state/lexicon'
import {
  currentThing,
  isNamedKind,
  kindsOf,
  kindTitle,
  missedName,
  peopleOf,
  shownThings,
  type Thing,
} from '../state/people'
import type { PeopleActions } from '../state/people_actions'
import type { State } from '../state/store'
import { words } from '../state/words'
import { drawQuotes } from './quotes_table'
import { drawThing } from './thing_note'

/** More things than this are shown in parts. */
const onScreen = 200

export interface PeopleDeeds {
  readonly actions: PeopleActions
  sheetOpen(on: boolean): void
  /** Opens the place of a quotation. */
  goToQuote(index: number): void
}

export function drawPeopleNotes(root: HTMLElement, state: State, deeds: PeopleDeeds): void {
  const { sheetOpen, people } = state
  const { things, quotes } = peopleOf(state)
  const all = shownThings(state)
  const at = all.findIndex((t) => t.key === people.current)
  const atOnce = state.printing ? Math.max(all.length, 1) : onScreen
  const page = Math.floor(Math.max(at, 0) / atOnce) * atOnce
  const shown = all.slice(page, page + atOnce)
  const focusable = at >= 0 ? people.current : (kindsOf(shown)[0]?.things[0]?.key ?? null)
  const goTo = (thing: Thing | undefined) => thing && deeds.actions.select(thing)
  const lines = state.article.field(lexicon).length
  const current = currentThing(state)
  root.className = sheetOpen ? 'open' : ''
  render(
    things.length === 0 && lines === 0
      ? html`<p class="quiet">${hint(state)}</p>
          ${
            // What was missed can be said even where nothing was found.
            state.article.field(analysis).answer?.document.mentions && state.names
              ? html`<div class="notes-head">${drawSearch(state, deeds.actions)}</div>
                  ${drawMissed(state, deeds.actions)}`
              : nothing
          }`
      : html`<div class="sheet-head">
            <span
              >${
                current
                  ? words.mentionOf(people.mention + 1, current.mentions.length)
                  : words.mentionCount(all.reduce((sum, t) => sum + t.mentions.length, 0))
              }</span
            >
            <button aria-expanded=${sheetOpen} @click=${() => deeds.sheetOpen(!sheetOpen)}>
              ${sheetOpen ? words.oneNote : words.allNotes}
            </button>
          </div>
          <div class="notes-head">
            ${drawSearch(state, deeds.actions)}
            ${
              quotes.length > 0 && people.query === ''
                ? html`<button class="to-quotes" @click=${() => toQuotes(root)}>
                    ${words.whoSaidWhat} <span class="count">${quotes.length}</span>
                  </button>`
                : nothing
            }
          </div>
          ${drawMissed(state, deeds.actions)}
          ${
            page > 0
              ? html`<button class="window" @click=${() => goTo(all[page - 1])}>
                  ${words.earlier(page)}
                </button>`
              : nothing
          }
          ${kindsOf(shown).map(
            ({ kind, things: ofKind }) =>
              html`<section class="kind-list" aria-label=${kindTitle(state, kind)}>
                <h2><span class=${`kind ${kind}`}>${kindTitle(state, kind)}</span></h2>
                <ol>
                  ${repeat(
                    ofKind,
                    (thing) => thing.key,
                    (thing) => drawThing(state, thing, focusable, deeds.actions),
                  )}
                </ol>
              </section>`,
          )}
          ${shown.length === 0 ? html`<p class="quiet">${words.noNamesShown}</p>` : nothing}
          ${
            page + atOnce < all.length
              ? html`<button class="window" @click=${() => goTo(all[page + atOnce])}>
                  ${words.later(all.length - page - atOnce)}
                </button>`
              : nothing
          }
          ${quotes.length > 0 && people.query === '' ? drawQuotes(state, deeds.goToQuote) : nothing}
          ${
            lines > 0
              ? html`<p class="own-names">
                  ${words.yourNames(lines)}
                  <button @click=${deeds.actions.forget}>${words.forgetNames}</button>
                </p>`
              : nothing
          }
          ${drawThumbs(deeds.actions)}`,
    root,
  )
}

const toQuotes = (root: HTMLElement) =>
  root.querySelector('.quotes')?.scrollIntoView({ block: 'start' })

function hint(state: State): string {
  const { answer } = state.article.field(analysis)
  if (!state.names) return words.namesMissing
  if (state.article.doc.length === 0) return words.peopleHint
  return answer?.document.mentions ? words.nobodyNamed : words.namesComing
}

function drawSearch(state: State, actions: PeopleActions): TemplateResult {
  const { query } = state.people
  const { things } = peopleOf(state)
  const chosen = /^type:(\S+)$/.exec(query.trim())?.[1] ?? ''
  const choose = ({ target }: Event) => {
    const { value } = target as HTMLSelectElement
    actions.query(value === '' ? '' : `type:${value}`)
  }
  const option = (name: string, label: string) =>
    html`<option value=${name} ?selected=${name === chosen}>${label}</option>`
  const mentions = (list: readonly Thing[]) => list.reduce((sum, t) => sum + t.mentions.length, 0)
  return html`<select aria-label=${words.kindsLabel} .value=${chosen} @change=${choose}>
      ${option('', words.allKinds(things.filter((t) => t.named).length))}
      ${kindsOf(things).map(({ kind, things: ofKind }) =>
        option(kind, words.filterKind(kindTitle(state, kind), mentions(ofKind))),
      )}
    </select>
    <input
      type="search"
      aria-label=${words.searchNamesLabel}
      placeholder=${words.searchNames}
      .value=${query}
      @input=${({ target }: Event) => actions.query((target as HTMLInputElement).value)}
    />`
}

/** Words that no name was seen in can be made one. */
function drawMissed(state: State, actions: PeopleActions): TemplateResult | typeof nothing {
  const text = missedName(state)
  if (text === null) return nothing
  const kinds = (state.catalog?.entities ?? []).filter((k) => isNamedKind(state, k.name))
  const choose = ({ target }: Event) => actions.mark(text, (target as HTMLSelectElement).value)
  return html`<p class="missed">
    ${words.missedName(text)}
    <select aria-label=${words.missedKind} .value=${''} @change=${choose}>
      <option value="">${words.missedKind}</option>
      ${kinds.map(({ name, title }) => html`<option value=${name}>${title}</option>`)}
    </select>
    ${
      state.people.marking === null
        ? nothing
        : html`<button @click=${() => actions.marking(null)}>${words.dropName}</button>`
    }
  </p>`
}

function drawThumbs(actions: PeopleActions): TemplateResult {
  return html`<div class="thumbs">
    <button @click=${() => actions.goMention(-1)}>‹ ${words.previousMention}</button>
    <button @click=${() => actions.goMention(1)}>${words.nextMention} ›</button>
  </div>`
}
