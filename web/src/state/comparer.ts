// Keeps the comparison up to date while the Differences lens is open: asks the core to compare the
// article as it stands with the other text, one request at a time.
import { type Core, Stopped } from '../core/client'
import { analysis, replacements, resultText } from './analysis'
import { plainText } from './breaks'
import { type Compared, isCounted, shownHunks } from './differences'
import { limitFor, type Reader, showAfter } from './reader'
import type { Article, State, Store } from './store'
import { settleTaken } from './taken'
import { words } from './words'

export interface Comparer {
  /** The state has changed; compares if the texts that are compared have. */
  check(): void
  /** Gives the comparison up; the texts are kept. */
  stop(): void
  /** The comparison is about both texts as they are now. */
  isFresh(): boolean
}

const partsOf = ({ article, other }: State): readonly unknown[] => {
  const { answer, verdicts, original } = article.field(analysis)
  return [article.doc, answer, verdicts, original, other.text]
}

export function createComparer(core: Core, article: Article, store: Store, reader: Reader) {
  let done: readonly unknown[] | null = null
  let busy = false

  const isDone = () => {
    const parts = partsOf(store.get())
    return done?.every((part, i) => part === parts[i]) ?? false
  }
  const isWanted = ({ lens, core: condition, other, differ, article: now }: State) =>
    lens === 'differences' &&
    condition === 'ready' &&
    !differ.writing &&
    other.text.trim() !== '' &&
    now.doc.length > 0

  const tryAgain = () => {
    done = null
    store.set({ notice: null })
    comparer.check()
  }

  /** One comparison, tried twice: a worker that died or hung is started again once. */
  async function ask(a: string, b: string) {
    for (let attempt = 1; ; attempt++) {
      let late = false
      const watchdog = setTimeout(
        () => {
          late = true
          core.stop()
        },
        limitFor(a.length + b.length),
      )
      try {
        return await core.ask('compare', a, b)
      } catch (error) {
        if (error instanceof Stopped && !late) throw error
        if (attempt === 2) throw late ? new Error(words.reasonTime) : error
        store.set({ message: late ? words.tooSlow : words.crashed })
      } finally {
        clearTimeout(watchdog)
      }
    }
  }

  async function compare(): Promise<void> {
    busy = true
    const slow = setTimeout(() => store.set({ comparing: true }), showAfter)
    try {
      await reader.settled()
      settleTaken(article)
      const { other } = store.get()
      const { state } = article
      done = partsOf(store.get())
      const { original } = state.field(analysis)
      const a = original ? plainText(state) : resultText(state)
      // However long that takes, which is once.
      await core.ask('load', 'rest')
      const begin = performance.now()
      const comparison = await ask(a, other.text)
      const took = performance.now() - begin
      const made = original ? [] : replacements(state)
      show({ comparison, a, b: other.text, took, doc: state.doc, replacements: made })
    } catch (error) {
      done = partsOf(store.get())
      if (error instanceof Stopped) store.set({ message: words.saidStoppedComparing })
      else {
        const text = words.gaveUpComparing(error instanceof Error ? error.message : String(error))
        store.set({ notice: { text, choices: [{ label: words.tryAgain, run: tryAgain }] } })
      }
    } finally {
      clearTimeout(slow)
      busy = false
      store.set({ comparing: false })
    }
    comparer.check()
  }

  /** The open note stays open, or the one after it, when it is gone, is opened. */
  function show(compared: Compared): void {
    const before = store.get()
    const old = before.compared?.comparison.hunks[before.differ.current ?? -1]
    store.set({ compared })
    const shown = shownHunks(store.get())
    const same = shown.find(
      (h) => old && h.a[0] === old.a[0] && h.before === old.before && h.after === old.after,
    )
    const next = same ?? shown.find((h) => isCounted(h) && h.a[0] >= (old?.a[0] ?? 0)) ?? shown[0]
    store.set({ differ: { ...store.get().differ, current: next?.id ?? null } })
  }

  const comparer: Comparer = {
    check() {
      if (!busy && isWanted(store.get()) && !isDone()) void compare()
    },
    stop() {
      if (busy) core.stop()
    },
    isFresh: () => !busy && isDone(),
  }
  return comparer
}
