// Two reports side by side: linked sentences in one row. Marked are the places of the contradictions, in
// linked sentences what the other one does not have, and what was chosen.
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Span } from '../core/protocol'
import type { Reports } from '../core/reports'
import { type Finding, type ReportRow, type ReportsActions, readReports } from '../state/reports'
import type { State } from '../state/store'
import { reportWords } from '../state/words_of_reports'
import { drawBetween, drawNone, drawSideRows, rowsAtOnce, type SideRow } from './side_rows'

type Side = 'a' | 'b'
interface Mark {
  readonly span: Span
  readonly finding: Finding
}
type Marks = Readonly<Record<Side, readonly Mark[]>>

let known: { answer: Reports; marks: Marks } | null = null

/** The places of contradictions, then those of what only one says, the shorter ones first. */
function marksOf(answer: Reports): Marks {
  if (known?.answer === answer) return known.marks
  const { findings } = readReports(answer)
  const marks = (side: Side) => {
    const of = (group: Finding['group']) =>
      findings
        .filter((finding) => finding.group === group)
        .flatMap((finding) => finding[side].map((span) => ({ span, finding })))
    const alone = of(side === 'a' ? 'onlyA' : 'onlyB')
    alone.sort((x, y) => x.span[1] - x.span[0] - (y.span[1] - y.span[0]))
    return [...of('conflicts'), ...alone]
  }
  known = { answer, marks: { a: marks('a'), b: marks('b') } }
  return known.marks
}

const size = ([from, to]: Span) => to - from

/** The marks in a sentence, in order; of two that meet the first is drawn. */
function marksIn(
  sentence: Span,
  marks: readonly Mark[],
  isLinked: boolean,
  current: readonly Mark[],
): Mark[] {
  const inside = ({ span }: Mark) => span[0] < sentence[1] && sentence[0] < span[1]
  // What says most of a sentence is the sentence, and one that has no other beside it says it itself.
  const isTold = ({ span, finding }: Mark) =>
    finding.group === 'conflicts' || (isLinked && 2 * size(span) < size(sentence))
  const found = [...current.filter(inside), ...marks.filter((m) => inside(m) && isTold(m))]
  const drawn: Mark[] = []
  for (const mark of found)
    if (drawn.every(({ span }) => mark.span[1] <= span[0] || span[1] <= mark.span[0]))
      drawn.push(mark)
  return drawn.sort((x, y) => x.span[0] - y.span[0])
}

function drawMark({ finding }: Mark, text: string, isCurrent: boolean): TemplateResult {
  const classes = {
    conflicts: 'disagrees',
    onlyA: 'alone',
    onlyB: 'alone',
    voices: 'chosen',
    borrowed: 'chosen',
    both: 'chosen',
  }
  const spoken = { conflicts: reportWords.disagree, onlyA: reportWords.onlyHere }
  const told = finding.group === 'conflicts' ? spoken.conflicts : spoken.onlyA
  const says = classes[finding.group] !== 'chosen'
  return html`<mark
    class=${`${classes[finding.group]}${isCurrent ? ' current' : ''}`}
    data-finding=${finding.id}
    >${says ? html`<span class="spoken">${told}: </span>` : nothing}${text}</mark
  >`
}

function drawSentence(
  text: string,
  sentence: Span,
  marks: readonly Mark[],
  current: number | null,
) {
  const [begin, end] = sentence
  const parts: unknown[] = []
  let at = begin
  for (const mark of marks) {
    const from = Math.max(mark.span[0], begin)
    const to = Math.min(mark.span[1], end)
    const isCurrent = mark.finding.id === current
    parts.push(text.slice(at, from), drawMark(mark, text.slice(from, to), isCurrent))
    at = to
  }
  parts.push(text.slice(at, end))
  return html`<span class="sentence">${parts} </span>`
}

export function drawReportRows(state: State, actions: ReportsActions): TemplateResult {
  const { answer, current, row } = state.reports
  if (answer === null) return html``
  const { findings, rows } = readReports(answer)
  const marks = marksOf(answer)
  const chosen = findings[current ?? -1]
  const chosenIn = (side: Side): Mark[] =>
    chosen ? chosen[side].map((span) => ({ span, finding: chosen })) : []
  const sideRow = (both: ReportRow): SideRow => {
    const isLinked = both.a.length > 0 && both.b.length > 0
    const found = (side: Side) =>
      both[side].map((span) => marksIn(span, marks[side], isLinked, chosenIn(side)))
    const [a, b] = [found('a'), found('b')]
    const cell = (side: Side, inside: readonly Mark[][]) =>
      both[side].length === 0
        ? drawNone()
        : both[side].map((s, i) => drawSentence(answer.texts[side], s, inside[i] ?? [], current))
    const disagrees = (inside: Mark[][]) =>
      inside.flat().some(({ finding }) => finding.group === 'conflicts')
    const sign = !isLinked
      ? both.a.length > 0
        ? '−'
        : '+'
      : disagrees(a) || disagrees(b)
        ? '≠'
        : '≡'
    return { a: cell('a', a), sign, b: cell('b', b) }
  }
  const atOnce = state.printing ? rows.length : rowsAtOnce
  const start = Math.floor(row / Math.max(atOnce, 1)) * atOnce
  const part = rows.slice(start, start + atOnce)
  const end = start + part.length
  return drawBetween(
    start,
    drawSideRows(state, part.map(sideRow), 'reports'),
    rows.length - end,
    (step) => actions.showRow(step > 0 ? end : start - 1),
  )
}
