// The two texts in rows: side by side, or in one column with what was deleted and inserted.
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Hunk } from '../core/protocol'
import { type Compared, groupTitle, isSide, keptHunks, numbersOf } from '../state/differences'
import { type Piece, type Row, rowsOf } from '../state/rows'
import type { State } from '../state/store'
import { words } from '../state/words'
import { drawPart } from './excerpt'
import { drawBetween, drawNone, drawSideRows, rowsAtOnce, type SideRow } from './side_rows'

let known: { compared: Compared; rows: Row[] } | null = null
function rows(compared: Compared): Row[] {
  if (known?.compared !== compared) known = { compared, rows: rowsOf(compared) }
  return known.rows
}

type Side = 'a' | 'b' | 'both'

/** What all the drawing of one comparison needs to know. */
interface Drawing {
  readonly state: State
  readonly compared: Compared
  readonly numbers: ReadonlyMap<number, number>
  readonly kept: ReadonlySet<number>
}

/** The move whose end a difference is, or the difference itself: what its note is about. */
const ofNote = (hunk: Hunk): number => hunk.move ?? hunk.id

const isDrawn = ({ numbers }: Drawing, hunk: Hunk) => numbers.has(ofNote(hunk))

function classesOf({ state, kept }: Drawing, hunk: Hunk): string {
  const id = ofNote(hunk)
  const classes = ['difference', hunk.group, hunk.move === undefined ? hunk.op : 'moved']
  if (kept.has(id)) classes.push('left')
  if (state.differ.current === id) classes.push('current')
  return classes.join(' ')
}

/** The sign and the number after a difference, small and raised. */
function drawNumber({ numbers, state }: Drawing, hunk: Hunk): TemplateResult {
  const n = numbers.get(ofNote(hunk)) ?? 0
  return html`\u2060<span class="mark" data-number=${n}></span
    ><span class="spoken">${words.differenceLabel(n, groupTitle(state, hunk.group))}</span>`
}

/** A text without the line breaks at its edges: the rows are broken there already. */
function inRow(text: string): string {
  const lead = text.slice(0, text.length - text.trimStart().length)
  const trail = text.slice(text.trimEnd().length)
  const begun = lead.includes('\n') ? text.slice(lead.length) : text
  return trail.includes('\n') ? begun.trimEnd() : begun
}

/** Struck or underlined are letters; blanks among them are not, and blanks alone become signs. */
function drawChanged(text: string, draw: (shown: unknown) => TemplateResult) {
  if (text.trim() === '') return draw(drawPart(text))
  const shown = inRow(text)
  const letters = shown.trim()
  const at = shown.indexOf(letters)
  return html`${shown.slice(0, at)}${draw(letters)}${shown.slice(at + letters.length)}`
}

/** A moved passage. In one column, what changed in it is told where it is now. */
function drawMoved(drawing: Drawing, piece: Piece, hunk: Hunk, side: Side): TemplateResult {
  const here = hunk.op === 'insert'
  const whole = here ? hunk.after : hunk.before
  const inner = side === 'both' && !here ? [] : (piece.inner ?? [])
  const plain = inner.every((p) => p.hunk === null || !isDrawn(drawing, p.hunk))
  const body = plain
    ? inRow(whole)
    : inner.map((p) => drawPiece(drawing, p, side === 'both' ? 'both' : here ? 'b' : 'a'))
  return html`<span class=${classesOf(drawing, hunk)} data-id=${ofNote(hunk)}
    ><span class="way">⇄ ${here ? words.movedFrom : words.movedTo}</span>${body}${drawNumber(drawing, hunk)}</span
  >`
}

function drawPiece(drawing: Drawing, piece: Piece, side: Side): TemplateResult | string {
  const { compared } = drawing
  const { hunk } = piece
  const a = compared.a.slice(...piece.a)
  const b = compared.b.slice(...piece.b)
  if (hunk === null) return side === 'a' ? a : b
  if (piece.inner) {
    const elsewhere =
      (side === 'a' && hunk.op === 'insert') || (side === 'b' && hunk.op !== 'insert')
    if (elsewhere) return ''
    if (isDrawn(drawing, hunk)) return drawMoved(drawing, piece, hunk, side)
  }
  if (!isDrawn(drawing, hunk)) return inRow(side === 'b' ? b : a)
  const was = a === '' ? nothing : drawChanged(a, (shown) => html`<del>${shown}</del>`)
  const is = b === '' ? nothing : drawChanged(b, (shown) => html`<ins>${shown}</ins>`)
  const shown = side === 'a' ? was : side === 'b' ? is : html`${was}${is}`
  if (shown === nothing) return ''
  return html`<span class=${classesOf(drawing, hunk)} data-id=${hunk.id}
    >${shown}${drawNumber(drawing, hunk)}</span
  >`
}

/** What a row's differences come to, as one sign between the columns. */
function signOf(drawing: Drawing, row: Row): TemplateResult | typeof nothing {
  const drawn = row.pieces.flatMap(({ hunk, inner }) =>
    [hunk, ...(inner ?? []).map((p) => p.hunk)].filter((h) => h !== null && isDrawn(drawing, h)),
  ) as Hunk[]
  if (drawn.length === 0) return nothing
  const groups = (drawing.state.catalog?.cause_groups ?? []).map((g) => g.name)
  const weight = (h: Hunk) => groups.indexOf(h.group)
  const first = drawn.reduce((most, h) => (weight(h) < weight(most) ? h : most))
  const sign = first.move === undefined ? words.groupSign(first.group) : '⇄'
  return html`<span title=${groupTitle(drawing.state, first.group)}>${sign}</span>`
}

const drawRow = (drawing: Drawing, row: Row) =>
  html`<p dir="auto">${row.pieces.map((piece) => drawPiece(drawing, piece, 'both'))}</p>`

function sideRow(drawing: Drawing, row: Row): SideRow {
  const cell = (which: 'a' | 'b') =>
    row.pieces.every((p) => p[which][0] === p[which][1])
      ? drawNone()
      : row.pieces.map((piece) => drawPiece(drawing, piece, which))
  return { a: cell('a'), sign: signOf(drawing, row), b: cell('b') }
}

const holds = (row: Row, id: number) =>
  row.pieces.some(
    ({ hunk, inner }) =>
      (hunk !== null && ofNote(hunk) === id) || inner?.some((p) => p.hunk?.id === id),
  )

export function drawRows(
  state: State,
  compared: Compared,
  select: (id: number) => void,
): TemplateResult {
  const drawing = { state, compared, numbers: numbersOf(state), kept: keptHunks(state) }
  const all = rows(compared)
  const { current } = state.differ
  const at =
    current === null
      ? 0
      : Math.max(
          0,
          all.findIndex((row) => holds(row, current)),
        )
  const atOnce = state.printing ? all.length : rowsAtOnce
  const start = all.length > atOnce ? Math.max(0, at - atOnce / 2) : 0
  const part = all.slice(start, start + atOnce)
  const end = start + part.length
  /** The difference nearest to the rows that are not drawn. */
  const go = (step: 1 | -1) => {
    for (let i = step > 0 ? end : start - 1; all[i]; i += step)
      for (const { hunk } of all[i]?.pieces ?? [])
        if (hunk && drawing.numbers.has(ofNote(hunk))) return select(ofNote(hunk))
  }
  const drawn = isSide(state)
    ? drawSideRows(
        state,
        part.map((row) => sideRow(drawing, row)),
      )
    : html`<div class="rows one">${part.map((row) => drawRow(drawing, row))}</div>`
  return drawBetween(start, drawn, all.length - end, go)
}
