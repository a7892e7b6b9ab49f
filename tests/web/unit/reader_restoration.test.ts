// Finding lost words takes longest: it waits for a rest of the hand, unless some are shown already.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Core, Stopped } from '../../../web/src/core/client'
import type { Wanted } from '../../../web/src/core/protocol'
import { changesOf } from '../../../web/src/state/analysis'
import { createReader } from '../../../web/src/state/reader'
import { createStore, firstState, type State } from '../../../web/src/state/store'
import { bareArticle, drawn } from './bare_article'

/** A core that answers when told to; what it found written over is in the answer if it was asked for. */
function coreWith(lost: boolean) {
  const asked: { wanted: Wanted; answer(): void; reject(error: Error): void }[] = []
  let stops = 0
  const core = {
    ask: (_call: string, text: string, wanted: Wanted) =>
      new Promise((resolve, reject) => {
        const answer = () => {
          const { source: _, ...document } = drawn(`⟦one?→two⟧${text.slice(3)}`)
          const words = { what: 'words' as const, count: 1 }
          const changes = document.changes.map((c) => ({ ...c, lost: words }))
          const found = { ...document, changes: wanted.restores && lost ? changes : [] }
          resolve({ document: found, words: 1, took: 1 })
        }
        asked.push({ wanted, answer, reject })
      }),
    stop: () => {
      stops++
      for (const request of asked) request.reject(new Stopped('stopped'))
    },
  } as unknown as Core
  return { core, asked, stops: () => stops }
}

function setUp(text: string, lost = false) {
  const article = bareArticle(text)
  const begun = { ...firstState(article.state), core: 'ready', names: true, restoration: 'ready' }
  const store = createStore(begun as State, () => {})
  const live = { ...store, get: () => ({ ...store.get(), article: article.state }) }
  const { core, asked, stops } = coreWith(lost)
  const { core: quick, asked: parts } = coreWith(lost)
  const reader = createReader(core, article, live, quick)
  const type = () => {
    article.dispatch({ changes: { from: article.state.doc.length, insert: 'a' } })
    reader.changed('typed')
  }
  const restores = () => asked.map(({ wanted }) => wanted.restores)
  const answer = async () => {
    for (const request of [...parts, ...asked]) request.answer()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { article, store, asked, stops, reader, type, restores, answer }
}

const short = 'one two'
const long = 'one two '.repeat(5_000)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('lost words', () => {
  it('are looked for in a text that came whole', async () => {
    const { reader, restores, answer, asked } = setUp(short)
    reader.changed('new')
    await answer()
    expect(restores()).toEqual([true])
    expect(asked[0]?.wanted.lexicon).toEqual([])
  })

  it('wait for a rest of the hand, and names with them', async () => {
    const { reader, restores, answer, asked, type } = setUp(short)
    reader.changed('new')
    await answer()
    type()
    await answer()
    type()
    await answer()
    expect(restores()).toEqual([true])
    await vi.advanceTimersByTimeAsync(500)
    expect(restores()).toEqual([true, true])
    expect(asked.every(({ wanted }) => wanted.lexicon !== null)).toBe(true)
    await answer()
    await vi.advanceTimersByTimeAsync(5000)
    expect(restores().length).toBe(2)
  })

  it('do not blink at a key, where some are shown', async () => {
    const { article, reader, restores, answer, type } = setUp(short, true)
    reader.changed('new')
    await answer()
    const lost = () => changesOf(article.state).filter((c) => c.lost !== undefined).length
    expect(lost()).toBe(1)
    type()
    await answer()
    expect(restores()).toEqual([true])
    expect(lost()).toBe(1)
  })

  it('come after the repairs of a long text, and there they wait for the hand', async () => {
    const { reader, restores, answer, type } = setUp(long, true)
    reader.changed('new')
    await answer()
    await answer()
    expect(restores()).toEqual([false, true])
    type()
    await answer()
    expect(restores().length).toBe(2)
    await vi.advanceTimersByTimeAsync(500)
    await answer()
    expect(restores()).toEqual([false, true, true])
  })

  it('are waited for by who takes the text away', async () => {
    const { reader, restores, answer, type } = setUp(short)
    reader.changed('new')
    await answer()
    type()
    let done = false
    void reader.settled().then(() => {
      done = true
    })
    expect(done).toBe(false)
    await answer()
    expect(restores()).toEqual([true, true])
    expect(done).toBe(true)
  })

  it('are given up where they take too long, and the repairs are shown', async () => {
    const { reader, restores, answer, store, stops } = setUp(short)
    reader.changed('new')
    await vi.advanceTimersByTimeAsync(5100)
    expect(stops()).toBe(1)
    await answer()
    await vi.advanceTimersByTimeAsync(5000)
    expect(restores()).toEqual([true, false])
    expect(store.get().notice).toBeNull()
  })

  it('are not asked for again when the reader stopped them', async () => {
    const { reader, restores, answer } = setUp(long)
    reader.changed('new')
    await answer()
    reader.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(restores()).toEqual([false, true])
  })

  it('are looked for when what they are found with has come', async () => {
    const { reader, restores, answer, store } = setUp(short)
    store.set({ restoration: 'coming' })
    reader.changed('new')
    await answer()
    store.set({ restoration: 'ready' })
    reader.check()
    await answer()
    reader.check()
    expect(restores()).toEqual([false, true])
  })
})
