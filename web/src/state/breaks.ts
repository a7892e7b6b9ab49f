// Breaks that are only for the eye. An article that came as one line of 100 KB makes the editor slow
// (measured: four times the work per key), so some of its blanks are shown as line breaks. One
// character stands for one character, offsets do not move, and whatever leaves the page has its
// blanks back.
import { invertedEffects } from '@codemirror/commands'
import {
  EditorState,
  type Extension,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
  type Text,
  type TransactionSpec,
} from '@codemirror/state'

import type { Span } from '../core/protocol'

/** Lines up to this length stay as they are; the cost is measured to start above 5,000. */
const longLine = 1000
/** Without a run of blanks to mark a paragraph, one begins at a sentence end after this much. */
const paragraph = 400
/** Where not even a sentence ends, any blank after this much will do. */
const desperate = 2000

class ShownBreak extends RangeValue {
  override startSide = 1
  override endSide = -1
}
const shownBreak = new ShownBreak()

const addBreaks = StateEffect.define<readonly number[]>()
const restoreBreaks = StateEffect.define<RangeSet<ShownBreak>>()

/** The places in the document where a line break stands for a blank. */
export const shownBreaks = StateField.define<RangeSet<ShownBreak>>({
  create: () => RangeSet.empty,
  update(set, tr) {
    let next = set.map(tr.changes)
    for (const effect of tr.effects) {
      if (effect.is(addBreaks))
        next = next.update({ add: effect.value.map((at) => shownBreak.range(at, at + 1)) })
      else if (effect.is(restoreBreaks)) next = effect.value
    }
    return next
  },
})

/** Where to show breaks in a line: each place is a single blank. */
export function breakPlaces(line: string): number[] {
  const places: number[] = []
  let last = 0
  const fill = (until: number) => {
    while (until - last > desperate) {
      const blank = line.indexOf(' ', last + paragraph)
      if (blank === -1 || blank >= until) return
      places.push(blank)
      last = blank + 1
    }
  }
  for (const match of line.matchAll(/[.!?…]["”’)\]]*(?: ["”’)])?( +)(?=\S)/g)) {
    const blanks = match[1]?.length ?? 0
    const at = match.index + match[0].length - 1
    if (blanks < 2 && at - last < paragraph) continue
    fill(at)
    places.push(at)
    last = at + 1
  }
  fill(line.length)
  return places
}

/** Every way in, typing, paste, drop or a file, passes here; undo and redo bring their own breaks. */
const breakLongLines = EditorState.transactionFilter.of((tr) => {
  if (!tr.docChanged || tr.isUserEvent('undo') || tr.isUserEvent('redo')) return tr
  const places: number[] = []
  tr.changes.iterChanges((_fromA, _toA, fromB, _toB, inserted: Text) => {
    if (inserted.length <= longLine) return
    let at = fromB
    for (const line of inserted.iterLines()) {
      if (line.length > longLine) for (const place of breakPlaces(line)) places.push(at + place)
      at += line.length + 1
    }
  })
  if (places.length === 0) return tr
  const breaks: TransactionSpec = {
    changes: places.map((at) => ({ from: at, to: at + 1, insert: '\n' })),
    effects: addBreaks.of(places),
    sequential: true,
  }
  return [tr, breaks]
})

const undoBreaks = invertedEffects.of((tr) => {
  const before = tr.startState.field(shownBreaks)
  return before === tr.state.field(shownBreaks) ? [] : [restoreBreaks.of(before)]
})

/** The text as it came: every shown break is its blank again. */
export function plainText(state: EditorState, from = 0, to = state.doc.length): string {
  const text = state.sliceDoc(from, to)
  const parts: string[] = []
  let done = from
  state.field(shownBreaks).between(from, to, (at, end) => {
    if (at < from || end > to) return
    parts.push(text.slice(done - from, at - from), ' ')
    done = end
  })
  parts.push(text.slice(done - from))
  return parts.join('')
}

/** Where the text after each shown break begins. */
export function breaksShown(state: EditorState): Span[] {
  const places: Span[] = []
  for (const c = state.field(shownBreaks).iter(); c.value; c.next()) places.push([c.to, c.to])
  return places
}

export const showBreaks: Extension = [shownBreaks, breakLongLines, undoBreaks]
