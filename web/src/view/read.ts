// The Read lens: the repaired article as plain paragraphs, for reading and for screen readers.
import { html, nothing, render } from 'lit-html'
import { analysis, isFresh, replacements, replacementsInClean, resultText } from '../state/analysis'
import { breaksShown } from '../state/breaks'
import { shownChanges } from '../state/notes'
import { moveSpans } from '../state/splice'
import type { State } from '../state/store'
import { words } from '../state/words'

/** A paragraph longer than this is cut where the editor shows its breaks. */
const longest = 1000

/** A paragraph, and on paper the numbers of its notes, each after the place it is about. */
interface Paragraph {
  readonly text: string
  readonly numbers: readonly { readonly at: number; readonly number: number }[]
}

const plain = (text: string): Paragraph => ({ text, numbers: [] })

/** The paragraphs of the core, in the text as the reader has decided it. */
function paragraphs(state: State): Paragraph[] {
  const { answer } = state.article.field(analysis)
  const text = resultText(state.article)
  // Until the answer is there, or where only a part was read, the lines are all there is.
  if (
    !answer ||
    answer.whole ||
    !isFresh(state.article) ||
    answer.document.source.length < state.article.doc.length
  )
    return text.split(/\n+/).map(plain)
  const decided = replacementsInClean(state.article)
  const numbers = state.printing ? noteNumbers(state) : []
  const cuts = moveSpans(breaksShown(state.article), replacements(state.article)).map(([at]) => at)
  const spans = moveSpans(answer.document.paragraphs, decided)
  return spans.flatMap(([from, to], p) => {
    const inside = to - from > longest ? cuts.filter((at) => at > from && at < to) : []
    return [from, ...inside].map((at, i) => {
      const end = inside[i] ?? to
      // What is about the room between two paragraphs stands after the first.
      const until = inside[i] ?? spans[p + 1]?.[0] ?? Number.POSITIVE_INFINITY
      const here = numbers.filter((n) => n.at > at && n.at <= until)
      return {
        text: text.slice(at, end),
        numbers: here.map((n) => ({ ...n, at: Math.min(n.at, end) - at })),
      }
    })
  })
}

/** Where the numbers of the notes stand in the text as decided. */
function noteNumbers(state: State): Paragraph['numbers'] {
  const noted = shownChanges(state)
  const ends = noted.map((change) => [change.clean[1], change.clean[1]] as const)
  const moved = moveSpans(ends, replacementsInClean(state.article))
  return noted.map((change, i) => ({ at: moved[i]?.[0] ?? 0, number: change.id + 1 }))
}

function drawNumbered({ text, numbers }: Paragraph) {
  let done = 0
  const parts = numbers.map(({ at, number }) => {
    const before = text.slice(done, at)
    done = Math.max(done, at)
    return html`${before}<sup>${number}</sup>`
  })
  return html`${parts}${text.slice(done)}`
}

export function drawRead(root: HTMLElement, state: State): void {
  if (state.lens !== 'read') {
    render(nothing, root)
    return
  }
  const parts = paragraphs(state).filter(({ text }) => text.trim() !== '')
  render(
    html`<article class="reading" aria-label=${words.article} lang="en">
      ${
        parts.length > 0
          ? parts.map((part) => html`<p dir="auto">${drawNumbered(part)}</p>`)
          : html`<p class="quiet">${words.nothingToRead}</p>`
      }
    </article>`,
    root,
  )
}
