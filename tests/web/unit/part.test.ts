// A part read anew and put into the rest gives what reading the whole gives, where repairs are local.
import { describe, expect, it } from 'vitest'
import { excerptError } from '../../../web/src/core/excerpts'
import type { Change, Document } from '../../../web/src/core/protocol'
import { analysis, changesOf, resultText, setAnswer } from '../../../web/src/state/analysis'
import { articleText } from '../../../web/src/state/article'
import { isPartEnough, partToRead, withPart } from '../../../web/src/state/part'
import { bareArticle, documentOf } from './bare_article'
import { createRandom } from './random'

/** A core whose rules see no further than a few letters: blanks, a joined line, a guess, and, where it
    is asked for, a name that was written over. */
function readText(text: string, restores: boolean): Document {
  const rules: [RegExp, string, string][] = [
    // First, because it stands before what begins at the same place.
    [/(?<=,)(?=\w)/g, ' ', 'safe'],
    [/ +(?=[,.])/g, '', 'safe'],
    [/(?<=[^ \n]) {2,}(?=\w)/g, ' ', 'likely'],
    [/(?<=\w)-\n(?=\w)/g, '', 'likely'],
    [/\bteh\b/g, 'the', 'suggestion'],
  ]
  if (restores) rules.push([/\bTrump\b/g, 'he', 'likely'], [/\bPutin\b/g, 'him', 'suggestion'])
  const found = rules
    .flatMap(([rule, after, safety]) =>
      [...text.matchAll(rule)].map(({ index, 0: before }) => ({ index, before, after, safety })),
    )
    .sort((a, b) => a.index - b.index)
  const changes: Change[] = []
  let clean = ''
  let done = 0
  for (const { index, before, after, safety } of found) {
    clean += text.slice(done, index)
    const stands = safety === 'suggestion' ? before : after
    const lost = { what: 'mention' as const, count: 1 }
    changes.push({
      id: changes.length,
      kind: before.trim() === '' ? 'blank' : 'word',
      group: '',
      source: [index, index + before.length],
      clean: [clean.length, clean.length + stands.length],
      before,
      after,
      safety: safety as Change['safety'],
      confidence: 1,
      why: '',
      ...(/[TP]u/.test(before) || before === 'Trump' ? { lost } : {}),
    })
    clean += stands
    done = index + before.length
  }
  clean += text.slice(done)
  return documentOf(text, clean, changes)
}

const wordsOf = (text: string) => text.match(/\S+/g)?.length ?? 0

function readWhole(article: ReturnType<typeof bareArticle>) {
  const document = readText(articleText(article.state), true)
  const answer = { document, words: wordsOf(document.clean), took: 1 }
  article.dispatch({ effects: setAnswer.of({ answer }) })
}

const pieces = ['one', 'two ', ' ,', '.', '  ', '\n', '-\n', 'teh ', 'Trump ', 'Putin ', ',x', '😀']

function someText(next: (n: number) => number, length: number): string {
  let text = ''
  while (text.length < length) text += pieces[next(pieces.length)]
  return text
}

describe('a part read anew', () => {
  it('gives what the whole gives, after any edits', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const next = createRandom(seed).below
      const article = bareArticle(someText(next, 200 + next(9_000)))
      readWhole(article)
      let parts = 0
      for (let edit = 0; edit < 12; edit++) {
        const { length } = article.state.doc
        // Somewhere at first, and then near by, as one types.
        for (let key = next(3); key >= 0; key--) {
          const from = next(2) === 0 ? next(length) : Math.min(length, 500 + next(100))
          const to = Math.min(article.state.doc.length, from + (next(4) === 0 ? next(30) : 0))
          const insert = someText(next, next(12))
          article.dispatch({ changes: { from: Math.min(from, to), to, insert } })
        }
        const part = partToRead(article.state)
        if (part !== null) expect(isPartEnough(article.state)).toBe(true)
        if (part === null) {
          readWhole(article)
          continue
        }
        const now = withPart(article.state, part, readText(part.text, false), 1)
        const whole = readText(articleText(article.state), true)
        if (now === null) {
          readWhole(article)
          continue
        }
        parts++
        expect(excerptError(now.document), `seed ${seed}, edit ${edit}`).toBeNull()
        expect(now.document.source).toBe(whole.source)
        // What was written over is only kept, not found: what was typed may have brought more of it.
        const without = (changes: readonly Change[]) =>
          changes
            .filter((c) => c.lost === undefined)
            .map((c) => `${c.source} ${c.after} ${c.safety}`)
        expect(without(now.document.changes)).toEqual(without(whole.changes))
        const lost = (changes: readonly Change[]) =>
          changes.filter((c) => c.lost !== undefined).map((c) => c.source.join())
        const known = new Set(lost(whole.changes))
        for (const place of lost(now.document.changes)) expect(known.has(place)).toBe(true)
        article.dispatch({ effects: setAnswer.of({ answer: now }) })
        const { verdicts } = article.state.field(analysis)
        expect(verdicts.size).toBe(0)
        expect(resultText(article.state)).toBe(now.document.clean)
      }
      expect(parts).toBeGreaterThan(0)
    }
  })

  it('counts the words, and keeps what was written over beside what is typed', () => {
    const article = bareArticle('Trump said ,that teh word .')
    readWhole(article)
    expect(changesOf(article.state).map((c) => c.after)).toEqual(['he', '', ' ', 'the', ''])
    article.dispatch({ changes: { from: 11, insert: 'so ' } })
    const part = partToRead(article.state)
    expect(part?.text).toBe('Trump said so ,that teh word .')
    const now = part && withPart(article.state, part, readText(part.text, false), 1)
    expect(now?.document.clean).toBe('he said so, that teh word.')
    expect(now?.document.changes.map((c) => c.after)).toEqual(['he', '', ' ', 'the', ''])
    expect(now?.words).toBe(6)
    expect(now?.whole?.document.source).toBe('Trump said ,that teh word .')
  })

  it('lets go what was written over where it is typed in', () => {
    const article = bareArticle('Trump said , Putin')
    readWhole(article)
    article.dispatch({ changes: { from: 3, insert: 'x' } })
    const part = partToRead(article.state)
    const now = part && withPart(article.state, part, readText(part.text, false), 1)
    expect(now?.document.changes.map((c) => c.before)).toEqual([' ', 'Putin'])
    expect(now?.document.clean).toBe('Truxmp said, Putin')
  })

  it('reads some thousand letters of a long text, in whole lines', () => {
    const article = bareArticle('one two , three.\n'.repeat(60_000))
    readWhole(article)
    article.dispatch({ changes: { from: 500_003, insert: 'x' } })
    const part = partToRead(article.state)
    expect(part?.text.length).toBeLessThan(16_000)
    expect(part?.text.startsWith('one')).toBe(true)
    expect(part?.text.endsWith('three.')).toBe(true)
    expect(part && part.offset < part.from && part.from < 500_003 && part.to > 500_003).toBe(true)
  })

  it('will not do where much was changed, or where only a beginning was read', () => {
    const article = bareArticle('one two , three.\n'.repeat(1000))
    expect(isPartEnough(article.state)).toBe(false)
    readWhole(article)
    expect(isPartEnough(article.state)).toBe(true)
    article.dispatch({ changes: { from: 10, insert: 'x'.repeat(5000) } })
    expect(isPartEnough(article.state)).toBe(false)
    const document = readText('one two', true)
    article.dispatch({ effects: setAnswer.of({ answer: { document, words: 2, took: 1 } }) })
    expect(partToRead(article.state)).toBeNull()
  })
})
