// The Read lens: the repaired article as plain paragraphs, for reading and for screen readers.
import { html, nothing, render } from 'lit-html'
import { analysis, isFresh, replacements, replacementsInClean, resultText } from '../state/analysis'
import { breaksShown } from '../state/breaks'
import { moveSpans } from '../state/splice'
import type { State } from '../state/store'
import { words } from '../state/words'

/** A paragraph longer than this is cut where the editor shows its breaks. */
const longest = 1000

/** The paragraphs of the core, in the text as the reader has decided it. */
function paragraphs(state: State): string[] {
  const { answer } = state.article.field(analysis)
  const text = resultText(state.article)
  // Until the answer is there, or where only a part was read, the lines are all there is.
  if (
    !answer ||
    !isFresh(state.article) ||
    answer.document.source.length < state.article.doc.length
  )
    return text.split(/\n+/)
  const decided = replacementsInClean(state.article)
  const cuts = moveSpans(breaksShown(state.article), replacements(state.article)).map(([at]) => at)
  return moveSpans(answer.document.paragraphs, decided).flatMap(([from, to]) => {
    const inside = to - from > longest ? cuts.filter((at) => at > from && at < to) : []
    return [from, ...inside].map((at, i) => text.slice(at, inside[i] ?? to))
  })
}

export function drawRead(root: HTMLElement, state: State): void {
  if (state.lens !== 'read') {
    render(nothing, root)
    return
  }
  const parts = paragraphs(state).filter((p) => p.trim() !== '')
  render(
    html`<article class="reading" aria-label=${words.article} lang="en">
      ${
        parts.length > 0
          ? parts.map((text) => html`<p dir="auto">${text}</p>`)
          : html`<p class="quiet">${words.nothingToRead}</p>`
      }
    </article>`,
    root,
  )
}
