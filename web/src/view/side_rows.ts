// Rows of two texts side by side under their names, and the buttons to rows that are not drawn.
import { html, nothing, type TemplateResult } from 'lit-html'
import type { State } from '../state/store'
import { words } from '../state/words'

/** More rows than this are drawn in parts. */
export const rowsAtOnce = 150

/** A row: what stands in each text, and a sign between them. */
export interface SideRow {
  readonly a: unknown
  readonly sign: unknown
  readonly b: unknown
}

export function drawSideRows(
  { other }: State,
  rows: readonly SideRow[],
  classes = '',
): TemplateResult {
  return html`<table class=${`rows side ${classes}`}>
    <thead>
      <tr>
        <th scope="col">${words.yours}</th>
        <td></td>
        <th scope="col">${words.otherNamed(other.name)}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ a, sign, b }) => html`<tr>
          <td dir="auto">${a}</td>
          <td class="between">${sign}</td>
          <td dir="auto">${b}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}

export const drawNone = () => html`<span class="none" aria-label=${words.rowEmpty}>—</span>`

/** Rows with what leads to the rows before and after them. */
export function drawBetween(
  before: number,
  rows: TemplateResult,
  after: number,
  go: (step: 1 | -1) => void,
): TemplateResult {
  const button = (label: string, step: 1 | -1) =>
    html`<button class="window" @click=${() => go(step)}>${label}</button>`
  return html`${before > 0 ? button(words.earlierRows(before), -1) : nothing} ${rows}
  ${after > 0 ? button(words.laterRows(after), 1) : nothing}`
}
