// The article without a window: what the editor is to the state of the page.
import type { EditorState, TransactionSpec } from '@codemirror/state'
import type { Change, Document } from '../../../web/src/core/protocol'
import { setAnswer } from '../../../web/src/state/analysis'
import { articleText, createArticle } from '../../../web/src/state/article'
import { splice } from '../../../web/src/state/splice'
import type { Article } from '../../../web/src/state/store'

export function bareArticle(text = ''): Article & { state: EditorState } {
  const article = {
    state: createArticle(text),
    dispatch(...specs: TransactionSpec[]) {
      article.state = article.state.update(...specs).state
    },
  }
  return article
}

/** What the core would answer of a text, as far as the page reads it. */
export const documentOf = (
  source: string,
  clean: string,
  changes: readonly Change[],
): Document => ({
  schema: 'palimpsest/document@1',
  offsets: 'utf16',
  source,
  clean,
  changes,
  paragraphs: [],
  sentences: [],
})

/** A document whose changes are drawn in the text: "office⟦ →⟧, with"; ⟦a?→b⟧ is a suggestion. */
export function drawn(text: string): Document {
  const changes: Change[] = []
  let source = ''
  let clean = ''
  let done = 0
  for (const match of text.matchAll(/⟦([^→⟧]*)→([^⟧]*)⟧/g)) {
    const kept = text.slice(done, match.index)
    done = match.index + match[0].length
    source += kept
    clean += kept
    const guess = match[1]?.endsWith('?') ?? false
    const before = guess ? (match[1] ?? '').slice(0, -1) : (match[1] ?? '')
    const after = match[2] ?? ''
    const stands = guess ? before : after
    changes.push({
      id: changes.length,
      kind: before.trim() === '' ? 'blank' : 'word',
      group: 'layout',
      source: [source.length, source.length + before.length],
      clean: [clean.length, clean.length + stands.length],
      before,
      after,
      safety: guess ? 'suggestion' : 'safe',
      confidence: 0.9,
      why: 'as drawn',
    })
    source += before
    clean += stands
  }
  source += text.slice(done)
  clean += text.slice(done)
  const paragraphs = [[0, clean.length] as const]
  return {
    schema: 'palimpsest/document@1',
    offsets: 'utf16',
    source,
    clean,
    changes,
    paragraphs,
    sentences: [],
  }
}

/** An answer about the article as it is: every run of blanks before a mark, every doubled blank. */
export function answerNow(article: Article): void {
  const text = articleText(article.state)
  const changes: Change[] = []
  let shift = 0
  for (const match of text.matchAll(/ +(?=[,.)])|(?<= ) +/g)) {
    const from = match.index
    const to = from + match[0].length
    changes.push({
      id: changes.length,
      kind: 'blank',
      group: 'layout',
      source: [from, to],
      clean: [from - shift, from - shift],
      before: match[0],
      after: '',
      safety: 'safe',
      confidence: 1,
      why: '',
    })
    shift += match[0].length
  }
  const clean = splice(
    text,
    changes.map((c) => ({ span: c.source, text: '' })),
  )
  const document = documentOf(text, clean, changes)
  article.dispatch({ effects: setAnswer.of({ answer: { document, words: 0, took: 0 } }) })
}
