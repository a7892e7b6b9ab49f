// What the reader can do about differences. Taking the other text's words is an ordinary edit of the
// article; leaving one's own is a decision. Both are steps of the history.
import { isolateHistory } from '@codemirror/commands'
import type { Hunk, Span } from '../core/protocol'
import type { Comparer } from './comparer'
import { decide } from './decisions'
import {
  type Compared,
  causeTitle,
  differenceKind,
  groupTitle,
  isSide,
  keepingOf,
  keptHunks,
  shownHunks,
} from './differences'
import { reachBack, splice } from './splice'
import type { Article, Differ, Store } from './store'
import { takePlaces } from './taken'
import { words } from './words'

export interface DifferenceActions {
  select(hunk: Hunk | null): void
  go(step: 1 | -1): Hunk | null
  /** The next difference that is not decided, else just the next. */
  goOn(): Hunk | null
  /** Leaves the article as it is here; once more opens the difference again. */
  keep(hunk: Hunk): void
  /** Puts the other text's words into the article. */
  take(hunk: Hunk): void
  keepCause(hunk: Hunk): void
  takeCause(hunk: Hunk): void
  showGroup(group: string, on: boolean): void
  query(query: string): void
  side(on: boolean): void
}

/** The edits of the article that make these differences those of the other text. */
export function takingEdits({ a, doc, replacements }: Compared, hunks: readonly Hunk[]) {
  const back = reachBack(replacements)
  const edits: { from: number; to: number; wide: [number, number]; hunks: Hunk[] }[] = []
  for (const hunk of [...hunks].sort((x, y) => x.a[0] - y.a[0] || x.a[1] - y.a[1])) {
    const { span, wide } = back(hunk.a)
    const last = edits.at(-1)
    // Two differences in the letters that one repair put there are taken with the whole repair.
    if (last && wide[0] < last.wide[1]) {
      last.to = Math.max(last.to, span[1])
      last.wide[1] = Math.max(last.wide[1], wide[1])
      last.hunks.push(hunk)
    } else edits.push({ from: span[0], to: span[1], wide: [...wide], hunks: [hunk] })
  }
  return edits
    .filter(({ to }) => to <= doc.length)
    .map(({ from, to, wide, hunks: inside }) => {
      const own = inside.map(
        (h) => ({ span: [h.a[0] - wide[0], h.a[1] - wide[0]], text: h.after }) as const,
      )
      return { from, to, insert: splice(a.slice(...wide), own) }
    })
}

export function createDifferenceActions(
  store: Store,
  article: Article,
  comparer: Comparer,
): DifferenceActions {
  const differ = (change: Partial<Differ>) =>
    store.set({ differ: { ...store.get().differ, ...change } })
  const say = (message: string) => store.set({ message })

  /** Only what is seen may be acted on: never an older comparison. */
  const fresh = (): Compared | null => {
    const { compared } = store.get()
    if (compared && comparer.isFresh()) return compared
    say(words.saidStillComparing)
    return null
  }
  /** A move is taken as its two ends. */
  const partsOf = ({ comparison }: Compared, hunk: Hunk) =>
    hunk.op === 'move' ? comparison.hunks.filter((h) => h.move === hunk.id) : [hunk]
  const ofCause = (hunk: Hunk) => shownHunks(store.get()).filter((h) => h.cause === hunk.cause)

  const keepAll = (hunks: readonly Hunk[], on: boolean) => {
    const compared = fresh()
    if (!compared) return false
    const back = reachBack(compared.replacements)
    article.dispatch({
      effects: decide.of(
        hunks.map((hunk) => {
          const [from, to] = back(hunk.a).span
          const decision = on ? keepingOf(hunk, from === to) : null
          return { from, to, kind: differenceKind, decision }
        }),
      ),
      annotations: isolateHistory.of('full'),
      userEvent: 'decide',
    })
    return true
  }
  const takeAll = (hunks: readonly Hunk[]) => {
    const compared = fresh()
    if (!compared) return false
    const edits = takingEdits(
      compared,
      hunks.flatMap((h) => partsOf(compared, h)),
    )
    const changes = article.state.changes(
      edits.map(({ from, to, insert }) => ({ from, to, insert: article.state.toText(insert) })),
    )
    const taken: Span[] = []
    changes.iterChanges((_fromA, _toA, fromB, toB) => taken.push([fromB, toB]))
    article.dispatch({
      changes,
      effects: takePlaces.of(taken),
      annotations: isolateHistory.of('full'),
      userEvent: 'input.take',
    })
    return true
  }

  const actions: DifferenceActions = {
    select: (hunk) => differ({ current: hunk?.id ?? null }),
    go(step) {
      const shown = shownHunks(store.get())
      const at = shown.findIndex((h) => h.id === store.get().differ.current)
      const next = at === -1 ? (step > 0 ? 0 : shown.length - 1) : at + step
      const hunk = shown[(next + shown.length) % shown.length] ?? null
      if (hunk === null || shown[at] === hunk) say(words.saidNoDifferences)
      actions.select(hunk)
      return hunk
    },
    goOn() {
      const kept = keptHunks(store.get())
      const { current } = store.get().differ
      const shown = shownHunks(store.get())
      const at = shown.findIndex((h) => h.id === current)
      const rest = [...shown.slice(at + 1), ...shown.slice(0, Math.max(at, 0))]
      const next = rest.find((h) => !kept.has(h.id))
      if (next === undefined) return actions.go(1)
      actions.select(next)
      return next
    },
    keep(hunk) {
      const kept = keptHunks(store.get()).has(hunk.id)
      if (keepAll([hunk], !kept)) say(kept ? words.saidOpenAgain : words.saidLeft(1))
    },
    take(hunk) {
      if (takeAll([hunk])) say(words.saidTaken(1))
    },
    keepCause(hunk) {
      const same = ofCause(hunk)
      if (keepAll(same, true)) say(words.saidLeft(same.length, causeTitle(store.get(), hunk.cause)))
    },
    takeCause(hunk) {
      const same = ofCause(hunk)
      if (takeAll(same)) say(words.saidTaken(same.length, causeTitle(store.get(), hunk.cause)))
    },
    showGroup(group, on) {
      const hidden = new Set(store.get().differ.hidden)
      if (on) hidden.delete(group)
      else hidden.add(group)
      differ({ hidden })
      const title = groupTitle(store.get(), group)
      say(on ? words.saidGroupShown(title) : words.saidGroupHidden(title))
    },
    query: (query) => differ({ query }),
    side(on) {
      if (isSide(store.get()) !== on) differ({ side: on })
    },
  }
  return actions
}
