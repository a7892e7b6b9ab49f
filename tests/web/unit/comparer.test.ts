// The comparison is kept up to date, one request at a time, and lives through a worker that dies.
import { describe, expect, it } from 'vitest'
import { type Core, Stopped } from '../../../web/src/core/client'
import type { Comparison } from '../../../web/src/core/protocol'
import { setAnswer } from '../../../web/src/state/analysis'
import { createComparer } from '../../../web/src/state/comparer'
import { createDifferenceActions } from '../../../web/src/state/difference_actions'
import type { Reader } from '../../../web/src/state/reader'
import { createStore, firstState, type State } from '../../../web/src/state/store'
import { bareArticle, drawn } from './bare_article'

const nothing: Comparison = {
  schema: 'palimpsest/comparison@1',
  offsets: 'utf16',
  similarity: 1,
  precision: 'full',
  summary: { verdict: 'the same text' },
  hunks: [],
}

function setUp(text: string, other: string, answers: (Comparison | Error)[]) {
  const article = bareArticle(text)
  const asked: [string, string][] = []
  const core = {
    ask: (call: string, a: string, b: string) => {
      if (call !== 'compare') return Promise.resolve(true)
      asked.push([a, b])
      const answer = answers.shift() ?? nothing
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
    stop() {},
  } as unknown as Core
  let read = () => {}
  const reader = { settled: () => Promise.resolve(read()) } as unknown as Reader
  const begun: State = {
    ...firstState(article.state),
    core: 'ready',
    lens: 'differences',
    other: { text: other, name: '' },
  }
  const store = createStore(begun, () => {})
  const get = () => ({ ...store.get(), article: article.state })
  const live = { ...store, get }
  const comparer = createComparer(core, article, live, reader)
  const actions = createDifferenceActions(live, article, comparer)
  const onRead = (then: () => void) => {
    read = then
  }
  return { article, asked, store: live, comparer, actions, onRead }
}

const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

describe('comparing', () => {
  it('asks once for the same two texts, and again when one changes', async () => {
    const { article, asked, store, comparer } = setUp('one', 'two', [])
    comparer.check()
    comparer.check()
    await settle()
    comparer.check()
    await settle()
    expect(asked).toEqual([['one', 'two']])
    expect(comparer.isFresh()).toBe(true)
    store.set({ other: { text: 'three', name: '' } })
    expect(comparer.isFresh()).toBe(false)
    comparer.check()
    await settle()
    article.dispatch({ changes: { from: 0, insert: 'and ' } })
    comparer.check()
    await settle()
    expect(asked.slice(1)).toEqual([
      ['one', 'three'],
      ['and one', 'three'],
    ])
  })

  it.each([
    ['another lens is open', { lens: 'repairs' }],
    ['there is no other text', { other: { text: ' ', name: '' } }],
    ['the core is not there', { core: 'failed' }],
  ] as [string, Partial<State>][])('does not ask while %s', async (_why, change) => {
    const { asked, store, comparer } = setUp('one', 'two', [])
    store.set(change)
    comparer.check()
    await settle()
    expect(asked).toEqual([])
  })

  it('tries again once when the worker dies, and then says so and keeps both texts', async () => {
    const died = new Error('unreachable')
    const once = setUp('one', 'two', [died])
    once.comparer.check()
    await settle()
    expect(once.asked).toHaveLength(2)
    expect(once.store.get().compared?.comparison).toBe(nothing)

    const twice = setUp('one', 'two', [died, died])
    twice.comparer.check()
    await settle()
    expect(twice.store.get().notice?.text).toContain('unreachable')
    expect(twice.store.get().other.text).toBe('two')
    twice.comparer.check()
    await settle()
    expect(twice.asked).toHaveLength(2)
    twice.store.get().notice?.choices[0]?.run()
    await settle()
    expect(twice.store.get().compared?.comparison).toBe(nothing)
  })

  it('given up, is not asked for again until a text changes', async () => {
    const { asked, comparer } = setUp('one', 'two', [new Stopped('stopped')])
    comparer.check()
    await settle()
    comparer.check()
    await settle()
    expect(asked).toHaveLength(1)
  })
})

describe('what is taken', () => {
  it('is not repaired again', async () => {
    const differing: Comparison = {
      ...nothing,
      hunks: [
        {
          id: 0,
          op: 'replace',
          a: [4, 5],
          b: [4, 5],
          before: '“',
          after: '"',
          cause: 'quote_marks',
          causes: ['quote_marks'],
          group: 'damage',
          why: 'as drawn',
        },
      ],
    }
    const { article, asked, store, comparer, actions, onRead } = setUp('Say “yes”', 'Say "yes”', [
      differing,
      nothing,
    ])
    comparer.check()
    await settle()
    // The core repairs the straight mark whenever it reads it.
    onRead(() => {
      const document = drawn('Say ⟦"→“⟧yes”')
      article.dispatch({ effects: setAnswer.of({ answer: { document, words: 2, took: 0 } }) })
    })
    const hunk = store.get().compared?.comparison.hunks[0]
    if (!hunk) throw new Error('nothing was compared')
    actions.take(hunk)
    comparer.check()
    await settle()
    expect(asked[1]).toEqual(['Say "yes”', 'Say "yes”'])
  })
})
