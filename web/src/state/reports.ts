// Two reports of one event: asks the core for their comparison where two texts are no versions of
// each other, and says what the view draws.
import { type Core, Stopped } from '../core/client'
import type { Span } from '../core/protocol'
import type { Fact, Reports } from '../core/reports'
import type { Compared } from './differences'
import type { State, Store } from './store'

export interface ReportsView {
  /** As the texts ask for it, or as the reader says. */
  readonly choice: 'auto' | 'versions' | 'reports'
  readonly answer: Reports | null
  /** The comparison of the differences that the answer belongs to. */
  readonly of: Compared | null
  /** The fact that was chosen, by its place in `factsOf`. */
  readonly current: number | null
}

export const noReports: ReportsView = { choice: 'auto', answer: null, of: null, current: null }

/** Texts that have more in common than this are versions of one another; the core is not asked. */
const surelyVersions = 0.6

/** The two texts are drawn as two reports. */
export const isReports = ({ reports, compared }: State): boolean =>
  reports.choice !== 'versions' && reports.answer !== null && reports.of === compared

export type FactGroup = 'conflicts' | 'onlyA' | 'onlyB' | 'both'
export interface NumberedFact {
  readonly id: number
  readonly group: FactGroup
  readonly fact: Fact
}

const groups: readonly FactGroup[] = ['conflicts', 'onlyA', 'onlyB', 'both']

/** All facts, those first that matter first. */
export function factsOf(answer: Reports): readonly NumberedFact[] {
  return groups
    .flatMap((group) => answer.facts[group].map((fact) => ({ group, fact })))
    .map((item, id) => ({ id, ...item }))
}

export interface ReportRow {
  readonly a: readonly Span[]
  readonly b: readonly Span[]
}

const key = (span: Span) => span[0]

/** The sentences of both texts in rows: linked ones beside each other, in the order of the first
    text; a sentence that stands alone in the second follows the one before it there. */
export function rowsOf(answer: Reports): readonly ReportRow[] {
  const order = (spans: (Span | null)[]) =>
    [...new Map(spans.filter((s) => s !== null).map((s) => [key(s), s])).values()].sort(
      (x, y) => x[0] - y[0],
    )
  const all = answer.sentences
  const firstOf = new Map<number, { a: number; similarity: number }>()
  for (const { a, b, similarity } of all)
    if (a && b && similarity > (firstOf.get(key(b))?.similarity ?? 0))
      firstOf.set(key(b), { a: key(a), similarity })
  const rows = new Map<number, { a: Span[]; b: Span[] }>()
  for (const a of order(all.map((s) => s.a))) rows.set(key(a), { a: [a], b: [] })
  const alone = new Map<number, Span[]>()
  let before = -1
  for (const b of order(all.map((s) => s.b))) {
    const home = firstOf.get(key(b))
    if (home) {
      rows.get(home.a)?.b.push(b)
      before = home.a
    } else alone.set(before, [...(alone.get(before) ?? []), b])
  }
  const lone = (at: number) => (alone.get(at) ?? []).map((b) => ({ a: [], b: [b] }))
  return [...lone(-1), ...[...rows].flatMap(([at, row]) => [row, ...lone(at)])]
}

export function createReports(core: Core, store: Store) {
  let asked: { compared: Compared; choice: string } | null = null
  const set = (change: Partial<ReportsView>) =>
    store.set({ reports: { ...store.get().reports, ...change } })

  async function ask(compared: Compared, forced: boolean): Promise<void> {
    try {
      const answer = await core.ask('compareReports', compared.a, compared.b, forced)
      if (store.get().compared === compared) set({ answer, of: compared, current: null })
    } catch (error) {
      // The differences are there; without this answer they stay what is shown.
      if (!(error instanceof Stopped) && store.get().compared === compared)
        set({ answer: null, of: compared, current: null })
    }
  }

  return {
    check(): void {
      const { lens, compared, reports, names } = store.get()
      if (lens !== 'differences' || compared === null || reports.choice === 'versions') return
      const forced = reports.choice === 'reports'
      if (!names || (!forced && compared.comparison.similarity > surelyVersions)) return
      if (asked?.compared === compared && asked.choice === reports.choice) return
      asked = { compared, choice: reports.choice }
      void ask(compared, forced)
    },
    choose: (choice: ReportsView['choice']) => set({ choice, current: null }),
    select: (current: number | null) => set({ current }),
  }
}
export type ReportsActions = Omit<ReturnType<typeof createReports>, 'check'>
