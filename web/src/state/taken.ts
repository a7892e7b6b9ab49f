// Words that were taken from the other text stand as they are there: a repair that would change them
// again is put back, or the difference would never go away.
import { type EditorState, StateEffect, StateField, Transaction } from '@codemirror/state'
import type { Span } from '../core/protocol'
import { analysis, changesOf, placeOf } from './analysis'
import { Decision, decide } from './decisions'
import type { Article } from './store'

/** Places of the text after the transaction. */
export const takePlaces = StateEffect.define<readonly Span[]>()
const settle = StateEffect.define<null>()

/** What was taken since the last answer of the core. */
export const takenPlaces = StateField.define<readonly Span[]>({
  create: () => [],
  update(places, tr) {
    let next = places
    if (tr.docChanged && next.length > 0)
      next = next.map(([from, to]) => [tr.changes.mapPos(from, 1), tr.changes.mapPos(to, -1)])
    for (const effect of tr.effects) {
      if (effect.is(takePlaces)) next = [...next, ...effect.value]
      else if (effect.is(settle)) next = []
    }
    return next
  },
})

const overlaps = ([from, to]: Span, [start, end]: Span) =>
  from === to ? start <= from && from <= end : start < to && from < end

/** Repairs that stand unasked in what was taken. */
const unasked = (state: EditorState) => {
  const { verdicts } = state.field(analysis)
  const places = state.field(takenPlaces)
  return changesOf(state).flatMap((change) => {
    if (change.safety === 'suggestion' || verdicts.has(change.id)) return []
    const [from, to] = placeOf(state, change)
    if (!places.some((place) => place[0] < place[1] && overlaps([from, to], place))) return []
    const decision = new Decision('back', change.kind, change.before, undefined, from === to)
    return [{ from, to, kind: change.kind, decision }]
  })
}

/** To be called when the answer is about the text as it is. No step of the history: it belongs to the taking. */
export function settleTaken(article: Article): void {
  if (article.state.field(takenPlaces).length === 0) return
  article.dispatch({
    effects: [decide.of(unasked(article.state)), settle.of(null)],
    annotations: Transaction.addToHistory.of(false),
  })
}
