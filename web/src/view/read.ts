// The Read lens: the repaired article as plain paragraphs, for reading and for screen readers.
import { html, nothing, render } from 'lit-html'
import { analysis, changesOf, isFresh, resultText, standing } from '../state/analysis'
import { moveSpans } from '../state/splice'
import type { State } from '../state/store'
import { words } from '../state/words'

/** The paragraphs of the core, moved to the text as the reader has decided it. */
function paragraphs(state: State): string[] {
  const { answer, verdicts } = state.article.field(analysis)
  const text = resultText(state.article)
  if (!answer || !isFresh(state.article)) return text.split(/\n+/)
  const decided = changesOf(state.article).map((change) => ({
    span: change.clean,
    text: standing(change, verdicts.get(change.id)),
  }))
  const parts = moveSpans(answer.document.paragraphs, decided).map((span) => text.slice(...span))
  // A text that was read only in part has no paragraphs for the rest.
  return parts.length > 0 && answer.document.source.length === state.article.doc.length
    ? parts
    : text.split(/\n+/)
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
