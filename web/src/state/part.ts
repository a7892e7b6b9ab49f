// A part of the article read anew, put into what is known of the rest. A whole text of a million
// characters takes the core a second; the lines around the place that is typed in take it milliseconds.
// What the part says of other lines, or what only the whole can say (names, lost words), stays as it was
// until the whole is read again.
import type { ChangeDesc, EditorState } from '@codemirror/state'
import { countWords } from '../core/count_words'
import type { Change, Document } from '../core/protocol'
import { type Answer, analysis, lastStartingBy, lookBack } from './analysis'
import { plainText } from './breaks'
import { splice } from './splice'

/** Where the lines that are drawn anew begin and end, in the text as it is, and the text around them
    that the core reads with them. */
export interface Part {
  readonly text: string
  /** Where `text` begins. */
  readonly offset: number
  readonly from: number
  readonly to: number
}

/** Where more was changed than this, the whole is read. */
const mostChanged = 4000
/** This much on both sides of what was changed is drawn anew, and on to the end of the line. */
const drawn = 300
/** So much more is read on both sides: the rules look at the habits of a text, such as blanks before
    its marks. Measured on 360 edits in 60 texts: in 97 of a hundred all repairs were those of the whole
    text, with 2000 in 93. */
const around = 6000
/** A line that goes on longer than this is cut at a blank. */
const longest = 1500

/** The start of a line, or of a word, at least `least` before a position. */
function before(state: EditorState, position: number, least: number): number {
  const end = position - least
  if (end <= 0) return 0
  const start = Math.max(0, end - longest)
  const text = state.sliceDoc(start, end)
  const line = text.lastIndexOf('\n')
  if (line >= 0) return start + line + 1
  return start === 0 ? 0 : start + text.indexOf(' ') + 1
}

/** The end of a line, or of a word, at least `least` after a position. */
function after(state: EditorState, position: number, least: number): number {
  const { length } = state.doc
  const start = position + least
  if (start >= length) return length
  const text = state.sliceDoc(start, start + longest)
  const line = text.indexOf('\n')
  if (line >= 0) return start + line
  if (start + longest >= length) return length
  const blank = text.lastIndexOf(' ')
  return blank >= 0 ? start + blank : start + text.length
}

/** What was changed since the answer, from the first change to the last. */
function hull(since: ChangeDesc): { from: number; to: number } | null {
  let from = Number.POSITIVE_INFINITY
  let to = -1
  let gone = 0
  since.iterChangedRanges((fromA, toA, fromB, toB) => {
    from = Math.min(from, fromB)
    to = Math.max(to, toB)
    gone += toA - fromA
  })
  return to < 0 || to - from > mostChanged || gone > mostChanged ? null : { from, to }
}

/** Will a part do for what was changed since the last answer? */
export function isPartEnough(state: EditorState): boolean {
  const { answer, since } = state.field(analysis)
  if (answer === null || answer.document.source.length !== since.length) return false
  return since.empty || hull(since) !== null
}

/** What to read for what was typed since the last answer; null where only the whole will do. */
export function partToRead(state: EditorState): Part | null {
  const { answer, since } = state.field(analysis)
  if (answer === null || answer.document.source.length !== since.length) return null
  const changed = hull(since)
  if (changed === null) return null
  const from = before(state, changed.from, drawn)
  const to = after(state, changed.to, drawn)
  const offset = before(state, from, around)
  const text = plainText(state, offset, after(state, to, around))
  return { text, offset, from, to }
}

/** A position that no change lies across, at or before another. */
function clearBefore(changes: readonly Change[], position: number): number {
  let clear = position
  const last = lastStartingBy(changes, position - 1)
  for (let i = last; i >= 0 && i > last - lookBack; i--) {
    const [from, to] = changes[i]?.source ?? [0, 0]
    if (from < clear && to > clear) clear = from
  }
  return clear
}

/** The same, at or after it. */
function clearAfter(changes: readonly Change[], position: number): number {
  let clear = position
  const last = lastStartingBy(changes, position - 1)
  for (let i = Math.max(0, last - lookBack); (changes[i]?.source[0] ?? clear) < clear; i++)
    clear = Math.max(clear, changes[i]?.source[1] ?? clear)
  return clear
}

const isApplied = (change: Change): boolean => change.safety !== 'suggestion'

/** The changes before a place, in it and after it, where none lies across its edges. */
function divide(changes: readonly Change[], from: number, to: number) {
  const first = lastStartingBy(changes, from - 1) + 1
  const end = lastStartingBy(changes, to - 1) + 1
  let last = end
  // At its end stands an insertion that belongs to it.
  const atEnd: Change[] = []
  const rest: Change[] = []
  for (; changes[last]?.source[0] === to; last++) {
    const change = changes[last] as Change
    if (change.source[1] === to) atEnd.push(change)
    else rest.push(change)
  }
  const inside = [...changes.slice(first, end), ...atEnd]
  return { first, inside, rest: [...rest, ...changes.slice(last)] }
}

