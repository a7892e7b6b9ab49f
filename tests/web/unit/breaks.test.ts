import { undo } from '@codemirror/commands'
import { describe, expect, it } from 'vitest'
import { articleText, replaceText } from '../../../web/src/state/article'
import { breakPlaces, shownBreaks } from '../../../web/src/state/breaks'
import { bareArticle } from './bare_article'

const sentence = 'The ministers met on Saturday and agreed on nothing at all. '
const oneLine = sentence.repeat(40)

describe('an article that is one long line', () => {
  it('is shown in paragraphs and is still the same text', () => {
    const article = bareArticle(oneLine)
    expect(article.state.doc.length).toBe(oneLine.length)
    expect(article.state.doc.lines).toBeGreaterThan(3)
    expect(articleText(article.state)).toBe(oneLine)
  })

  it('breaks where runs of blanks follow a sentence end, before anywhere else', () => {
    const text = `One is here .   Two is here. " Three "   `.repeat(40)
    const lines = bareArticle(text).state.doc.toString().split('\n')
    expect(lines[0]).toBe('One is here .  ')
    expect(lines[1]).toMatch(/^Two is here\. " Three "/)
  })

  it('breaks somewhere even without sentences, but never inside a word', () => {
    const text = 'word '.repeat(4000)
    const places = breakPlaces(text)
    expect(places.length).toBeGreaterThan(5)
    expect(places.every((at) => text[at] === ' ')).toBe(true)
    expect(breakPlaces('a'.repeat(100_000))).toEqual([])
  })

  it('leaves short lines as they came', () => {
    expect(bareArticle('Short.  Text.\nAnd more.').state.field(shownBreaks).size).toBe(0)
  })
})

describe('editing around a shown break', () => {
  it('a typed line break is a line break', () => {
    const article = bareArticle(oneLine)
    article.dispatch({ changes: { from: 10, insert: '\n' }, userEvent: 'input.type' })
    expect(articleText(article.state)).toBe(`${oneLine.slice(0, 10)}\n${oneLine.slice(10)}`)
  })

  it('undo brings the blank back, not a line break', () => {
    const article = bareArticle(oneLine)
    const at = article.state.doc.line(1).to
    article.dispatch({ changes: { from: at - 5, to: at + 5 }, userEvent: 'delete' })
    expect(articleText(article.state)).toBe(oneLine.slice(0, at - 5) + oneLine.slice(at + 5))
    undo(article)
    expect(articleText(article.state)).toBe(oneLine)
  })

  it('another text can be opened and undone', () => {
    const article = bareArticle(oneLine)
    article.dispatch(replaceText(article.state, 'short'))
    expect(articleText(article.state)).toBe('short')
    undo(article)
    expect(articleText(article.state)).toBe(oneLine)
  })
})

describe('line ends and odd characters', () => {
  it.each(['a\r\nb\r\nc', 'a\rb', '\ufeffa', 'a\0b', '\ud800 lone', 'e\u0301 👩‍👩‍👧 שלום', ''])(
    'keeps %j',
    (text) => {
      expect(articleText(bareArticle(text).state)).toBe(text)
    },
  )
})
