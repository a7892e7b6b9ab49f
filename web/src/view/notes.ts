// The notes: one for each repair, in text order, saying what became what, why, and how sure.
import { html, nothing, render, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { Change } from '../core/protocol'
import type { Actions } from '../state/actions'
import { analysis, standing } from '../state/analysis'
import type { Verdict } from '../state/decisions'
import {
  type Counts,
  decisionOf,
  isOpen,
  isSure,
  sharing,
  shownChanges,
  titleOf,
  together,
} from '../state/notes'
import { lettersAround } from '../state/splice'
import type { State } from '../state/store'
import { words } from '../state/words'
import { drawPart } from './excerpt'

/** What the core puts where words are known to be missing and none is good enough. */
const gapMark = '[…]'

/** More notes than this are shown in parts; a list of thousands makes every key slow. */
const onScreen = 200

export function drawNotes(root: HTMLElement, state: State, counts: Counts, actions: Actions): void {
  const { current, answer } = state.article.field(analysis)
  const shown = shownChanges(state)
  const atOnce = state.printing ? shown.length : onScreen
  const at = shown.findIndex((c) => c.id === current)
  const page = Math.floor(Math.max(at, 0) / Math.max(atOnce, 1)) * atOnce
  const part = shown.slice(page, page + atOnce)
  const focusable = at >= 0 ? current : (part[0]?.id ?? null)
  const goTo = (change: Change | undefined) => change && actions.select(change)
  const empty = state.article.doc.length === 0
  root.className = state.sheetOpen ? 'open' : ''
  render(
    counts.all === 0
      ? html`<p class="quiet">
          ${answer && !empty ? words.noDamage(answer.words) : words.emptyNotes}
        </p>`
      : html`<div class="sheet-head">
            <span>${at >= 0 ? words.noteOf(at + 1, shown.length) : words.notesIn(shown.length)}</span>
            <button
              aria-expanded=${state.sheetOpen}
              @click=${() => actions.set({ sheetOpen: !state.sheetOpen })}
            >
              ${state.sheetOpen ? words.oneNote : words.allNotes}
            </button>
          </div>
          <div class="notes-head">
            ${drawFilter(state, counts, actions)}
            <div class="all">${drawAll(state, shown, actions)}</div>
          </div>
          ${
            page > 0
              ? html`<button class="window" @click=${() => goTo(shown[page - 1])}>
                  ${words.earlier(page)}
                </button>`
              : nothing
          }
          <ol aria-label=${words.notes}>
            ${repeat(
              part,
              (change) => change.id,
              (change) => drawNote(state, change, focusable, actions),
            )}
          </ol>
          ${part.length === 0 ? html`<p class="quiet">${words.noNotes}</p>` : nothing}
          ${
            page + atOnce < shown.length
              ? html`<button class="window" @click=${() => goTo(shown[page + atOnce])}>
                  ${words.later(shown.length - page - atOnce)}
                </button>`
              : nothing
          }
          ${drawThumbs(state, shown[at], actions)}`,
    root,
  )
}

/** On a narrow screen: the open note's two answers in reach of the thumbs, and the way on. */
function drawThumbs(state: State, change: Change | undefined, actions: Actions): TemplateResult {
  const answer = (verdict: Verdict, label: string) =>
    change &&
    html`<button
      aria-pressed=${decisionOf(state, change)?.verdict === verdict}
      @click=${() => actions.decide(change, verdict)}
    >
      ${label}
    </button>`
  const guess = change?.safety === 'suggestion'
  return html`<div class="thumbs">
    <button class="step" aria-label=${words.previous} @click=${() => actions.go(-1)}>‹</button>
    ${answer('back', guess ? words.dismiss : words.back)}
    ${answer('kept', guess ? words.repair : words.keep)}
    <button class="step" aria-label=${words.next} @click=${() => actions.go(1)}>›</button>
  </div>`
}

function drawFilter(state: State, counts: Counts, actions: Actions): TemplateResult {
  const { filter } = state
  const query = typeof filter === 'object' && 'query' in filter ? filter.query : ''
  const value =
    typeof filter === 'string' ? filter : 'kind' in filter ? `kind ${filter.kind}` : 'all'
  const search = ({ target }: Event) => {
    const { value } = target as HTMLInputElement
    actions.filter(value === '' ? 'all' : { query: value })
  }
  const choose = ({ target }: Event) => {
    const chosen = (target as HTMLSelectElement).value
    if (chosen === 'all' || chosen === 'open') actions.filter(chosen)
    else actions.filter({ kind: chosen.slice('kind '.length) })
  }
  const option = (name: string, label: string) =>
    html`<option value=${name} ?selected=${name === value}>${label}</option>`
  return html`<select aria-label=${words.filter} .value=${value} @change=${choose}>
    ${option('all', words.filterAll(counts.all))}
    ${counts.open > 0 || filter === 'open' ? option('open', words.filterOpen(counts.open)) : nothing}
    ${counts.groups.map(
      (group) =>
        html`<optgroup label=${group.title}>
          ${group.kinds.map(({ kind, n }) =>
            option(`kind ${kind}`, words.filterKind(titleOf(state, kind), n)),
          )}
        </optgroup>`,
    )}
    </select>
    <input
      type="search"
      aria-label=${words.searchRepairsLabel}
      placeholder=${words.searchRepairs}
      .value=${query}
      @input=${search}
    />`
}

function drawAll(state: State, shown: readonly Change[], actions: Actions) {
  const undecided = shown
    .filter((c) => decisionOf(state, c) === undefined)
    .flatMap((c) => sharing(state, c))
  const sure = undecided.filter(isSure).length
  const back = shown.some((c) => decisionOf(state, c)?.verdict !== 'back')
  // Under one heading the reader has seen what "all" means, so all of it can be kept.
  return html`${
    state.filter === 'all'
      ? html`<button ?disabled=${sure === 0} @click=${actions.keepSure}>
            ${words.keepSure(sure)}
          </button>`
      : html`<button ?disabled=${undecided.length === 0} @click=${actions.keepShown}>
            ${words.keepShown(undecided.length)}
          </button>`
  }
    <button ?disabled=${!back} @click=${actions.putAllBack}>${words.backAll}</button>`
}

/** What was there and what stands now, with the letters around where there is little to see. */
function drawExcerpt(state: State, change: Change, stands: string): TemplateResult {
  const { source = '', clean = '' } = state.article.field(analysis).answer?.document ?? {}
  // A suggestion is about the repaired text, which may differ from what came.
  const guess = change.safety === 'suggestion'
  const was = guess ? clean.slice(...change.clean) : change.before
  const small = was.trim().length < 2 || stands.trim().length < 2
  const around = guess ? lettersAround(clean, change.clean) : lettersAround(source, change.source)
  const [left, right] = small ? around : ['', '']
  const nothingThere = (text: string, label: string) =>
    text === '' && left + right === '' ? html`<span class="quiet">${label}</span>` : nothing
  return html`<span class="was"
      >${left}<del>${drawPart(was)}</del>${right}${nothingThere(was, words.missing)}</span
    >
    <span class="arrow">→</span>
    <span class="is"
      >${left}<ins>${drawPart(stands)}</ins>${right}${nothingThere(stands, words.nothing)}</span
    >`
}

function howSure(change: Change): string {
  const percent = Math.round(change.confidence * 100)
  if (change.safety === 'safe') return words.sure
  // The figure is about the place, and not about words that nobody has guessed.
  if (change.lost && change.after.includes(gapMark)) return words.overwritten(percent)
  return change.safety === 'likely' ? words.likely(percent) : words.guess(percent)
}

function drawNote(state: State, change: Change, focusable: number | null, actions: Actions) {
  const decision = decisionOf(state, change)
  const current = state.article.field(analysis).current === change.id
  const open = isOpen(change, decision)
  const suggestion = change.safety === 'suggestion'
  const kind = decision ? decision.verdict : open ? 'open' : 'sure'
  const inText = standing(change, decision)
  // A note tells what the repair does even while it is put back.
  const told = inText === change.before ? change.after : inText
  const also = (change.also ?? []).map((k) => titleOf(state, k)).join(', ')
  const readings = (change.suggestions ?? []).filter((s) => s.text !== told).slice(0, 9)
  const shared = sharing(state, change)
  const last = shared.at(-1)?.id ?? change.id
  const group = current && shared.length === 1 ? together(state, change) : []
  const others = group.filter((c) => c.id !== change.id).map((c) => c.id + 1)
  const act = (run: () => void) => (event: Event) => {
    event.stopPropagation()
    run()
  }
  const state_ = decision
    ? decision.verdict === 'kept'
      ? words.kept
      : suggestion
        ? words.notTaken
        : words.putBack
    : howSure(change)
  const button = (label: string, run: () => void, pressed = false) =>
    html`<button tabindex=${current ? 0 : -1} aria-pressed=${pressed} @click=${act(run)}>
      ${label}
    </button>`
  return html`<li
    id=${`note-${change.id}`}
    class=${`note ${kind}${current ? ' current' : ''}`}
    tabindex=${focusable === change.id ? 0 : -1}
    aria-current=${current}
    data-id=${change.id}
    @click=${() => actions.select(change)}
  >
    <span class="number">${last === change.id ? last + 1 : `${change.id + 1}–${last + 1}`}</span>
    <div class="body">
      <p class="excerpt">${drawExcerpt(state, change, told)}</p>
      <p class="why">
        ${(current && change.why) || titleOf(state, change.kind)}${
          also && current ? html` <span class="also">${words.also(also)}</span>` : nothing
        }${
          current && change.lost?.what === 'words'
            ? html` <span class="also">${words.wordsLost(change.lost.count)}</span>`
            : nothing
        }${shared.length > 1 ? html` <span class="count">${words.times(shared.length)}</span>` : nothing}
      </p>
      ${
        current && readings.length > 0
          ? html`<p class="readings">
              ${words.readings}
              ${readings.map(
                (reading, i) =>
                  html`<button @click=${act(() => actions.decide(change, 'kept', reading.text))}>
                    <span class="count">${i + 1}</span> ${reading.text}
                    <span class="percent">${words.percent(reading.confidence)}</span>
                  </button>`,
              )}
            </p>`
          : nothing
      }
      <p class="act">
        <span class="state">${state_}</span>
        ${button(suggestion ? words.repair : words.keep, () => actions.decide(change, decision?.verdict === 'kept' ? null : 'kept'), decision?.verdict === 'kept')}
        ${button(suggestion ? words.dismiss : words.back, () => actions.decide(change, decision?.verdict === 'back' ? null : 'back'), decision?.verdict === 'back')}
        ${current ? button(words.edit, () => actions.editByHand(change)) : nothing}
      </p>
      ${
        others.length > 0
          ? html`<p class="act group">
              <span class="state">${words.withOthers(others)}</span>
              ${button(words.keepGroup, () => actions.decideTogether(change, 'kept'))}
              ${button(words.backGroup, () => actions.decideTogether(change, 'back'))}
            </p>`
          : nothing
      }
    </div>
  </li>`
}
