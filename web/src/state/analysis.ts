// The latest answer of the core, seen from the text as it is now. A change's id is its place in the
// answer's list.
import {
  type ChangeDesc,
  ChangeSet,
  type EditorState,
  StateEffect,
  StateField,
} from '@codemirror/state'
import type { Change, Document, Span } from '../core/protocol'
import { plainText } from './breaks'
import { type Decision, decisions } from './decisions'
import { type Replacement, splice } from './splice'

export interface Answer {
  readonly document: Document
  readonly words: number
  /** Milliseconds that the core took. */
  readonly took: number
  /** Where only a part of the text was read anew: the last answer about all of it. Names are told of
      that one. */
  readonly whole?: Answer
}

export interface Analysis {
  readonly answer: Answer | null
  /** What was typed since the answer's text. */
  readonly since: ChangeDesc
  /** What was decided about the changes of the answer, by their id. */
  readonly verdicts: ReadonlyMap<number, Decision>
  /** Repairs in whose place a suggestion stands that was taken. */
  readonly covered: ReadonlySet<number>
  /** The change whose note is open. */
  readonly current: number | null
  /** Show what came, not what was repaired. */
  readonly original: boolean
  /** While a word is being typed, marks at the caret wait. */
  readonly typing: boolean
}

export const setAnswer = StateEffect.define<{ answer: Answer | null; typing?: boolean }>()
export const setCurrent = StateEffect.define<number | null>()
export const setOriginal = StateEffect.define<boolean>()
export const setTyping = StateEffect.define<boolean>()

const none: readonly Change[] = []

export const analysis = StateField.define<Analysis>({
  create: (state) => ({
    answer: null,
    since: ChangeSet.empty(state.doc.length),
    verdicts: new Map(),
    covered: new Set(),
    current: null,
    original: false,
    typing: false,
  }),
  update(old, tr) {
    let next = old
    if (tr.docChanged) next = { ...next, since: next.since.composeDesc(tr.changes.desc) }
    for (const effect of tr.effects) {
      if (effect.is(setAnswer)) {
        const { answer, typing = false } = effect.value
        const since = ChangeSet.empty(tr.newDoc.length)
        next = { ...next, answer, since, typing, current: keptCurrent(next, answer) }
      } else if (effect.is(setCurrent)) next = { ...next, current: effect.value }
      else if (effect.is(setOriginal)) next = { ...next, original: effect.value }
      else if (effect.is(setTyping)) next = { ...next, typing: effect.value }
    }
    const decided = tr.state.field(decisions) !== tr.startState.field(decisions)
    if (next.answer !== old.answer || decided) {
      const verdicts = match(next, tr.state)
      next = { ...next, verdicts, covered: covered(next, verdicts) }
    }
    return next
  },
})

/** The open note stays open when the next answer has the same repair at the same place. */
function keptCurrent(old: Analysis, answer: Answer | null): number | null {
  const change = old.current === null ? undefined : old.answer?.document.changes[old.current]
  if (!change || !answer) return null
  const [from, to] = moved(old, change)
  const changes = answer.document.changes
  for (let i = lastStartingBy(changes, from); changes[i]?.source[0] === from; i--)
    if (changes[i]?.source[1] === to && changes[i]?.kind === change.kind) return i
  return null
}

function moved(a: Analysis, change: Change): Span {
  const [from, to] = change.source
  const start = a.since.mapPos(from, 1)
  // Where all around it was replaced, its end would lie before its start.
  return [start, Math.max(start, a.since.mapPos(to, from === to ? 1 : -1))]
}

