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
  const { core: quick, asked: parts } = slowCore()
  const live = { ...store, get: () => ({ ...store.get(), article: article.state }) }
  const reader = createReader(core, article, live, quick)
  const type = (insert: string) => {
    article.dispatch({ changes: { from: 0, insert } })
    reader.changed('typed')
  }
  return { article, store, asked, parts, stops, reader, type }
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
    await vi.advanceTimersByTimeAsync(900)
    expect(asked.length).toBe(0)
    await vi.advanceTimersByTimeAsync(200)
    expect(asked.length).toBe(1)
  })

  it('reads the lines around the keys at once, and the whole when the hand rests', async () => {
    const { article, asked, parts, type, reader } = setUp('word, word.\n'.repeat(2_000))
    reader.changed('new')
    asked[0]?.answer()
    await settle()
    for (let i = 0; i < 10; i++) {
      type('a')
      await vi.advanceTimersByTimeAsync(50)
      parts.at(-1)?.answer()
      await settle()
      expect(isFresh(article.state)).toBe(true)
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(asked.length).toBe(1)
    expect(parts.length).toBe(10)
    expect(parts.every(({ text }) => text.length < 16_000)).toBe(true)
    await vi.advanceTimersByTimeAsync(400)
    expect(asked.length).toBe(2)
    expect(asked[1]?.text.startsWith('aaaaaaaaaaword')).toBe(true)
    expect(asked[1]?.text.length).toBe(article.state.doc.length)
  })

  it('goes on with the whole where a part fails', async () => {
    const { article, asked, parts, store, type, reader } = setUp()
    reader.changed('new')
    asked[0]?.answer()
    await settle()
    type('a ')
    parts[0]?.fail(new Error('it stopped'))
    await vi.advanceTimersByTimeAsync(500)
    asked[1]?.answer()
    await settle()
    expect(isFresh(article.state)).toBe(true)
    expect(store.get().notice).toBeNull()
  })

  it('asks for the part as it is now when it has moved on', async () => {
    const { article, asked, parts, type, reader } = setUp()
    reader.changed('new')
    asked[0]?.answer()
    await settle()
    type('a ')
    type('b ')
    type('c ')
    expect(parts.map(({ text }) => text)).toEqual(['a one'])
    parts[0]?.answer()
    await settle()
    expect(isFresh(article.state)).toBe(false)
    expect(parts.map(({ text }) => text)).toEqual(['a one', 'c b a one'])
    parts[1]?.answer()
    await settle()
    expect(isFresh(article.state)).toBe(true)
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
