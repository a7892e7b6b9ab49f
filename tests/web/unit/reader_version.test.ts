// The article is read with a version of it at hand where the reader chose so, and without it again.
import { expect, it } from 'vitest'
import type { Core } from '../../../web/src/core/client'
import type { Wanted } from '../../../web/src/core/protocol'
import { createReader } from '../../../web/src/state/reader'
import { createStore, firstState, type State } from '../../../web/src/state/store'
import { bareArticle } from './bare_article'

const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

it('restores from the other text while that is chosen, and asks once for each', async () => {
  const article = bareArticle('one Trump')
  const versions: unknown[] = []
  const document = {
    schema: '',
    offsets: '',
    clean: '',
    changes: [],
    paragraphs: [],
    sentences: [],
  }
  const core = {
    ask: (_call: string, _text: string, { version }: Wanted) => {
      versions.push(version)
      return Promise.resolve({ document, words: 2, took: 0 })
    },
    stop() {},
  } as unknown as Core
  const begun: State = {
    ...firstState(article.state),
    core: 'ready',
    other: { text: 'one he', name: '' },
  }
  const store = createStore(begun, () => {})
  const live = { ...store, get: () => ({ ...store.get(), article: article.state }) }
  const reader = createReader(core, article, live)
  reader.changed('new')
  await settle()
  reader.check()
  await settle()
  expect(versions).toEqual([''])
  store.set({ restoring: true })
  reader.check()
  await settle()
  reader.check()
  await settle()
  expect(versions).toEqual(['', 'one he'])
  store.set({ restoring: false })
  reader.check()
  await settle()
  expect(versions).toEqual(['', 'one he', ''])
})