/** How far the clean text is ahead of the source after the first `count` changes. */
function ahead(changes: readonly Change[], count: number): number {
  for (let i = count - 1; i >= 0; i--) {
    const change = changes[i]
    if (change && isApplied(change)) return change.clean[1] - change.source[1]
  }
  return 0
}

const shifted = (change: Change, source: number, clean: number, id: number): Change =>
  source === 0 && clean === 0 && id === change.id
    ? change
    : {
        ...change,
        id,
        source: [change.source[0] + source, change.source[1] + source],
        clean: [change.clean[0] + clean, change.clean[1] + clean],
      }

const overlap = ({ source: a }: Change, { source: b }: Change): boolean =>
  (a[0] < b[1] && b[0] < a[1]) || a[0] === b[0]

/**
 * The answer about the text as it is, from the last one and what the core says of a part. Null where a
 * repair lies across both, so that only the whole can say.
 */
export function withPart(
  state: EditorState,
  part: Part,
  found: Pick<Document, 'clean' | 'changes'>,
  took: number,
): Answer | null {
  const { answer, since } = state.field(analysis)
  if (answer === null) return null
  const { document } = answer
  const back = since.invertedDesc
  const { offset } = part
  // The edges move out until no repair, old or new, lies across them.
  let { from, to } = part
  let old = { from: 0, to: 0 }
  for (let tries = 0; ; tries++) {
    old = {
      from: clearBefore(document.changes, back.mapPos(from, -1)),
      to: clearAfter(document.changes, back.mapPos(to, 1)),
    }
    const nextFrom = clearBefore(found.changes, since.mapPos(old.from, -1) - offset) + offset
    const nextTo = clearAfter(found.changes, since.mapPos(old.to, 1) - offset) + offset
    if (nextFrom === from && nextTo === to) break
    if (tries === 10) return null
    from = nextFrom
    to = nextTo
  }
  if (from < offset || to > offset + part.text.length) return null

  const was = divide(document.changes, old.from, old.to)
  const now = divide(found.changes, from - offset, to - offset)
  const kept = document.changes.slice(0, was.first)
  const keptAhead = ahead(kept, kept.length)
  const lost = stillLost(state, was.inside, now.inside, offset)
  // Positions in the part, of its source and of its clean text.
  const foundAhead = ahead(found.changes, now.first)
  const start = from - offset + foundAhead
  const end = to - offset + ahead(found.changes, now.first + now.inside.length)
  const cleanFrom = old.from + keptAhead
  const cleanShift = cleanFrom - start
  const changes = [...kept]
  const restored: { span: [number, number]; text: string }[] = []
  let more = 0
  let before = foundAhead
  let next = 0
  const placeLost = (until: number) => {
    for (; (lost[next]?.source[0] ?? Number.POSITIVE_INFINITY) < until; next++) {
      const change = lost[next] as Change
      const at = change.source[0] - offset + before
      const length = change.before.length
      const stands = isApplied(change) ? change.after.length : length
      const clean = at + cleanShift + more
      changes.push({ ...change, id: changes.length, clean: [clean, clean + stands] })
      if (!isApplied(change)) continue
      restored.push({ span: [at, at + length], text: change.after })
      more += stands - length
    }
  }
  for (const change of now.inside) {
    placeLost(change.source[0] + offset)
    changes.push(shifted(change, offset, cleanShift + more, changes.length))
    if (isApplied(change)) before = change.clean[1] - change.source[1]
  }
  placeLost(Number.POSITIVE_INFINITY)
  const middle = splice(
    found.clean.slice(start, end),
    restored.map(({ span, text }) => ({ span: [span[0] - start, span[1] - start], text })),
  )
  const oldEnd = old.to + ahead(document.changes, document.changes.length - was.rest.length)
  const sourceShift = to - old.to
  const restShift = cleanFrom + middle.length - oldEnd
  for (const change of was.rest)
    changes.push(shifted(change, sourceShift, restShift, changes.length))
  const words = countWords(middle) - countWords(document.clean.slice(cleanFrom, oldEnd))
  return {
    document: {
      schema: document.schema,
      offsets: document.offsets,
      source:
        document.source.slice(0, old.from) +
        plainText(state, from, to) +
        document.source.slice(old.to),
      clean: document.clean.slice(0, cleanFrom) + middle + document.clean.slice(oldEnd),
      changes,
      paragraphs: [],
      sentences: [],
    },
    words: answer.words + words,
    took,
    whole: answer.whole ?? answer,
  }
}

/** What was found written over, where it still stands and nothing else is found in its place. */
function stillLost(
  state: EditorState,
  was: readonly Change[],
  now: readonly Change[],
  offset: number,
): Change[] {
  const { since } = state.field(analysis)
  return was.flatMap((change) => {
    if (change.lost === undefined) return []
    const [from, to] = change.source
    // At its edge a word is typed that may change what it is.
    if (since.touchesRange(from, to)) return []
    const source = [since.mapPos(from), since.mapPos(to)] as const
    const moved = { ...change, source }
    return now.some((other) => overlap(moved, shifted(other, offset, 0, 0))) ? [] : [moved]
  })
}
