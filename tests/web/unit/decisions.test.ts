import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands'
import { describe, expect, it } from 'vitest'
import {
  analysis,
  changeAt,
  changesOf,
  placeOf,
  replacementsInClean,
  resultText,
  setAnswer,
} from '../../../web/src/state/analysis'
import { articleText } from '../../../web/src/state/article'
import { shownBreaks } from '../../../web/src/state/breaks'
import { Decision, decide, decisions, type Verdict } from '../../../web/src/state/decisions'
import { splice } from '../../../web/src/state/splice'
import type { Article } from '../../../web/src/state/store'
import { answerNow, bareArticle, drawn } from './bare_article'
import { createRandom } from './random'

function open(text: string) {
  const document = drawn(text)
  const article = bareArticle(document.source)
  article.dispatch({ effects: setAnswer.of({ answer: { document, words: 0, took: 0 } }) })
  return article
}

function decideOn(article: Article, id: number, verdict: Verdict | null, chosen?: string) {
  const change = changesOf(article.state)[id]
  if (!change) throw new Error(`there is no change ${id}`)
  const [from, to] = placeOf(article.state, change)
  const decision = verdict && new Decision(verdict, change.kind, change.before, chosen, from === to)
  article.dispatch({ effects: decide.of([{ from, to, kind: change.kind, decision }]) })
}

describe('the text that is taken away', () => {
  it('has every repair that stands', () => {
    expect(resultText(open('office⟦ →⟧, 4⟦ , →,⟧000').state)).toBe('office, 4,000')
  })

  it('has any subset put back', () => {
    const article = open('a⟦ →⟧, b⟦ →⟧, c⟦ →⟧.')
    decideOn(article, 1, 'back')
    expect(resultText(article.state)).toBe('a, b , c.')
  })

  it('has a suggestion only when it is taken, in the reading that was chosen', () => {
    const article = open('In ⟦Trump?→his⟧ message')
    expect(resultText(article.state)).toBe('In Trump message')
    decideOn(article, 0, 'kept')
    expect(resultText(article.state)).toBe('In his message')
    decideOn(article, 0, 'kept', 'Putin’s')
    expect(resultText(article.state)).toBe('In Putin’s message')
  })

  it('has a suggestion in place of the repairs that it lies over', () => {
    const document = drawn('He said⟦ →⟧. ⟦ "→”⟧ Then')
    const change = document.changes[1]
    if (!change) throw new Error('not drawn')
    const over = { ...change, id: 2, after: '', kind: 'mark', safety: 'suggestion' as const }
    const article = bareArticle(document.source)
    const answer = {
      document: { ...document, changes: [...document.changes, over] },
      words: 0,
      took: 0,
    }
    article.dispatch({ effects: setAnswer.of({ answer }) })
    expect(resultText(article.state)).toBe('He said. ” Then')
    decideOn(article, 2, 'kept')
    expect(resultText(article.state)).toBe('He said.  Then')
    expect(splice(document.clean, replacementsInClean(article.state))).toBe('He said.  Then')
    undo(article)
    decideOn(article, 2, 'back')
    expect(resultText(article.state)).toBe('He said. ” Then')
    expect(splice(document.clean, replacementsInClean(article.state))).toBe('He said. ” Then')
  })

  it('keeps what was typed since the answer, and drops a repair of what was edited', () => {
    const article = open('a⟦ →⟧, b⟦â€™→’⟧s')
    article.dispatch({ changes: { from: 0, insert: 'So ' } })
    expect(resultText(article.state)).toBe('So a, b’s')
    article.dispatch({ changes: { from: 8, to: 9, insert: 'X' } })
    expect(resultText(article.state)).toBe('So a, bX€™s')
  })
})

describe('a decision', () => {
  it('stays with its place when text is typed before it', () => {
    const article = open('a⟦ →⟧, b⟦ →⟧, c')
    decideOn(article, 1, 'back')
    article.dispatch({ changes: { from: 0, insert: 'word ' } })
    answerNow(article)
    expect(resultText(article.state)).toBe('word a, b , c')
  })

  it('is undone and done again in its turn with the text', () => {
    const article = open('a⟦ →⟧, b')
    decideOn(article, 0, 'back')
    article.dispatch({ changes: { from: 0, insert: 'X' }, userEvent: 'input.type' })
    expect(resultText(article.state)).toBe('Xa , b')
    undo(article)
    expect(resultText(article.state)).toBe('a , b')
    undo(article)
    expect(resultText(article.state)).toBe('a, b')
    redo(article)
    expect(resultText(article.state)).toBe('a , b')
  })

  it('comes back when its text was deleted and that is undone', () => {
    const article = open('a⟦ →⟧, b')
    decideOn(article, 0, 'back')
    article.dispatch({ changes: { from: 0, to: 4 }, userEvent: 'delete' })
    expect(article.state.field(decisions).size).toBe(0)
    undo(article)
    expect(resultText(article.state)).toBe('a , b')
  })
})

describe('finding a repair', () => {
  it('is by the place that the caret touches', () => {
    const article = open('a⟦ →⟧, b⟦ →⟧, c')
    expect([0, 1, 2, 3, 4, 5, 6].map((at) => changeAt(article.state, at)?.id)).toEqual([
      undefined,
      0,
      0,
      undefined,
      undefined,
      1,
      1,
    ])
  })
})

function fingerprint(article: Article): string {
  const sets = [article.state.field(decisions), article.state.field(shownBreaks)].map((set) => {
    const found: unknown[] = []
    for (const c = set.iter(); c.value; c.next())
      found.push([c.from, c.to, (c.value as Partial<Decision>).verdict])
    return found
  })
  return JSON.stringify([articleText(article.state), sets])
}

describe('a thousand random edits and decisions', () => {
  it.each([1, 2, 3])(
    'undone, are as at the start; done again, as at the end (seed %i)',
    (seed) => {
      const random = createRandom(seed)
      const text = `One two , three  four .   Five 👩‍👩‍👧 six é. `.repeat(60)
      const article = bareArticle(text)
      const start = fingerprint(article)
      for (let step = 0; step < 1000; step++) {
        if (random.below(5) === 0) answerNow(article)
        const length = article.state.doc.length
        const from = random.below(length)
        const to = Math.min(length, from + random.below(12))
        const insert = random.pick(['', 'x', ' ,', '  ', '\n', '👩', 'a b. '.repeat(250)])
        const changes = changesOf(article.state)
        if (random.below(2) === 0 && changes.length > 0)
          decideOn(article, random.below(changes.length), random.pick(['kept', 'back', null]))
        else article.dispatch({ changes: { from, to, insert }, userEvent: 'input.type' })
      }
      const end = fingerprint(article)
      while (undoDepth(article.state) > 0) undo(article)
      expect(fingerprint(article)).toBe(start)
      while (redoDepth(article.state) > 0) redo(article)
      expect(fingerprint(article)).toBe(end)
      expect(article.state.field(analysis).since.newLength).toBe(article.state.doc.length)
    },
    60_000,
  )
})
