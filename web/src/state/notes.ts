// The notes beside the article: which repairs they show and what is decided about each.
import type { Change } from '../core/protocol'
import { analysis, changesOf } from './analysis'
import type { Decision } from './decisions'
import type { State } from './store'

/**
 * A likely repair counts as sure from here on: by the core's own account nine in ten such repairs
 * are right, and a list that asks about every joined comma hides the few that need an eye.
 */
const sureFrom = 0.9

export const isSure = (change: Change): boolean =>
  change.safety === 'safe' || (change.safety === 'likely' && change.confidence >= sureFrom)

/** A repair without a decision that is not sure enough to stand unasked. */
export const isOpen = (change: Change, decision: Decision | undefined): boolean =>
  decision === undefined && !isSure(change)

export const decisionOf = (state: State, change: Change): Decision | undefined =>
  state.article.field(analysis).verdicts.get(change.id)

/** The repairs under the chosen filter, in text order. What it hides, no "all" touches. */
export function shownChanges(state: State): readonly Change[] {
  const changes = changesOf(state.article)
  const { filter } = state
  if (filter === 'all') return changes
  if (filter === 'open') return changes.filter((c) => isOpen(c, decisionOf(state, c)))
  return changes.filter((c) => hasCause(c, filter.kind))
}

export const hasCause = (change: Change, kind: string): boolean =>
  change.kind === kind || (change.also?.includes(kind) ?? false)

export function titleOf(state: State, kind: string): string {
  return state.catalog?.repairs.find((r) => r.name === kind)?.title ?? kind
}

export interface Counts {
  readonly all: number
  readonly open: number
  /** Sure, and standing without the reader having said so. */
  readonly byDefault: number
  /** How many of each kind, under the titles of their groups, in the order of the catalog. */
  readonly groups: readonly { title: string; kinds: readonly { kind: string; n: number }[] }[]
}

export function countNotes(state: State): Counts {
  const changes = changesOf(state.article)
  const perKind = new Map<string, number>()
  let open = 0
  let byDefault = 0
  for (const change of changes) {
    const decision = decisionOf(state, change)
    if (isOpen(change, decision)) open++
    if (isSure(change) && decision === undefined) byDefault++
    for (const kind of new Set([change.kind, ...(change.also ?? [])]))
      perKind.set(kind, (perKind.get(kind) ?? 0) + 1)
  }
  const groups = (state.catalog?.groups ?? []).map(({ name, title }) => ({
    title,
    kinds: (state.catalog?.repairs ?? []).flatMap((repair) => {
      const n = perKind.get(repair.name)
      return repair.group === name && n ? [{ kind: repair.name, n }] : []
    }),
  }))
  return { all: changes.length, open, byDefault, groups: groups.filter((g) => g.kinds.length > 0) }
}
