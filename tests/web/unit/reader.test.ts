import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Core, Stopped } from '../../../web/src/core/client'
import { changesOf, isFresh } from '../../../web/src/state/analysis'
import { articleText, createArticle, replaceText } from '../../../web/src/state/article'
import { createReader } from '../../../web/src/state/reader'
import { createStore, firstState, type State } from '../../../web/src/state/store'
import { bareArticle, drawn } from './bare_article'

/** A core whose readings are answered by hand. */
function slowCore() {
  const asked: { text: string; answer(): void; fail(error: Error): void }[] = []
  let stops = 0
  const core = {
    ask: (_call: string, text: string) =>
      new Promise((resolve, reject) => {
        asked.push({
          text,
          answer: () => {
            const { source: _, ...document } = drawn(text)
            resolve({ document, words: 1, took: 1 })
          },
          fail: reject,
        })
      }),
    stop: () => {
      stops++
      for (const request of asked) request.fail(new Stopped('stopped'))
    },
  } as unknown as Core
  return { core, asked, stops: () => stops }
}

const begun: State = { ...firstState(createArticle('')), core: 'ready' }

function setUp(text = 'one') {
  const article = bareArticle(text)
  const store = createStore(begun, () => {})
  const { core, asked, stops } = slowCore()
  const reader = createReader(core, article, store)
  const type = (insert: string) => {
    article.dispatch({ changes: { from: 0, insert } })
    reader.changed('typed')
  }
  return { article, store, asked, stops, reader, type }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('reading the text as it is typed', () => {
  it('asks once at a time and drops the answer about an older text', async () => {
    const { article, asked, type } = setUp()
    type('a ')
    type('b ')
    type('c ')
    expect(asked.map((a) => a.text)).toEqual(['a one'])
    asked[0]?.answer()
    await settle()
    expect(isFresh(article.state)).toBe(false)
    expect(asked.map((a) => a.text)).toEqual(['a one', 'c b a one'])
    asked[1]?.answer()
    await settle()
    expect(isFresh(article.state)).toBe(true)
    expect(asked.length).toBe(2)
  })

  it('waits for a rest of the hand in a big text', async () => {
    const { asked, type } = setUp('word '.repeat(50_000))
    type('a')
    type('b')
    expect(asked.length).toBe(0)
    await vi.advanceTimersByTimeAsync(200)
    expect(asked.length).toBe(1)
  })

  it('reads a long text no more often than four times a second while keys come', async () => {
    const { asked, type } = setUp('word '.repeat(10_000))
    for (let i = 0; i < 10; i++) {
      type('a')
      asked.at(-1)?.answer()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(asked.length).toBeLessThanOrEqual(5)
    await vi.advanceTimersByTimeAsync(300)
    asked.at(-1)?.answer()
    await settle()
    expect(asked.at(-1)?.text.startsWith('aaaaaaaaaa')).toBe(true)
  })

  it('shows that it reads when that takes long, and no sooner', async () => {
    const { asked, store, type } = setUp()
    type('a')
    await vi.advanceTimersByTimeAsync(200)
    expect(store.get().reading).toBe(0)
    await vi.advanceTimersByTimeAsync(200)
    expect(store.get().reading).toBe(4)
    asked[0]?.answer()
    await settle()
    expect(store.get().reading).toBe(0)
  })
})

describe('a core that fails', () => {
  it('is started again once, and the text is kept', async () => {
    const { article, asked, store, type } = setUp()
    type('a ')
    asked[0]?.fail(new Error('it stopped'))
    await settle()
    expect(asked.length).toBe(2)
    asked[1]?.answer()
    await settle()
    expect(store.get().message).toContain('started again')
    expect(store.get().notice).toBeNull()
    expect(articleText(article.state)).toBe('a one')
  })

  it('is stopped after five seconds, and after the second time the page says so', async () => {
    const { article, stops, store, type } = setUp()
    type('a ')
    await vi.advanceTimersByTimeAsync(5000)
    expect(stops()).toBe(1)
    await vi.advanceTimersByTimeAsync(5000)
    expect(stops()).toBe(2)
    expect(store.get().notice?.text).toContain('took too long')
    expect(articleText(article.state)).toBe('a one')
  })

  it('tries again when the text changes', async () => {
    const { asked, article, type } = setUp()
    type('a ')
    asked[0]?.fail(new Error('it stopped'))
    await settle()
    asked[1]?.fail(new Error('it stopped'))
    await settle()
    type('b ')
    asked[2]?.answer()
    await settle()
    expect(isFresh(article.state)).toBe(true)
  })

  it('stops when the reader says so, and says that the text is kept', async () => {
    const { reader, store, type } = setUp()
    type('a ')
    reader.stop()
    await settle()
    expect(store.get().message).toContain('The text is kept')
    expect(store.get().notice).toBeNull()
  })
})

describe('a very big text', () => {
  it('is read in part, in whole or not at all, as the reader chooses', async () => {
    const { article, asked, store, reader } = setUp()
    article.dispatch(replaceText(article.state, 'four '.repeat(1_200_000)))
    reader.changed('new')
    expect(asked.length).toBe(0)
    const choices = store.get().notice?.choices ?? []
    expect(choices.length).toBe(3)
    choices[0]?.run()
    await settle()
    expect(asked[0]?.text.length).toBe(1_000_000)
    asked[0]?.answer()
    await settle()
    expect(changesOf(article.state)).toEqual([])
    expect(article.state.doc.length).toBe(6_000_000)
  })
})
