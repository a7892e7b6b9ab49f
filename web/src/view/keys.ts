// The keys of the page. Single letters act only in the notes and the Read lens; a text field keeps
// every normal key.
import type { Change } from '../core/protocol'
import type { Actions } from '../state/actions'
import { analysis, changesOf } from '../state/analysis'
import type { State, Store } from '../state/store'

export interface KeyTargets {
  openDialog(): void
  /** The next or previous mark of the lens that is open. */
  go(step: 1 | -1): void
  export(): void
  stop(): void
  /** Moves the focus: to the text, the open note, or the next region of the page. */
  focusText(): void
  focusNote(change: Change | null): void
  nextRegion(step: 1 | -1): void
  /** The repair at the caret, else the open one. */
  atCaret(): Change | null
  /** Where the notes are searched. */
  focusFilter(): void
  /** The search field of the lens; false: the editor or the browser has one. */
  search(): boolean
  /** The open note of another lens. */
  focusCurrent(): void
}

const typesHere = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const isBusy = ({ reading, comparing }: State) => reading > 0 || comparing

export function listenKeys(store: Store, actions: Actions, targets: KeyTargets): void {
  const anywhere = (event: KeyboardEvent, inText: boolean, inField: boolean): boolean => {
    const { key, shiftKey: shift } = event
    const mod = (event.ctrlKey || event.metaKey) && !event.altKey
    if (key === 'F8') targets.go(shift ? -1 : 1)
    else if (key === 'F6') targets.nextRegion(shift ? -1 : 1)
    else if (key === 'F4' && !event.altKey) actions.original(true)
    else if (key === 'F1') actions.set({ keysShown: true })
    else if ((mod && key === '.') || (event.altKey && key === 'Enter')) {
      if (store.get().lens === 'repairs') {
        const change = targets.atCaret()
        if (change) actions.select(change, false)
        targets.focusNote(change)
      } else targets.focusCurrent()
    } else if (mod && key.toLowerCase() === 'o') targets.openDialog()
    else if (mod && key.toLowerCase() === 's') targets.export()
    else if (mod && key.toLowerCase() === 'f' && targets.search()) return true
    else if (inField) return false
    else if (mod && key.toLowerCase() === 'z') shift ? actions.redo() : actions.undo()
    else if (mod && key.toLowerCase() === 'y') actions.redo()
    else if (key === 'Escape' && isBusy(store.get())) targets.stop()
    else if (key === '?' && !inText) actions.set({ keysShown: true })
    else return false
    return true
  }

  document.addEventListener(
    'keydown',
    (event) => {
      if (document.querySelector('dialog[open]')) return
      const target = event.composedPath()[0]
      const inText = typesHere(target)
      const inField = inText && !(target as HTMLElement).isContentEditable
      if (anywhere(event, inText, inField)) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
    // Before the editor, which would take the history keys for its own.
    { capture: true },
  )
  document.addEventListener('keyup', (event) => {
    if (event.key === 'F4') actions.original(false)
  })
  // A key let go elsewhere is never heard.
  window.addEventListener('blur', () => {
    if (store.get().article.field(analysis).original) actions.original(false)
  })
}

/** Keys of the notes; also of the Read lens, as far as they make sense there. */
export function listenNoteKeys(
  notes: HTMLElement,
  store: Store,
  actions: Actions,
  targets: KeyTargets,
): void {
  const change = (): Change | null => {
    const state = store.get().article
    const focused = document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset.id
    const id = focused === undefined ? state.field(analysis).current : Number(focused)
    return changesOf(state)[id ?? -1] ?? null
  }
  const move = (step: 1 | -1) => {
    const here = change()
    if (here) actions.select(here)
    targets.focusNote(actions.go(step))
  }
  const edge = (last: boolean) => {
    const rows = notes.querySelectorAll<HTMLElement>('[data-id]')
    const row = rows[last ? rows.length - 1 : 0]
    const found = changesOf(store.get().article)[Number(row?.dataset.id)]
    if (found) actions.select(found)
    targets.focusNote(found ?? null)
  }
  const decide = (verdict: 'kept' | 'back') => {
    const here = change()
    if (!here) return
    actions.select(here)
    actions.decide(here, verdict)
    targets.focusNote(actions.goOn())
  }
  const choose = (n: number) => {
    const here = change()
    const reading = here?.suggestions?.filter((s) => s.text !== here.after)[n - 1]
    if (!here || !reading) return
    actions.decide(here, 'kept', reading.text)
  }
  const run: Record<string, () => void> = {
    ArrowDown: () => move(1),
    j: () => move(1),
    ArrowUp: () => move(-1),
    k: () => move(-1),
    Home: () => edge(false),
    End: () => edge(true),
    Enter: () => decide('kept'),
    y: () => decide('kept'),
    x: () => decide('back'),
    Delete: () => decide('back'),
    a: () => withChange((here) => actions.decideCause(here, 'kept')),
    A: () => withChange((here) => actions.decideCause(here, 'back')),
    g: () => withChange((here) => actions.decideTogether(here, 'kept')),
    G: () => withChange((here) => actions.decideTogether(here, 'back')),
    e: () =>
      withChange((here) => {
        actions.editByHand(here)
        targets.focusText()
      }),
    o: () => actions.original(!store.get().article.field(analysis).original),
    '/': () => targets.focusFilter(),
    '0': () => actions.lens('read'),
    r: () => actions.lens('repairs'),
    p: () => actions.lens('people'),
    d: () => actions.lens('differences'),
    Escape: () => targets.focusText(),
  }
  const withChange = (act: (here: Change) => void) => {
    const here = change()
    if (here) act(here)
  }
  notes.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if (store.get().lens !== 'repairs') return
    if (event.ctrlKey || event.metaKey || event.altKey || typesHere(target)) return
    // Enter on a button of a note presses the button.
    if (event.key === 'Enter' && target.tagName === 'BUTTON') return
    const { key } = event
    const act = /^[1-9]$/.test(key)
      ? () => choose(Number(key))
      : (run[key] ?? run[key.toLowerCase()])
    if (!act) return
    event.preventDefault()
    act()
  })
}

/** In the Read lens there is nothing to decide: its keys change the lens. */
export function listenReadKeys(read: HTMLElement, actions: Actions): void {
  read.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.toLowerCase() === 'r') actions.lens('repairs')
    if (event.key.toLowerCase() === 'p') actions.lens('people')
    if (event.key.toLowerCase() === 'd') actions.lens('differences')
  })
}