/** The last change that starts at or before a position of the answer's text, by binary search. */
export function lastStartingBy(changes: readonly Change[], position: number): number {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((changes[middle]?.source[0] ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A suggestion that lies over more repairs than this is not looked for from inside. */
export const lookBack = 50

function covered(now: Analysis, verdicts: ReadonlyMap<number, Decision>): ReadonlySet<number> {
  const found = new Set<number>()
  const changes = now.answer?.document.changes ?? none
  for (const [id, decision] of verdicts) {
    const change = changes[id]
    if (change?.safety !== 'suggestion' || decision.verdict !== 'kept') continue
    const [from, to] = change.source
    for (let i = Math.max(0, id - lookBack); (changes[i]?.source[0] ?? to) < to; i++)
      if (i !== id && (changes[i]?.source[1] ?? 0) > from) found.add(i)
  }
  return found
}

function match(now: Analysis, state: EditorState): ReadonlyMap<number, Decision> {
  const verdicts = new Map<number, Decision>()
  const set = state.field(decisions)
  if (set.size === 0 || !now.answer) return verdicts
  const { changes } = now.answer.document
  const back = now.since.empty ? null : now.since.invertedDesc
  for (const cursor = set.iter(); cursor.value; cursor.next()) {
    const { from, to, value } = cursor
    // Between where the place begins and where a change can begin that was moved to it.
    const start = back ? back.mapPos(from, -1) : from
    const last = lastStartingBy(changes, back ? back.mapPos(from, 1) : from)
    for (let i = last; (changes[i]?.source[0] ?? -1) >= start; i--) {
      const change = changes[i] as Change
      if (change.kind !== value.kind || change.before !== value.before) continue
      const [begin, end] = moved(now, change)
      if (begin === from && end === to) verdicts.set(change.id, value)
    }
  }
  return verdicts
}

// --- What others ask ---

export const changesOf = (state: EditorState): readonly Change[] =>
  state.field(analysis).answer?.document.changes ?? none

/** Where a change stands in the text as it is now. */
export const placeOf = (state: EditorState, change: Change): Span =>
  moved(state.field(analysis), change)

/** Is the answer about the text as it is now? */
export const isFresh = (state: EditorState): boolean => {
  const { answer, since } = state.field(analysis)
  return answer !== null && since.empty
}

/** The change that a position touches. */
export function changeAt(state: EditorState, position: number): Change | null {
  const { since } = state.field(analysis)
  const changes = changesOf(state)
  const then = since.empty ? position : since.invertedDesc.mapPos(position)
  const last = lastStartingBy(changes, then)
  for (let i = last; i >= 0 && i > last - lookBack; i--) {
    const change = changes[i]
    if (change && change.source[1] >= then) return change
  }
  return null
}

/** The changes that lie in or touch a stretch of the text as it is now. */
export function changesIn(state: EditorState, from: number, to: number): readonly Change[] {
  const { since } = state.field(analysis)
  const changes = changesOf(state)
  const back = since.empty ? null : since.invertedDesc
  const then = (at: number, side: number) => {
    const inside = Math.max(0, Math.min(at, state.doc.length))
    return back === null ? inside : back.mapPos(inside, side)
  }
  const start = then(from, -1)
  const end = then(to, 1)
  const last = lastStartingBy(changes, end)
  let first = lastStartingBy(changes, start - 1) + 1
  for (let i = first - 1; i >= 0 && i > first - lookBack; i--)
    if ((changes[i]?.source[1] ?? 0) >= start) first = i
  return changes.slice(first, last + 1)
}

/** The text that stands in a change's place: the repair, another reading, or what was there. */
export function standing(change: Change, decision: Decision | undefined): string {
  if (decision?.verdict === 'back') return change.before
  if (decision?.verdict === 'kept') return decision.chosen ?? change.after
  return change.safety === 'suggestion' ? change.before : change.after
}

/** All that differs from what came, in the places of the text as it is now. */
export function replacements(state: EditorState, from = 0, to = state.doc.length): Replacement[] {
  const { verdicts, covered } = state.field(analysis)
  const found: Replacement[] = []
  const fresh = isFresh(state)
  for (const change of changesOf(state)) {
    if (covered.has(change.id)) continue
    const span = placeOf(state, change)
    const text = standing(change, verdicts.get(change.id))
    if (text === change.before || span[0] < from || span[1] > to) continue
    // A repair of something that was edited since then is not a repair any more.
    if (fresh || plainText(state, ...span) === change.before) found.push({ span, text })
  }
  return found
}

/** The same as differences from the clean text, in its places. */
export function replacementsInClean(state: EditorState): Replacement[] {
  const { verdicts, covered } = state.field(analysis)
  return changesOf(state).flatMap((change) => {
    const decision = verdicts.get(change.id)
    if (covered.has(change.id)) return []
    if (change.safety === 'suggestion' && decision?.verdict !== 'kept') return []
    return [{ span: change.clean, text: standing(change, decision) }]
  })
}

/** The text that the reader takes away: what came, with the repairs that stand. */
export function resultText(state: EditorState, from = 0, to = state.doc.length): string {
  const edits = replacements(state, from, to).map(({ span, text }) => ({
    span: [span[0] - from, span[1] - from] as const,
    text,
  }))
  return splice(plainText(state, from, to), edits)
}
