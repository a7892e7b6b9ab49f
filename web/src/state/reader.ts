// Keeps the marks up to date: asks the core to read the text as it is, one request at a time, and
// drops every answer that comes after the text has moved on. While keys come, only the part around
// them is read anew, by a core that has nothing else to do; the whole follows when the hand rests.
import type { Text } from '@codemirror/state'
import { type Core, Stopped } from '../core/client'
import type { Wanted } from '../core/protocol'
import { type Answer, analysis, setAnswer, setTyping } from './analysis'
import { articleText } from './article'
import { lexicon } from './lexicon'
import { isPartEnough, partToRead, withPart } from './part'
import { beginning } from './splice'
import type { Article, Store } from './store'
import { words } from './words'

/** Above this many characters the whole is read after a longer rest. */
const big = 200_000
const restBig = 1000
/** And a part of it no more often than this: its thousands of repairs are numbered anew each time. */
const betweenBig = 250
/** Above this many the reader is asked what to read. */
export const veryBig = 5_000_000
export const firstPart = 1_000_000
/** Up to here names are read at every key as well; above, while their lens is open. */
const namesAtOnce = 20_000
/** Up to here words that were written over are looked for: a tool read one article, never a book, and
    each thousand characters take some five milliseconds after each rest of the hand. */
const restoredUpTo = 300_000
/** A reading that is not there after this long gets its progress shown. */
export const showAfter = 300
/** A part takes some milliseconds. */
const partLimit = 5000
/** Marks at the caret, and reading the whole, wait this long after a key. */
const typingRest = 400
/** Five seconds, and five more for every million characters, or hundred thousand that are restored. */
export const limitFor = (characters: number, restores = false) =>
  5000 + Math.floor(characters / 1_000_000) * 5000 + (restores ? Math.floor(characters / 20) : 0)

/** What every text is read for, whatever it asks for besides. */
const repairsOnly: Wanted = { lexicon: null, restores: false, version: '' }

/** What was read for one is good for the other. */
const covers = (had: Wanted, wanted: Wanted): boolean =>
  had.version === wanted.version &&
  (wanted.lexicon === null || wanted.lexicon === had.lexicon) &&
  (had.restores || !wanted.restores)

/** What a text is read for before the hand rests. */
export const quickly = (wanted: Wanted, characters: number, lens: string): Wanted => ({
  ...wanted,
  restores: false,
  lexicon: characters <= namesAtOnce || lens === 'people' ? wanted.lexicon : null,
})

/** How long a text may be of which a batch and the page say what was written over. */
export const isRestored = (characters: number): boolean => characters <= restoredUpTo

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

