// Keeps the marks up to date: asks the core to read the text as it is, one request at a time, and
// drops every answer that comes after the text has moved on.
import type { Text } from '@codemirror/state'
import { type Core, Stopped } from '../core/client'
import type { LexiconLine } from '../core/protocol'
import { type Answer, setAnswer, setTyping } from './analysis'
import { articleText } from './article'
import { lexicon } from './lexicon'
import { beginning } from './splice'
import type { Article, Store } from './store'
import { words } from './words'

/** Above this many characters the text is read when the hand rests, not at every key. */
const big = 200_000
const restBig = 150
/** Above this many the reader is asked what to read. */
export const veryBig = 5_000_000
export const firstPart = 1_000_000
/** Up to here names are read at every key as well; above, while their lens is open. */
const namesAtOnce = 20_000
/** A reading that is not there after this long gets its progress shown. */
export const showAfter = 300
/** Marks at the caret wait this long after a key. */
const typingRest = 400
/** Five seconds, and five more for every million characters. */
export const limitFor = (characters: number) => 5000 + Math.floor(characters / 1_000_000) * 5000

export interface Reader {
  /** The text has changed: by a key, or into a wholly new one, or by undo and the like. */
  changed(how: 'typed' | 'new' | 'other'): void
  /** Gives the reading up and keeps the text; the next change reads again. */
  stop(): void
  /** Another lens is open, or the names can be found now: reads again if that asks for it. */
  check(): void
  /** Resolves when the answer is about the text as it is, or when none will come. */
  settled(): Promise<void>
}

export function createReader(core: Core, article: Article, store: Store): Reader {
  let read: Text | null = null
  /** The reader's names that were read with; null: names were not looked for. */
  let readNames: readonly LexiconLine[] | null = null
  let readVersion = ''
  let busy = false
  let pause: ReturnType<typeof setTimeout> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined
  let lastKey = 0
  /** How much of a very big text to read; null until the reader has said. */
  let part: number | null = null
  let waiting: (() => void)[] = []

  const wantedNames = () => {
    const { names, lens } = store.get()
    const { state } = article
    const wanted = names && (lens === 'people' || state.doc.length <= namesAtOnce)
    return wanted ? state.field(lexicon) : null
  }
  const wantedVersion = () => {
    const { restoring, other } = store.get()
    return restoring ? other.text : ''
  }
  /** The text was read as it is, with the names and the version that are wanted, if any. */
  const isRead = () => {
    const wanted = wantedNames()
    return (
      read === article.state.doc &&
      readVersion === wantedVersion() &&
      (wanted === null || wanted === readNames)
    )
  }
  const settle = () => {
    const settled = waiting
    waiting = []
    for (const done of settled) done()
  }
  const show = (answer: Answer | null) => {
    const resting = lastKey + typingRest - performance.now()
    article.dispatch({ effects: setAnswer.of({ answer, typing: resting > 0 }) })
    clearTimeout(rest)
    if (resting > 0)
      rest = setTimeout(() => article.dispatch({ effects: setTyping.of(false) }), resting)
  }
  const tryAgain = () => {
    read = null
    store.set({ notice: null })
    void next()
  }
  const choosePart = (characters: number) => {
    part = characters
    store.set({ notice: null })
    void next()
  }
  const askPart = (length: number) =>
    store.set({
      notice: {
        text: words.veryBig(length),
        choices: [
          { label: words.readFirst(firstPart), run: () => choosePart(firstPart) },
          { label: words.readEverything, run: () => choosePart(Number.POSITIVE_INFINITY) },
          { label: words.readNothing, run: () => choosePart(0) },
        ],
      },
    })

  /** One reading, tried twice: a worker that died or hung is started again once. */
  async function ask(text: string, names: typeof readNames, version: string): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      let late = false
      const watchdog = setTimeout(() => {
        late = true
        core.stop()
      }, limitFor(text.length))
      try {
        const answer = await core.ask('read', text, names, version)
        return { ...answer, document: { ...answer.document, source: text } }
      } catch (error) {
        if (error instanceof Stopped && !late) throw error
        if (attempt === 2) throw late ? new Error(words.reasonTime) : error
        store.set({ message: late ? words.tooSlow : words.crashed })
      } finally {
        clearTimeout(watchdog)
      }
    }
  }

  async function next(): Promise<void> {
    const state = article.state
    if (busy || isRead() || store.get().core === 'failed') return settle()
    if (state.doc.length <= veryBig) part = null
    else if (part === null) {
      askPart(state.doc.length)
      return settle()
    }
    busy = true
    read = state.doc
    readNames = wantedNames()
    readVersion = wantedVersion()
    const slow = setTimeout(() => store.set({ reading: read?.length ?? 0 }), showAfter)
    try {
      const whole = articleText(state)
      const wanted = part === null ? whole : beginning(whole, part)
      const answer = await ask(wanted, readNames, readVersion)
      if (article.state.doc === read) show(answer)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (error instanceof Stopped) store.set({ message: words.saidStopped })
      // That the core could not start is said already, with what can be done.
      else if (store.get().core !== 'failed')
        store.set({
          notice: {
            text: words.gaveUp(reason),
            choices: [{ label: words.tryAgain, run: tryAgain }],
          },
        })
    } finally {
      clearTimeout(slow)
      busy = false
      store.set({ reading: 0 })
    }
    return next()
  }

  return {
    changed(how) {
      if (how === 'typed') lastKey = performance.now()
      if (how === 'new') part = null
      clearTimeout(pause)
      const length = article.state.doc.length
      if (length > big && how === 'typed') pause = setTimeout(() => void next(), restBig)
      else void next()
    },
    stop() {
      if (busy) core.stop()
    },
    check() {
      // Only for names and a version: a text that is being typed has its own time.
      if (!busy && read === article.state.doc && !isRead()) void next()
    },
    settled: () => {
      if (!busy && isRead()) return Promise.resolve()
      const done = new Promise<void>((resolve) => waiting.push(resolve))
      clearTimeout(pause)
      void next()
      return done
    },
  }
}
