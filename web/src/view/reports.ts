// Two reports side by side: linked sentences in one row, what was chosen marked in both.
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Span } from '../core/protocol'
import type { Reports } from '../core/reports'
import { factsOf, type NumberedFact, rowsOf } from '../state/reports'
import { reportWords } from '../state/reports_words'
import type { State } from '../state/store'
import { words } from '../state/words'

interface Mark {
  readonly span: Span
  readonly fact: NumberedFact
}

let known: {
  answer: Reports
  rows: ReturnType<typeof rowsOf>
  marks: { a: Mark[]; b: Mark[] }
} | null = null

/** What stands out in a text: the places of the conflicts, and of what was chosen. */
function read(answer: Reports) {
  if (known?.answer === answer) return known
  const conflicts = factsOf(answer).filter(({ group }) => group === 'conflicts')
  const marks = (side: 'a' | 'b') =>
    conflicts.flatMap((fact) => {
      const span = fact.fact[side]?.span
      return span ? [{ span, fact }] : []
    })
  known = { answer, rows: rowsOf(answer), marks: { a: marks('a'), b: marks('b') } }
  return known
}

/** A sentence with its marks; of two that meet the one that was chosen is drawn. */
function drawSentence(
  text: string,
  [begin, end]: Span,
  marks: readonly Mark[],
  current: NumberedFact | undefined,
  side: 'a' | 'b',
): TemplateResult {
  const chosen = current?.fact[side]?.span
  const inside = (span: Span) => span[0] < end && begin < span[1]
  const all = [
    ...(current && chosen && inside(chosen) ? [{ span: chosen, fact: current }] : []),
    ...marks.filter((m) => inside(m.span) && m.fact.id !== current?.id),
  ]
  const drawn: { span: Span; fact: NumberedFact }[] = []
  for (const mark of all)
    if (drawn.every(({ span }) => mark.span[1] <= span[0] || span[1] <= mark.span[0]))
      drawn.push(mark)
  drawn.sort((x, y) => x.span[0] - y.span[0])
  const parts: unknown[] = []
  let at = begin
  for (const { span, fact } of drawn) {
    const from = Math.max(span[0], begin)
    const to = Math.min(span[1], end)
    parts.push(text.slice(at, from))
    const conflict = fact.group === 'conflicts'
    parts.push(
      html`<mark
        class=${`${conflict ? 'disagrees' : 'fact'}${fact.id === current?.id ? ' current' : ''}`}
        data-fact=${fact.id}
        >${conflict ? html`<span class="spoken">${reportWords.disagree}: </span>` : nothing}${text.slice(from, to)}</mark
      >`,
    )
    at = to
  }
  parts.push(text.slice(at, end))
  return html`<span class="sentence">${parts} </span>`
}

export function drawReportRows(state: State): TemplateResult {
  const { answer, current } = state.reports
  if (answer === null) return html``
  const { rows, marks } = read(answer)
  const chosen = current === null ? undefined : factsOf(answer)[current]
  const cell = (spans: readonly Span[], side: 'a' | 'b') =>
    spans.length === 0
      ? html`<span class="none" aria-label=${words.rowEmpty}>—</span>`
      : spans.map((span) => drawSentence(answer.texts[side], span, marks[side], chosen, side))
  const signOf = (a: readonly Span[], b: readonly Span[]) => {
    if (a.length === 0) return '+'
    if (b.length === 0) return '−'
    const conflict = marks.a.concat(marks.b).some(({ fact }) => {
      const at = fact.fact.sentences
      return at && a.some((s) => s[0] === at.a[0]) && b.some((s) => s[0] === at.b[0])
    })
    return conflict ? '≠' : '≡'
  }
  return html`<table class="rows side reports">
    <thead>
      <tr>
        <th scope="col">${words.yours}</th>
        <td></td>
        <th scope="col">${words.otherNamed(state.other.name)}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ a, b }) => html`<tr>
          <td dir="auto">${cell(a, 'a')}</td>
          <td class="between">${signOf(a, b)}</td>
          <td dir="auto">${cell(b, 'b')}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}
