// Which repairs share a note, which hang together, and which are found by a search.
import { describe, expect, it } from 'vitest'
import { createActions } from '../../../web/src/state/actions'
import { changesOf, setAnswer } from '../../../web/src/state/analysis'
import { decisionOf, sharing, shownChanges, together } from '../../../web/src/state/notes'
import { createStore, firstState, type State } from '../../../web/src/state/store'
import { bareArticle, drawn } from './bare_article'

function open(text: string) {
  const document = drawn(text)
  const article = bareArticle(document.source)
  article.dispatch({ effects: setAnswer.of({ answer: { document, words: 0, took: 0 } }) })
  const store = createStore(firstState(article.state), () => {})
  const dispatch = article.dispatch
  article.dispatch = (...specs) => {
    dispatch(...specs)
    store.set({ article: article.state })
  }
  const actions = createActions(store, article)
  const ids = (filter?: State['filter']) => {
    if (filter) store.set({ filter })
    return shownChanges(store.get()).map((change) => change.id)
  }
  const change = (id: number) => {
    const found = changesOf(article.state)[id]
    if (!found) throw new Error(`no change ${id}`)
    return found
  }
  return { store, actions, ids, change }
}

const windows = 'One⟦\r→⟧\nTwo⟦\r→⟧\nThree⟦ →⟧, four⟦\r→⟧\nFive⟦\r→⟧\nSix⟦\r→⟧\n'

describe('line ends of a file from Windows', () => {
  it('are one note from one other repair to the next', () => {
    const { ids, store, change } = open(windows)
    expect(ids()).toEqual([0, 2, 3])
    expect(sharing(store.get(), change(4)).map((c) => c.id)).toEqual([3, 4, 5])
  })

  it('are decided together and stay one note', () => {
    const { ids, store, change, actions } = open(windows)
    actions.decide(change(3), 'back')
    expect([3, 4, 5].map((id) => decisionOf(store.get(), change(id))?.verdict)).toEqual(
      Array(3).fill('back'),
    )
    expect(decisionOf(store.get(), change(0))).toBeUndefined()
    expect(ids()).toEqual([0, 2, 3])
  })

  it('other repairs that are alike have a note each', () => {
    expect(open('One⟦ →⟧, two⟦ →⟧, three⟦ →⟧.').ids()).toEqual([0, 1, 2])
  })
})

describe('repairs that touch', () => {
  it('hang together, and are kept and put back together', () => {
    const { store, actions, change } = open('He said⟦ →⟧,⟦ ” →”⟧ and⟦ →⟧, then went.')
    expect(together(store.get(), change(1)).map((c) => c.id)).toEqual([0, 1])
    expect(together(store.get(), change(2)).map((c) => c.id)).toEqual([2])
    actions.decideTogether(change(0), 'back')
    expect([0, 1, 2].map((id) => decisionOf(store.get(), change(id))?.verdict)).toEqual([
      'back',
      'back',
      undefined,
    ])
  })
})

describe('the search', () => {
  it('finds words of what was and what is, and causes', () => {
    const { ids } = open('The ⟦teh→the⟧ end⟦ →⟧, of ⟦colour→color⟧.')
    expect(ids({ query: 'COLOR' })).toEqual([2])
    expect(ids({ query: 'cause:blank' })).toEqual([1])
    expect(ids({ query: 'cause:word teh' })).toEqual([0])
    expect(ids({ query: 'cause:' })).toEqual([0, 1, 2])
    expect(ids({ query: 'cause:nothing' })).toEqual([])
  })
})
