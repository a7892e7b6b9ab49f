// The notes of the differences: what became what, what that changes, and what can be done about it.
import { html, nothing, render, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { Hunk } from '../core/protocol'
import type { DifferenceActions } from '../state/difference_actions'
import {
  causeTitle,
  countDifferences,
  groupTitle,
  keptHunks,
  numbersOf,
  shownHunks,
} from '../state/differences'
import { lettersAround } from '../state/splice'
import type { State } from '../state/store'
import { words } from '../state/words'
import { drawPart, sentence } from './excerpt'

const onScreen = 200
/** A note shows no more of a long passage than this. */
const longest = 160

export interface NoteDeeds {
  readonly actions: DifferenceActions
  /** The other end of a moved passage. */
  otherPlace(): void
  sheetOpen(on: boolean): void
}

export function drawDifferenceNotes(root: HTMLElement, state: State, deeds: NoteDeeds): void {
  const { differ, compared, sheetOpen } = state
  const shown = shownHunks(state)
  const at = shown.findIndex((h) => h.id === differ.current)
  const atOnce = state.printing ? shown.length : onScreen
  const page = Math.floor(Math.max(at, 0) / Math.max(atOnce, 1)) * atOnce
  const part = shown.slice(page, page + atOnce)
  const focusable = at >= 0 ? differ.current : (part[0]?.id ?? null)
  const goTo = (hunk: Hunk | undefined) => hunk && deeds.actions.select(hunk)
  root.className = sheetOpen ? 'open' : ''
  render(
    (compared?.comparison.hunks.length ?? 0) === 0
      ? html`<p class="quiet">
          ${compared && state.other.text !== '' ? words.nothingDiffers : words.differenceHint}
        </p>`
      : html`<div class="sheet-head">
            ${drawStep(-1, deeds)}
            <span>${at >= 0 ? words.noteOf(at + 1, shown.length) : words.differencesIn(shown.length)}</span>
            ${drawStep(1, deeds)}
            <button aria-expanded=${sheetOpen} @click=${() => deeds.sheetOpen(!sheetOpen)}>
              ${sheetOpen ? words.oneNote : words.allNotes}
            </button>
          </div>
          <div class="notes-head">${drawSearch(state, deeds.actions)}</div>
          ${
            page > 0
              ? html`<button class="window" @click=${() => goTo(shown[page - 1])}>
                  ${words.earlier(page)}
                </button>`
              : nothing
          }
          <ol aria-label=${words.differenceNotes}>
            ${repeat(
              part,
              (hunk) => hunk.id,
              (hunk) => drawNote(state, hunk, focusable, deeds),
            )}
          </ol>
          ${part.length === 0 ? html`<p class="quiet">${words.noDifferencesShown}</p>` : nothing}
          ${
            page + atOnce < shown.length
              ? html`<button class="window" @click=${() => goTo(shown[page + atOnce])}>
                  ${words.later(shown.length - page - atOnce)}
                </button>`
              : nothing
          }
          ${drawThumbs(state, shown[at], deeds.actions)}`,
    root,
  )
}

const drawStep = (step: 1 | -1, { actions }: NoteDeeds) =>
  html`<button
    class="step"
    aria-label=${step > 0 ? words.next : words.previous}
    @click=${() => actions.go(step)}
  >
    ${step > 0 ? '›' : '‹'}
  </button>`

/** Which differences are shown: by cause, and by any words. Both are one query. */
function drawSearch(state: State, actions: DifferenceActions): TemplateResult {
  const { query } = state.differ
  const { groups } = countDifferences(state)
  const chosen = /^cause:(\S+)$/.exec(query.trim())?.[1] ?? ''
  const total = shownHunks(state).length
  const choose = ({ target }: Event) => {
    const { value } = target as HTMLSelectElement
    actions.query(value === '' ? '' : `cause:${value}`)
  }
  const option = (name: string, label: string) =>
    html`<option value=${name} ?selected=${name === chosen}>${label}</option>`
  return html`<select aria-label=${words.causesLabel} .value=${chosen} @change=${choose}>
      ${option('', words.allCauses(total))}
      ${groups
        .filter(({ n }) => n > 0)
        .map(
          ({ title, causes }) =>
            html`<optgroup label=${title}>
              ${causes.map((cause) => option(cause.name, words.filterKind(cause.title, cause.n)))}
            </optgroup>`,
        )}
    </select>
    <input
      type="search"
      aria-label=${words.searchLabel}
      placeholder=${words.searchDifferences}
      .value=${query}
      @input=${({ target }: Event) => actions.query((target as HTMLInputElement).value)}
    />`
}

/** The beginning and the end of a passage too long for a note. */
function shortened(text: string): string {
  if (text.length <= longest) return text
  const head = /^[\s\S]*\s/.exec(text.slice(0, longest * 0.7))?.[0] ?? text.slice(0, longest)
  const tail = /\s[\s\S]*$/.exec(text.slice(-longest * 0.3))?.[0] ?? ''
  return `${head.trimEnd()} … ${tail.trim()}`.toWellFormed()
}

function drawExcerpt(state: State, hunk: Hunk): TemplateResult {
  const { a = '', b = '' } = state.compared ?? {}
  if (hunk.op === 'move')
    return html`<span class="moved">⇄ ${drawPart(shortened(hunk.before.trim()))}</span>`
  const small = hunk.before.trim().length < 2 && hunk.after.trim().length < 2
  const [left, right] = small ? lettersAround(a, hunk.a) : ['', '']
  const [left2, right2] = small ? lettersAround(b, hunk.b) : ['', '']
  const was =
    hunk.before === '' && !small ? nothing : html`<del>${drawPart(shortened(hunk.before))}</del>`
  const is =
    hunk.after === '' && !small ? nothing : html`<ins>${drawPart(shortened(hunk.after))}</ins>`
  if (was === nothing) return html`<span class="is">+ ${is}</span>`
  if (is === nothing) return html`<span class="was">− ${was}</span>`
  return html`<span class="was">${left}${was}${right}</span>
    <span class="arrow">→</span>
    <span class="is">${left2}${is}${right2}</span>`
}

function drawNote(state: State, hunk: Hunk, focusable: number | null, deeds: NoteDeeds) {
  const { actions } = deeds
  const current = state.differ.current === hunk.id
  const left = keptHunks(state).has(hunk.id)
  const also = hunk.causes.filter((c) => c !== hunk.cause).map((c) => causeTitle(state, c))
  const act = (run: () => void) => (event: Event) => {
    event.stopPropagation()
    run()
  }
  const button = (label: string, run: () => void, pressed?: boolean) =>
    html`<button
      tabindex=${current ? 0 : -1}
      aria-pressed=${pressed ?? nothing}
      @click=${act(run)}
    >
      ${label}
    </button>`
  return html`<li
    id=${`note-${hunk.id}`}
    class=${`note ${hunk.group}${left ? ' kept' : ''}${current ? ' current' : ''}`}
    tabindex=${focusable === hunk.id ? 0 : -1}
    aria-current=${current}
    data-id=${hunk.id}
    @click=${() => actions.select(hunk)}
  >
    <span class="number">${numbersOf(state).get(hunk.id)}</span>
    <div class="body">
      <p class="excerpt">${drawExcerpt(state, hunk)}</p>
      <p class="why">
        <span class="sign" title=${groupTitle(state, hunk.group)}
          >${hunk.op === 'move' ? '⇄' : words.groupSign(hunk.group)}</span
        >
        ${(current && hunk.why && sentence(hunk.why)) || causeTitle(state, hunk.cause)}${
          also.length > 0 && current
            ? html` <span class="also">${words.also(also.join(', '))}</span>`
            : nothing
        }
      </p>
      <p class="act">
        <span class="state">${left ? words.left : groupTitle(state, hunk.group)}</span>
        ${button(words.leave, () => actions.keep(hunk), left)}
        ${button(words.take, () => actions.take(hunk))}
        ${current && hunk.op === 'move' ? button(words.otherPlace, deeds.otherPlace) : nothing}
      </p>
    </div>
  </li>`
}

/** The open note's answers in reach of the thumbs, and the way on. */
function drawThumbs(state: State, hunk: Hunk | undefined, actions: DifferenceActions) {
  return html`<div class="thumbs">
    <button class="step" aria-label=${words.previous} @click=${() => actions.go(-1)}>‹</button>
    ${
      hunk
        ? html`<button
              aria-pressed=${keptHunks(state).has(hunk.id)}
              @click=${() => actions.keep(hunk)}
            >
              ${words.leave}
            </button>
            <button @click=${() => actions.take(hunk)}>${words.take}</button>`
        : nothing
    }
    <button class="step" aria-label=${words.next} @click=${() => actions.go(1)}>›</button>
  </div>`
}
