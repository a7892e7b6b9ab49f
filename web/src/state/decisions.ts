// What the reader decided about repairs, kept beside the text and undone together with it.
//
// A decision belongs to a place, not to a number: answers come and go with every key, and a repair
// that is found again at the same place finds its decision there.
import { invertedEffects } from '@codemirror/commands'
import { type Extension, RangeSet, RangeValue, StateEffect, StateField } from '@codemirror/state'

export type Verdict = 'kept' | 'back'

export class Decision extends RangeValue {
  constructor(
    readonly verdict: Verdict,
    readonly kind: string,
    readonly before: string,
    /** The reading that was chosen instead of the repair's own, if one was. */
    readonly chosen?: string,
    empty = false,
  ) {
    super()
    // Text typed at an edge is not part of what was decided.
    this.startSide = 1
    this.endSide = empty ? 1 : -1
  }
  override eq(other: Decision): boolean {
    return (
      this.verdict === other.verdict &&
      this.kind === other.kind &&
      this.before === other.before &&
      this.chosen === other.chosen
    )
  }
}

/** A place and what is decided there; `null` takes a decision back. */
export interface Deciding {
  readonly from: number
  readonly to: number
  readonly kind: string
  readonly decision: Decision | null
}

export const decide = StateEffect.define<readonly Deciding[]>()
const restoreDecisions = StateEffect.define<RangeSet<Decision>>()

const key = (from: number, to: number, kind: string) => `${from} ${to} ${kind}`

export const decisions = StateField.define<RangeSet<Decision>>({
  create: () => RangeSet.empty,
  update(set, tr) {
    let next = set.map(tr.changes)
    for (const effect of tr.effects) {
      if (effect.is(decide)) {
        const places = new Set(effect.value.map((d) => key(d.from, d.to, d.kind)))
        next = next.update({
          filter: (from, to, old) => !places.has(key(from, to, old.kind)),
          add: effect.value.flatMap((d) => (d.decision ? [d.decision.range(d.from, d.to)] : [])),
          sort: true,
        })
      } else if (effect.is(restoreDecisions)) next = effect.value
    }
    return next
  },
})

/**
 * The whole set is remembered with each step: it is immutable and shares its parts, and since every
 * change of the text can be undone, its places are exactly right when the step is undone.
 */
const undoDecisions = invertedEffects.of((tr) => {
  const before = tr.startState.field(decisions)
  return before === tr.state.field(decisions) ? [] : [restoreDecisions.of(before)]
})

export const deciding: Extension = [decisions, undoDecisions]
