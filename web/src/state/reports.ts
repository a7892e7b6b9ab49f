// Two reports of one event: asks the core for their comparison where two texts are no versions of
// each other, and says what the view draws.
import { type Core, Stopped } from '../core/client'
import type { Span } from '../core/protocol'
import type { Borrowed, Fact, Reports, Voice } from '../core/reports'
import type { Compared } from './differences'
import type { State, Store } from './store'

export interface ReportsView {
  /** As the texts ask for it, or as the reader says. */
  readonly choice: 'auto' | 'versions' | 'reports'
  readonly answer: Reports | null
  /** The comparison of the differences that the answer belongs to. */
  readonly of: Compared | null
  /** The finding that was chosen, by its id. */
  readonly current: number | null
  /** A row that is among those drawn. */
  readonly row: number
}

export const noReports: ReportsView = {
  choice: 'auto',
  answer: null,
  of: null,
  current: null,
  row: 0,
}

/** Texts that have more in common than this are versions of one another; the core is not asked. */
const surelyVersions = 0.6

/** The two texts are drawn as two reports. */
export const isReports = ({ reports, compared }: State): boolean =>
  reports.choice !== 'versions' && reports.answer !== null && reports.of === compared

export type FindingGroup = 'conflicts' | 'onlyA' | 'onlyB' | 'voices' | 'borrowed' | 'both'

/** What is told about the two reports, and its places in each. Its id is its place among all. */
export interface Finding {
  readonly id: number
  readonly group: FindingGroup
  readonly a: readonly Span[]
  readonly b: readonly Span[]
  readonly fact?: Fact
  readonly voice?: Voice
  readonly borrowed?: Borrowed
}

const places = ({ a, b }: Pick<Fact, 'a' | 'b'>) => ({
  a: a ? [a.span] : [],
  b: b ? [b.span] : [],
})

/** All of them, those first that matter first. */
export function findingsOf({ facts, voices, borrowed }: Reports): readonly Finding[] {
  const some = (group: 'conflicts' | 'onlyA' | 'onlyB' | 'both') =>
    facts[group].map((fact) => ({ group, fact, ...places(fact) }))
  const heard = voices.map((voice) => ({
    group: 'voices' as const,
    voice,
    a: voice.a.quotes,
    b: voice.b.quotes,
  }))
  const copied = borrowed.map((passage) => ({
    group: 'borrowed' as const,
    borrowed: passage,
    ...places(passage),
  }))
  const only = [...some('conflicts'), ...some('onlyA'), ...some('onlyB')]
  return [...only, ...heard, ...copied, ...some('both')].map((finding, id) => ({ ...finding, id }))
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

/** The row in which a place stands, or 0. */
export function rowAt(rows: readonly ReportRow[], side: 'a' | 'b', place: Span): number {
  const holds = (span: Span) => span[0] < place[1] && place[0] < span[1]
  return Math.max(
    0,
    rows.findIndex((row) => row[side].some(holds)),
  )
}

let known: Read | null = null
interface Read {
  readonly answer: Reports
  readonly findings: readonly Finding[]
  readonly rows: readonly ReportRow[]
}

/** An answer in the order in which it is shown; computed once. */
export function readReports(answer: Reports): Read {
  if (known?.answer !== answer)
    known = { answer, findings: findingsOf(answer), rows: rowsOf(answer) }
  return known
}

/** How many findings tell the two reports apart. */
export const countApart = ({ facts }: Reports): number =>
  facts.conflicts.length + facts.onlyA.length + facts.onlyB.length

export function createReports(core: Core, store: Store) {
  let asked: { compared: Compared; choice: string } | null = null
  const set = (change: Partial<ReportsView>) =>
    store.set({ reports: { ...store.get().reports, ...change } })

  async function ask(compared: Compared, choice: ReportsView['choice']): Promise<void> {
    try {
      const forced = choice === 'reports'
      const answer = await core.ask('compareReports', compared.a, compared.b, forced)
      if (store.get().compared === compared) set({ ...noReports, choice, answer, of: compared })
    } catch (error) {
      // The differences are there; without this answer they stay what is shown.
      if (!(error instanceof Stopped) && store.get().compared === compared)
        set({ ...noReports, choice, of: compared })
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
      void ask(compared, reports.choice)
    },
    choose: (choice: ReportsView['choice']) => set({ choice, current: null, row: 0 }),
    select(id: number | null): void {
      const { answer } = store.get().reports
      if (answer === null) return
      const { findings, rows } = readReports(answer)
      const { a, b } = findings[id ?? -1] ?? { a: [], b: [] }
      if (a[0]) set({ current: id, row: rowAt(rows, 'a', a[0]) })
      else if (b[0]) set({ current: id, row: rowAt(rows, 'b', b[0]) })
      else set({ current: id })
    },
    /** The next or previous finding; at the end it goes round. */
    go(step: 1 | -1): void {
      const { answer, current } = store.get().reports
      const count = answer ? readReports(answer).findings.length : 0
      if (count === 0) return
      const next = current === null ? (step > 0 ? 0 : count - 1) : current + step
      this.select((next + count) % count)
    },
    /** Other rows are drawn. */
    showRow: (row: number) => set({ row }),
  }
}
export type ReportsActions = Omit<ReturnType<typeof createReports>, 'check'>
