// The differences between the article and another text: which are shown, what was decided, how many
// there are of each sort.
import type { Text } from '@codemirror/state'
import type { Comparison, Hunk } from '../core/protocol'
import { Decision, decisions } from './decisions'
import { type Replacement, reachBack } from './splice'
import type { Differ, State } from './store'

/** A comparison, the two texts that it is of, and the article from which the first one was made. */
export interface Compared {
  readonly comparison: Comparison
  readonly a: string
  readonly b: string
  /** Milliseconds that the core took. */
  readonly took: number
  readonly doc: Text
  readonly replacements: readonly Replacement[]
}

/** Decisions about differences stand among those about repairs, under this kind. */
export const differenceKind = 'difference'

/** Texts that have less than this in common are read side by side: in one column little but struck
    lines would be seen. */
const sideBelow = 0.5

export const noDiffer: Differ = {
  side: null,
  writing: false,
  // Damage says nothing about the event, and there is much of it.
  hidden: new Set(['damage']),
  query: '',
  current: null,
}

export const isSide = ({ differ, compared }: State): boolean =>
  differ.side ?? (compared !== null && compared.comparison.similarity < sideBelow)

/** An end of a move is part of the move, not a difference of its own. */
export const isCounted = (hunk: Hunk): boolean => hunk.move === undefined

/** A query in its parts: `cause:` and `group:` choose by name or title, the rest are words to find. */
function parse(query: string) {
  const causes: string[] = []
  const found = query.replace(/(?:cause|group):("[^"]*"?|\S*)/gi, (_all, name: string) => {
    causes.push(name.replaceAll('"', '').toLowerCase())
    return ''
  })
  return { causes: causes.filter((c) => c !== ''), words: found.trim().toLowerCase() }
}

function matcher(state: State): (hunk: Hunk) => boolean {
  const { causes, words } = parse(state.differ.query)
  const named = (name: string, rows: readonly { name: string; title: string }[] = []) => {
    const title = rows.find((row) => row.name === name)?.title ?? ''
    return (asked: string) => name === asked || title.toLowerCase().includes(asked)
  }
  const known = new Map<string, boolean>()
  const isAsked = (hunk: Hunk) =>
    [hunk.cause, ...hunk.causes].some((cause) =>
      causes.some(named(cause, state.catalog?.causes ?? [])),
    ) || causes.some(named(hunk.group, state.catalog?.cause_groups ?? []))
  return (hunk) => {
    const key = `${hunk.cause} ${hunk.causes.join()}`
    let ok = known.get(key)
    if (ok === undefined) {
      // Who asks for a cause wants to see it, whatever its group.
      ok = causes.length > 0 ? isAsked(hunk) : !state.differ.hidden.has(hunk.group)
      known.set(key, ok)
    }
    return ok && (words === '' || `${hunk.before}\n${hunk.after}`.toLowerCase().includes(words))
  }
}

type Known<T> = { key: readonly unknown[]; value: T } | null
/** Computes once for the same parts of the state. */
function remember<T>(parts: (state: State) => readonly unknown[], compute: (state: State) => T) {
  let known: Known<T> = null
  return (state: State): T => {
    const key = parts(state)
    if (known === null || key.some((part, i) => part !== known?.key[i]))
      known = { key, value: compute(state) }
    return known.value
  }
}

/** The differences under the chosen groups and the query, in the order of the first text. */
export const shownHunks = remember<readonly Hunk[]>(
  ({ compared, differ, catalog }) => [compared, differ.hidden, differ.query, catalog],
  (state) => {
    const isShown = matcher(state)
    return (state.compared?.comparison.hunks ?? []).filter((h) => isCounted(h) && isShown(h))
  },
)

/** Their numbers, as they stand in the text and at the notes: by the id of the difference. */
export const numbersOf = remember<ReadonlyMap<number, number>>(
  ({ compared, differ, catalog }) => [compared, differ.hidden, differ.query, catalog],
  (state) => new Map(shownHunks(state).map((hunk, i) => [hunk.id, i + 1])),
)

/** What the reader has looked at and left as it is, by id. */
export const keptHunks = remember<ReadonlySet<number>>(
  ({ compared, article }) => [compared, article.field(decisions)],
  ({ compared, article }) => {
    const kept = new Set<number>()
    const set = article.field(decisions)
    if (!compared || set.size === 0) return kept
    const places = new Map<string, Decision>()
    for (const c = set.iter(); c.value; c.next())
      if (c.value.kind === differenceKind) places.set(placeKey(c.from, c.to, c.value), c.value)
    if (places.size === 0) return kept
    const back = reachBack(compared.replacements)
    for (const hunk of compared.comparison.hunks) {
      const [from, to] = back(hunk.a).span
      if (places.has(placeKey(from, to, keepingOf(hunk, from === to)))) kept.add(hunk.id)
    }
    return kept
  },
)
const placeKey = (from: number, to: number, { before, chosen }: Decision) =>
  `${from} ${to} ${before}\0${chosen}`

/** The decision to leave a difference as it is. */
export const keepingOf = (hunk: Hunk, empty: boolean): Decision =>
  new Decision('kept', differenceKind, hunk.before, hunk.after, empty)

export interface DifferenceCounts {
  readonly all: number
  readonly groups: readonly {
    readonly name: string
    readonly title: string
    readonly n: number
    readonly causes: readonly {
      readonly name: string
      readonly title: string
      readonly n: number
    }[]
  }[]
}

/** How many of each group and cause, in the order of the catalog. */
export const countDifferences = remember<DifferenceCounts>(
  ({ compared, catalog }) => [compared, catalog],
  ({ compared, catalog }) => {
    const perCause = new Map<string, number>()
    let all = 0
    for (const hunk of compared?.comparison.hunks ?? []) {
      if (!isCounted(hunk)) continue
      all++
      perCause.set(hunk.cause, (perCause.get(hunk.cause) ?? 0) + 1)
    }
    const groups = (catalog?.cause_groups ?? []).map((group) => {
      const causes = (catalog?.causes ?? [])
        .filter((cause) => cause.group === group.name && perCause.has(cause.name))
        .map(({ name, title }) => ({ name, title, n: perCause.get(name) ?? 0 }))
      return { ...group, n: causes.reduce((sum, { n }) => sum + n, 0), causes }
    })
    return { all, groups }
  },
)

export const causeTitle = (state: State, cause: string): string =>
  state.catalog?.causes?.find((row) => row.name === cause)?.title ?? cause
export const groupTitle = (state: State, group: string): string =>
  state.catalog?.cause_groups?.find((row) => row.name === group)?.title ?? group
