// The Differences lens put together: its state, its views and its keys.
import type { Core } from '../core/client'
import type { Hunk } from '../core/protocol'
import type { Carry } from '../state/carry'
import { createComparer } from '../state/comparer'
import { createDifferenceActions } from '../state/difference_actions'
import { isSide, shownHunks } from '../state/differences'
import type { Reader } from '../state/reader'
import { createReports, isReports } from '../state/reports'
import { createSecondText } from '../state/second_text'
import type { Article, State, Store } from '../state/store'
import { words } from '../state/words'
import { drawDifferenceNotes } from './difference_notes'
import { drawDifferences, isWriting } from './differences'
import { focusNote } from './regions'
import { drawReportNotes } from './reports_notes'
import type { Offer } from './second_text'

export interface LensParts {
  readonly core: Core
  readonly article: Article
  readonly store: Store
  readonly reader: Reader
  readonly carry: Carry
  readonly root: { differences: HTMLElement; notes: HTMLElement }
  /** Texts that come with the page. */
  readonly samples: readonly Offer[]
  openDialog(): void
  lens(lens: State['lens']): void
}

/** Two columns need this much; the style sheets say the same. */
const wide = matchMedia('(width >= 60rem)')

export function createDifferenceLens(parts: LensParts) {
  const { core, article, store, reader, carry, root } = parts
  const comparer = createComparer(core, article, store, reader)
  const actions = createDifferenceActions(store, article, comparer)
  const reports = createReports(core, store)
  const second = createSecondText(article, store, carry)
  wide.addEventListener('change', () => store.set({}))

  /** Samples go with a sample; and any text can be seen beside what it was. */
  const offers = ({ opened }: State): Offer[] => {
    const known = parts.samples.some(({ text }) => text === opened)
    const others = known ? parts.samples.filter(({ text }) => text !== opened) : []
    return opened === '' ? [] : [...others, { title: words.offerOpened, text: opened }]
  }

  const currentHunk = (): Hunk | null => {
    const { compared, differ } = store.get()
    return compared?.comparison.hunks[differ.current ?? -1] ?? null
  }

  const inText = (id: number) => [
    ...root.differences.querySelectorAll<HTMLElement>(`[data-id="${id}"]`),
  ]
  /** Which end of a move was shown last. */
  let end = 0
  function reveal(place: HTMLElement | undefined): void {
    place?.scrollIntoView({ block: 'center' })
  }
  const otherPlace = () => {
    const places = inText(currentHunk()?.id ?? -1)
    end = (end + 1) % Math.max(1, places.length)
    reveal(places[end])
  }

  let focusing = 0
  const focus = (hunk: Hunk | null) => {
    cancelAnimationFrame(focusing)
    if (hunk) focusing = requestAnimationFrame(() => focusNote(root.notes, hunk.id))
  }
  const withCurrent = (act: (hunk: Hunk) => void) => () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset.id
    const hunks = store.get().compared?.comparison.hunks
    const hunk = focused === undefined ? currentHunk() : hunks?.[Number(focused)]
    if (!hunk) return
    if (hunk.id !== store.get().differ.current) actions.select(hunk)
    act(hunk)
  }
  const asReports = () => isReports(store.get())
  /** The next difference, or where two reports are shown the next thing that is told of them. */
  const go = (step: 1 | -1): void => {
    if (asReports()) reports.go(step)
    else actions.go(step)
  }
  const focusFinding = () => {
    cancelAnimationFrame(focusing)
    focusing = requestAnimationFrame(() => {
      const { current } = store.get().reports
      const note = root.notes.querySelector<HTMLElement>(`[data-note="${current ?? 0}"]`)
      note?.focus({ preventScroll: true })
    })
  }
  const move = (step: 1 | -1) => focus(actions.go(step))
  const edge = (last: boolean) => {
    const hunk = shownHunks(store.get()).at(last ? -1 : 0) ?? null
    actions.select(hunk)
    focus(hunk)
  }
  const run: Record<string, () => void> = {
    ArrowDown: () => move(1),
    j: () => move(1),
    ArrowUp: () => move(-1),
    k: () => move(-1),
    Home: () => edge(false),
    End: () => edge(true),
    Enter: withCurrent((hunk) => {
      actions.keep(hunk)
      focus(actions.goOn())
    }),
    t: withCurrent((hunk) => actions.take(hunk)),
    a: withCurrent((hunk) => actions.keepCause(hunk)),
    A: withCurrent((hunk) => actions.takeCause(hunk)),
    g: withCurrent((hunk) => actions.showGroup(hunk.group, false)),
    m: otherPlace,
    s: () => actions.side(!isSide(store.get())),
    '/': () => root.notes.querySelector<HTMLElement>('input')?.focus(),
    '0': () => parts.lens('read'),
    r: () => parts.lens('repairs'),
    p: () => parts.lens('people'),
    Escape: () => root.differences.querySelector<HTMLElement>('.scroll')?.focus(),
  }
  run.y = run.Enter as () => void
  const step = (by: 1 | -1) => () => {
    reports.go(by)
    focusFinding()
  }
  const toEdge = (last: boolean) => () => {
    reports.select(null)
    step(last ? -1 : 1)()
  }
  const runReports: Record<string, (() => void) | undefined> = {
    ArrowDown: step(1),
    j: step(1),
    ArrowUp: step(-1),
    k: step(-1),
    Home: toEdge(false),
    End: toEdge(true),
    '0': run['0'],
    r: run.r,
    p: run.p,
    Escape: run.Escape,
  }
  const keys = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (store.get().lens !== 'differences' || event.ctrlKey || event.metaKey || event.altKey) return
    if (/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return
    const { key } = event
    // In the text the arrows scroll, and on a button Enter presses it.
    const inNotes = root.notes.contains(target)
    if (!inNotes && /^(?:Arrow.*|Home|End|Enter)$/.test(key)) return
    if (key === 'Enter' && target.tagName === 'BUTTON') return
    const acts = asReports() ? runReports : run
    const act = acts[key] ?? (key === 'A' ? undefined : acts[key.toLowerCase()])
    if (!act) return
    event.preventDefault()
    act()
  }
  root.notes.addEventListener('keydown', keys)
  root.differences.addEventListener('keydown', keys)

  const sheetOpen = (on: boolean) => store.set({ sheetOpen: on })
  let drawn: readonly unknown[] = []
  let shownCurrent = ''
  /** Draws what has changed; returns false where the state has nothing to do with this lens. */
  function draw(state: State): void {
    const { lens, compared, differ, other, catalog } = state
    const two = isReports(state)
    const here = lens === 'differences'
    const { dataset, classList } = document.body
    const writing = here && isWriting(state)
    dataset.columns = here && !writing && wide.matches && (two || isSide(state)) ? 'two' : 'one'
    classList.toggle('writing', writing)
    comparer.check()
    reports.check()
    const now = [lens, compared, differ, other, catalog, state.sheetOpen, wide.matches]
    const more = [
      state.reports,
      state.core,
      state.opened,
      state.article.doc.length === 0,
      state.article,
      state.printing,
    ]
    const key = here ? [...now, ...more] : now.slice(0, 1)
    if (key.length === drawn.length && key.every((part, i) => part === drawn[i])) return
    drawn = key
    drawDifferences(root.differences, state, {
      actions,
      second,
      reports,
      offers: offers(state),
      wide: wide.matches,
      openDialog: parts.openDialog,
    })
    if (!here) return
    if (!writing && two) {
      drawReportNotes(root.notes, state, { actions: reports, sheetOpen })
      showFinding(state.reports)
    } else if (!writing)
      drawDifferenceNotes(root.notes, state, {
        actions,
        otherPlace,
        sheetOpen,
      })
    const current = `${differ.current} ${state.sheetOpen} ${dataset.columns}`
    if (current !== shownCurrent && differ.current !== null && !writing) showCurrent(differ.current)
    shownCurrent = current
  }

  /** The places of a finding in both texts come into sight; or the rows that were asked for do. */
  let shown: State['reports'] = store.get().reports
  function showFinding(now: State['reports']): void {
    const { current: id, row } = now
    const before = shown
    shown = now
    if (id === null || id === before.current) {
      const scroll = root.differences.querySelector('.scroll')
      if (row !== before.row && now.answer === before.answer)
        scroll?.scrollTo({ top: row > before.row ? 0 : scroll.scrollHeight })
      return
    }
    requestAnimationFrame(() => {
      const places = root.differences.querySelectorAll<HTMLElement>(`[data-finding="${id}"]`)
      const last = places[places.length - 1]
      if (places.length > 1) last?.scrollIntoView({ block: 'nearest' })
      places[0]?.scrollIntoView({ block: 'center' })
      root.notes.querySelector(`[data-note="${id}"]`)?.scrollIntoView({ block: 'nearest' })
    })
  }

  /** The place in the text and its note come into sight. */
  function showCurrent(id: number): void {
    end = 0
    requestAnimationFrame(() => {
      const place = inText(id)[0]
      const frame = root.differences.querySelector('.scroll')?.getBoundingClientRect()
      const at = place?.getBoundingClientRect()
      if (frame && at && (at.top < frame.top + 40 || at.bottom > frame.bottom - 40)) reveal(place)
      root.notes.querySelector(`#note-${id}`)?.scrollIntoView({ block: 'nearest' })
    })
  }

  return {
    draw,
    go,
    /** Files that are dropped while the lens is open are the other text. */
    openFiles: second.openFiles,
    stop: comparer.stop,
    focusNote: () => (asReports() ? focusFinding() : focus(currentHunk())),
  }
}