/** `quick` reads the parts; it may be `core` itself. */
export function createReader(core: Core, article: Article, store: Store, quick = core): Reader {
  let read: Text | null = null
  /** What it was read for. */
  let readFor = repairsOnly
  let busy = false
  let pause: ReturnType<typeof setTimeout> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined
  /** The text that a part was last read of. */
  let partOf: Text | null = null
  let partBusy = false
  let lastPart = Number.NEGATIVE_INFINITY
  let partSoon: ReturnType<typeof setTimeout> | undefined
  let lastKey = Number.NEGATIVE_INFINITY
  /** How much of a very big text to read; null until the reader has said. */
  let part: number | null = null
  let waiting: (() => void)[] = []

  const isTyping = () => performance.now() < lastKey + typingRest
  /** All that the text is to be read for, when there is time. */
  const wantedAtRest = (): Wanted => {
    const { names, lens, restoration, restoring, other } = store.get()
    const { doc } = article.state
    const restores = restoration === 'ready' && isRestored(doc.length)
    const named = names && (lens === 'people' || doc.length <= namesAtOnce || restores)
    return {
      lexicon: named ? article.state.field(lexicon) : null,
      restores,
      version: restoring ? other.text : '',
    }
  }
  /** What is shown was read of nearly this text: a part will do until the hand rests. In the People
      lens nobody types, and what is undone there is about names. */
  const hasBase = () => store.get().lens !== 'people' && isPartEnough(article.state)
  /** What to read the whole text for now; null: the hand is to rest first. */
  const wantedNow = (): Wanted | null => {
    const { doc } = article.state
    const wanted = wantedAtRest()
    const now = waiting.length > 0
    const isBased = hasBase()
    if (isTyping() && !now && (isBased || doc.length > big)) return null
    if (!wanted.restores) return wanted
    // A long text that came whole shows its repairs before all the rest; finding lost words takes
    // longest.
    const isLong = doc.length > namesAtOnce
    if ((isTyping() && !now) || (isLong && read !== doc && !isBased))
      return quickly(wanted, doc.length, store.get().lens)
    return wanted
  }
  /** The text was read as it is, for all that is wanted now. */
  const isRead = () => {
    const wanted = wantedNow()
    return wanted === null || (read === article.state.doc && covers(readFor, wanted))
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
  const rested = () => {
    lastKey = Number.NEGATIVE_INFINITY
    void next()
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
  async function ask(text: string, wanted: Wanted): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      // What took too long is not asked for again.
      const asked = attempt === 1 ? wanted : { ...wanted, restores: false }
      let late = false
      const watchdog = setTimeout(
        () => {
          late = true
          core.stop()
        },
        limitFor(text.length, asked.restores),
      )
      try {
        const answer = await core.ask('read', text, asked)
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
    // What is being read now comes back here.
    if (busy) return
    const asked = wantedNow()
    if (asked === null || isRead() || store.get().core === 'failed') return settle()
    if (state.doc.length <= veryBig) part = null
    else if (part === null) {
      askPart(state.doc.length)
      return settle()
    }
    busy = true
    read = state.doc
    readFor = asked
    const slow = setTimeout(() => store.set({ reading: read?.length ?? 0 }), showAfter)
    try {
      const whole = articleText(state)
      const wanted = part === null ? whole : beginning(whole, part)
      const answer = await ask(wanted, readFor)
      if (article.state.doc === read) show(answer)
    } catch (error) {
      // Not for more, either, before the text changes.
      readFor = wantedAtRest()
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

  /** The lines around what was typed, at once. What goes wrong here the whole will tell. */
  async function readPart(): Promise<void> {
    const { state } = article
    if (partBusy || partOf === state.doc || store.get().core !== 'ready' || !hasBase()) return
    clearTimeout(partSoon)
    const wait = state.doc.length > big ? lastPart + betweenBig - performance.now() : 0
    if (wait > 0) {
      partSoon = setTimeout(() => void readPart(), wait)
      return
    }
    const asked = partToRead(state)
    if (asked === null) return
    lastPart = performance.now()
    partBusy = true
    partOf = state.doc
    const watchdog = setTimeout(() => quick.stop(), partLimit)
    try {
      const { document, took } = await quick.ask('read', asked.text, repairsOnly)
      const { answer } = state.field(analysis)
      const isLatest =
        article.state.doc === state.doc && article.state.field(analysis).answer === answer
      const now = isLatest ? withPart(article.state, asked, document, took) : null
      if (now) show(now)
    } catch {
    } finally {
      clearTimeout(watchdog)
      partBusy = false
    }
    return readPart()
  }

  return {
    changed(how) {
      if (how === 'typed') lastKey = performance.now()
      if (how === 'new') {
        part = null
        lastKey = Number.NEGATIVE_INFINITY
      }
      clearTimeout(pause)
      void readPart()
      const isBig = article.state.doc.length > big
      if (isTyping()) pause = setTimeout(rested, isBig ? restBig : typingRest)
      void next()
    },
    stop() {
      if (busy) core.stop()
    },
    check() {
      // Only for names and a version: a text that is being typed has its own time.
      const isDue = read === article.state.doc || store.get().lens === 'people'
      if (!busy && isDue && !isRead()) void next()
    },
    settled: () => {
      const done = new Promise<void>((resolve) => waiting.push(resolve))
      clearTimeout(pause)
      void next()
      return done
    },
  }
}
