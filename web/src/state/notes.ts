// The notes beside the article: which repairs they show and what is decided about each.
import type { Catalog, Change, ChangeRow } from '../core/protocol'
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

/** A query: `cause:` chooses repairs by kind, title or group; the rest are words of the text. */
function matcher(state: State, query: string): (change: Change) => boolean {
  const causes: string[] = []
  const rest = query.replace(/cause:("[^"]*"?|\S*)/gi, (_all, name: string) => {
    causes.push(name.replaceAll('"', '').toLowerCase())
    return ''
  })
  const asked = causes.filter((cause) => cause !== '')
  const words = rest.trim().toLowerCase()
  const kinds = new Map<string, boolean>()
  const isAsked = (kind: string) => {
    let known = kinds.get(kind)
    if (known === undefined) {
      const row = changeRows(state.catalog).find((r) => r.name === kind)
      const names = `${kind} ${row?.group} ${row?.title}`.toLowerCase()
      known = asked.some((cause) => names.includes(cause))
      kinds.set(kind, known)
    }
    return known
  }
  return (change) =>
    (asked.length === 0 || [change.kind, ...(change.also ?? [])].some(isAsked)) &&
    (words === '' || `${change.before}\n${change.after}`.toLowerCase().includes(words))
}

/** A line end is not a place that one reads, and a file from Windows has one on each line. */
const lineEnds = /^[\r\n\u0085\u2028\u2029]*$/
export const isLineEnd = ({ before, after }: Change): boolean =>
  lineEnds.test(before) && lineEnds.test(after)

type Runs = ReadonlyMap<number, readonly Change[]>
let known: { key: readonly unknown[]; runs: Runs } | null = null

/** Neighbours that turn the same line end into the same other one: a note for all, under each id. */
function runsOf(state: State): Runs {
  const { answer, verdicts } = state.article.field(analysis)
  if (known?.key[0] === answer && known.key[1] === verdicts) return known.runs
  const runs = new Map<number, Change[]>()
  let last: Change | undefined
  for (const change of changesOf(state.article)) {
    const isEnd = isLineEnd(change)
    const goesOn =
      isEnd &&
      last?.id === change.id - 1 &&
      last.kind === change.kind &&
      last.before === change.before &&
      last.after === change.after &&
      verdicts.get(last.id)?.verdict === verdicts.get(change.id)?.verdict
    const run = goesOn && last ? (runs.get(last.id) ?? [last]) : []
    if (goesOn && last) {
      run.push(change)
      runs.set(last.id, run)
      runs.set(change.id, run)
    }
    last = isEnd ? change : undefined
  }
  known = { key: [answer, verdicts], runs }
  return runs
}

/** The changes that share the note of this one, itself among them. */
export const sharing = (state: State, change: Change): readonly Change[] =>
  runsOf(state).get(change.id) ?? [change]

/** The repairs under the chosen filter, in text order, one for each note. What it hides, no "all"
    touches. */
export function shownChanges(state: State): readonly Change[] {
  const runs = runsOf(state)
  const all = changesOf(state.article)
  const changes = runs.size === 0 ? all : all.filter((c) => (runs.get(c.id)?.[0] ?? c) === c)
  const { filter } = state
  if (filter === 'all') return changes
  if (filter === 'open') return changes.filter((c) => isOpen(c, decisionOf(state, c)))
  if ('query' in filter) return changes.filter(matcher(state, filter.query))
  return changes.filter((c) => hasCause(c, filter.kind))
}

/** Two repairs with no more than this between them are about one thing: a mark and its blank. */
const touching = 1

/** The repairs that hang together with this one, because they touch or lie over each other. */
export function together(state: State, change: Change): readonly Change[] {
  const changes = changesOf(state.article)
  const hang = (a: Change | undefined, b: Change | undefined) =>
    a !== undefined && b !== undefined && b.source[0] - a.source[1] <= touching
  let first = change.id
  let last = change.id
  while (hang(changes[first - 1], changes[first])) first--
  while (hang(changes[last], changes[last + 1])) last++
  return changes.slice(first, last + 1)
}

export const hasCause = (change: Change, kind: string): boolean =>
  change.kind === kind || (change.also?.includes(kind) ?? false)

/** Every kind of change, repairs first. */
export const changeRows = (catalog: Catalog | null | undefined): readonly ChangeRow[] => [
  ...(catalog?.repairs ?? []),
  ...(catalog?.restorations ?? []),
]

export function titleOf(state: State, kind: string): string {
  return changeRows(state.catalog).find((r) => r.name === kind)?.title ?? kind
}

export interface Counts {
  readonly all: number
  readonly open: number
  readonly back: number
  /** Sure, and standing without the reader having said so. */
  readonly byDefault: number
  /** How many of each kind, under the titles of their groups, in the order of the catalog. */
  readonly groups: readonly { title: string; kinds: readonly { kind: string; n: number }[] }[]
}

export function countNotes(state: State): Counts {
  const changes = changesOf(state.article)
  const perKind = new Map<string, number>()
  const count = (kind: string) => perKind.set(kind, (perKind.get(kind) ?? 0) + 1)
  const { verdicts } = state.article.field(analysis)
  let open = 0
  let back = 0
  let byDefault = 0
  // At every key, of perhaps tens of thousands.
  for (const change of changes) {
    const decision = verdicts.get(change.id)
    if (decision === undefined) {
      if (isSure(change)) byDefault++
      else open++
    } else if (decision.verdict === 'back') back++
    count(change.kind)
    for (const kind of change.also ?? []) if (kind !== change.kind) count(kind)
  }
  const groups = (state.catalog?.groups ?? []).map(({ name, title }) => ({
    title,
    kinds: changeRows(state.catalog).flatMap((row) => {
      const n = perKind.get(row.name)
      return row.group === name && n ? [{ kind: row.name, n }] : []
    }),
  }))
  return {
    all: changes.length,
    open,
    back,
    byDefault,
    groups: groups.filter((g) => g.kinds.length > 0),
  }
}
