// Several articles as a table: what each one is, how much there is to decide, and all of them to take
// away. Loaded when several files come.
import { html, nothing, render } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { Batch, BatchRow } from '../state/batch'
import type { State } from '../state/store'
import { words } from '../state/words'
import { writeZip } from '../state/zip'

export interface BatchDeeds {
  open(row: BatchRow): void
  cancel(): void
  save(zip: Blob): void
  close(): void
}

/** A field of a table; what a spreadsheet would take for a formula is text. */
const field = (value: string | number): string =>
  `"${String(value)
    .replace(/^[=+\-@\t\r]/, "'$&")
    .replaceAll('"', '""')}"`

const columns = ['name', 'words', 'repairs', 'to decide', 'error']
const tableOf = (rows: readonly BatchRow[]): string =>
  [columns, ...rows.map((r) => [r.name, r.words, r.repairs, r.open, r.wrong])]
    .map((row) => `${row.map(field).join(',')}\r\n`)
    .join('')

/** Names that fit in any folder, each once. */
function fileNames(rows: readonly BatchRow[]): string[] {
  const taken = new Set<string>()
  return rows.map(({ name }) => {
    const plain = name.replace(/\.[^.]{1,5}$/, '').replace(/[\\/:*?"<>|\p{Cc}]/gu, '_') || 'article'
    let free = plain
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${plain} ${n}`
    taken.add(free.toLowerCase())
    return free
  })
}

function zipOf(rows: readonly BatchRow[]): Blob {
  const encoder = new TextEncoder()
  const read = rows.filter((row) => row.state === 'read')
  const names = fileNames(read)
  return writeZip([
    { name: 'table.csv', bytes: encoder.encode(tableOf(rows)) },
    ...read.map(({ clean }, i) => ({
      name: `texts/${names[i]}.txt`,
      bytes: encoder.encode(clean),
    })),
  ])
}

function drawRow(row: BatchRow, deeds: BatchDeeds) {
  const number = (n: number) =>
    html`<td class="figure">${row.state === 'read' ? words.figure(n) : nothing}</td>`
  return html`<tr>
    <th scope="row">
      <button ?disabled=${row.state !== 'read'} @click=${() => deeds.open(row)}>${row.name}</button>
    </th>
    ${
      row.state === 'failed'
        ? html`<td class="wrong" colspan="3">${row.wrong}</td>`
        : html`${number(row.words)}${number(row.repairs)}${number(row.open)}`
    }
  </tr>`
}

const sumOf = (rows: readonly BatchRow[], key: 'words' | 'repairs' | 'open') =>
  rows.reduce((sum, row) => sum + row[key], 0)

function drawTable({ rows, done, running }: Batch, deeds: BatchDeeds) {
  const read = rows.some((row) => row.state === 'read')
  return html`<div class="batch-head">
      <h2>${words.batchTitle(rows.length)}</h2>
      <p role="status" class="quiet">
        ${
          running
            ? words.batchProgress(done, rows.length)
            : words.batchDone(rows.filter((r) => r.state === 'read').length, rows.length)
        }
      </p>
      <progress max=${rows.length} value=${done} ?hidden=${!running} aria-label=${words.batchLabel}></progress>
      <p class="tools">
        ${running ? html`<button @click=${deeds.cancel}>${words.cancel}</button>` : nothing}
        <button class="first" ?disabled=${!read || running} @click=${() => deeds.save(zipOf(rows))}>
          ${words.exportAll}
        </button>
        <button @click=${deeds.close}>${words.toText}</button>
      </p>
    </div>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.batchName}</th>
          <th scope="col" class="figure">${words.batchWords}</th>
          <th scope="col" class="figure">${words.lens.repairs}</th>
          <th scope="col" class="figure">${words.batchOpen}</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          (_row, i) => i,
          (row) => drawRow(row, deeds),
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${words.batchSum}</th>
          <td class="figure">${words.figure(sumOf(rows, 'words'))}</td>
          <td class="figure">${words.figure(sumOf(rows, 'repairs'))}</td>
          <td class="figure">${words.figure(sumOf(rows, 'open'))}</td>
        </tr>
      </tfoot>
    </table>`
}

/** ↑ and ↓ walk through the articles; Enter opens one, as on any button. */
function walk(root: HTMLElement) {
  return (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('tbody button:enabled')]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    event.preventDefault()
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
  }
}

export function createBatchTable(root: HTMLElement, deeds: BatchDeeds) {
  root.addEventListener('keydown', walk(root))
  let drawn: Batch | null = null
  return ({ batch, batchShown }: State) => {
    const shown = batchShown ? batch : null
    if (shown === drawn) return
    drawn = shown
    render(shown === null ? nothing : drawTable(shown, deeds), root)
  }
}
