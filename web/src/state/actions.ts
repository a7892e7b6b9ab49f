// What the reader can do about repairs. Each action is one step of the history, or none.
import { isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands'
import { EditorSelection, type TransactionSpec } from '@codemirror/state'
import type { Change } from '../core/protocol'
import {
  analysis,
  changeAt,
  changesOf,
  placeOf,
  setCurrent,
  setOriginal,
  standing,
} from './analysis'
import { type Deciding, Decision, decide, type Verdict } from './decisions'
import { decisionOf, hasCause, isOpen, isSure, sharing, shownChanges, together } from './notes'
import type { Article, Lens, State, Store } from './store'
import { words } from './words'

export interface Actions {
  decide(change: Change, verdict: Verdict | null, chosen?: string): void
  keepSure(): void
  /** Keeps all that is shown and not decided yet. */
  keepShown(): void
  putAllBack(): void
  /** The same for all shown repairs with the cause of this one. */
  decideCause(change: Change, verdict: Verdict): void
  /** The same for all repairs that hang together with this one. */
  decideTogether(change: Change, verdict: Verdict): void
  editByHand(change: Change): void
  /** Opens a note and shows its place in the text. */
  select(change: Change | null, caret?: boolean): void
  /** The next or previous shown repair after the open one, or after the caret. */
  go(step: 1 | -1): Change | null
  /** After a decision: the next repair that still waits for one, else just the next. */
  goOn(): Change | null
  original(on: boolean): void
  undo(): void
  redo(): void
  lens(lens: Lens): void
  filter(filter: State['filter']): void
  set(change: Partial<State>): void
}

export function createActions(store: Store, article: Article): Actions {
  const say = (message: string) => store.set({ message })

  const verdictFor = (change: Change, verdict: Verdict | null, chosen?: string): Deciding => {
    const [from, to] = placeOf(article.state, change)
    const decision =
      verdict && new Decision(verdict, change.kind, change.before, chosen, from === to)
    return { from, to, kind: change.kind, decision }
  }
  const step = (decided: readonly Deciding[]): TransactionSpec => ({
    effects: decide.of(decided),
    annotations: isolateHistory.of('full'),
    userEvent: 'decide',
  })
  const decideAll = (noted: readonly Change[], verdict: Verdict) => {
    const changes = noted.flatMap((change) => sharing(store.get(), change))
    if (changes.length === 0) return
    article.dispatch(step(changes.map((c) => verdictFor(c, verdict))))
    say(verdict === 'kept' ? words.saidAllKept(changes.length) : words.saidAllBack(changes.length))
  }

  const actions: Actions = {
    decide(change, verdict, chosen) {
      const shared = sharing(store.get(), change)
      article.dispatch(step(shared.map((c) => verdictFor(c, verdict, chosen))))
      if (shared.length > 1 && verdict !== null)
        return say(
          verdict === 'kept' ? words.saidAllKept(shared.length) : words.saidAllBack(shared.length),
        )
      const n = change.id + 1
      if (verdict === null) say(words.saidOpen(n))
      else if (verdict === 'back') say(words.saidBack(n))
      else say(chosen === undefined ? words.saidKept(n) : words.saidChosen(n, chosen))
    },
    keepSure() {
      const state = store.get()
      const sure = (c: Change) => isSure(c) && decisionOf(state, c) === undefined
      decideAll(shownChanges(state).filter(sure), 'kept')
    },
    keepShown() {
      const state = store.get()
      decideAll(
        shownChanges(state).filter((c) => decisionOf(state, c) === undefined),
        'kept',
      )
    },
    putAllBack() {
      const state = store.get()
      const standsNow = (c: Change) => decisionOf(state, c)?.verdict !== 'back'
      decideAll(shownChanges(state).filter(standsNow), 'back')
    },
    decideCause(change, verdict) {
      const same = (c: Change) =>
        hasCause(c, change.kind) && decisionOf(store.get(), c)?.verdict !== verdict
      decideAll(shownChanges(store.get()).filter(same), verdict)
    },
    decideTogether: (change, verdict) => decideAll(together(store.get(), change), verdict),
    editByHand(change) {
      const [from, to] = placeOf(article.state, change)
      const stands = standing(change, decisionOf(store.get(), change))
      const text = stands === change.before ? change.after : stands
      article.dispatch({
        changes: { from, to, insert: article.state.toText(text) },
        selection: EditorSelection.single(from, from + text.length),
        annotations: isolateHistory.of('full'),
        scrollIntoView: true,
        userEvent: 'input.edit',
      })
    },
    select(change, caret = true) {
      const spec: TransactionSpec = {
        effects: setCurrent.of(change && (sharing(store.get(), change)[0]?.id ?? change.id)),
      }
      if (change && caret) {
        const at = placeOf(article.state, change)[1]
        article.dispatch({ ...spec, selection: EditorSelection.cursor(at), scrollIntoView: true })
      } else article.dispatch(spec)
    },
    go(direction) {
      const shown = shownChanges(store.get())
      const { current } = article.state.field(analysis)
      const head = article.state.selection.main.head
      const isPast = (c: Change) => {
        if (current !== null) return direction > 0 ? c.id > current : c.id < current
        const [from, to] = placeOf(article.state, c)
        return direction > 0 ? from >= head : to <= head
      }
      const found = direction > 0 ? shown.find(isPast) : shown.findLast(isPast)
      // At the end it goes round, like the search does.
      const change = found ?? (direction > 0 ? shown[0] : shown.at(-1)) ?? null
      if (change === null || change.id === current) say(words.saidNoMarks)
      if (change !== null) actions.select(change)
      return change
    },
    goOn() {
      const state = store.get()
      const { current } = article.state.field(analysis)
      const open = shownChanges(state).filter((c) => isOpen(c, decisionOf(state, c)))
      const next = open.find((c) => c.id > (current ?? -1)) ?? open[0]
      if (next === undefined) return actions.go(1)
      actions.select(next)
      return next
    },
    original(on) {
      if (article.state.field(analysis).original === on) return
      article.dispatch({ effects: setOriginal.of(on) })
      say(on ? words.saidOriginal : words.saidRepaired)
    },
    undo: () =>
      say(
        undoDepth(article.state) > 0 && undo(article) ? words.saidUndone : words.saidNothingToUndo,
      ),
    redo: () =>
      say(
        redoDepth(article.state) > 0 && redo(article) ? words.saidRedone : words.saidNothingToRedo,
      ),
    lens: (lens) => store.set({ lens }),
    filter: (filter) => store.set({ filter }),
    set: store.set,
  }
  return actions
}

/** The repair under the caret, or the open one. */
export function currentChange(article: Article): Change | null {
  const { current } = article.state.field(analysis)
  return (
    changeAt(article.state, article.state.selection.main.head) ??
    changesOf(article.state)[current ?? -1] ??
    null
  )
}
