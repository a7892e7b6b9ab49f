// Under the empty sheet: three articles to begin with, each one click.
import { html, nothing, render } from 'lit-html'
import type { State } from '../state/store'
import { words } from '../state/words'

export type Sample = keyof typeof words.samples

export function drawFirstRun(
  root: HTMLElement,
  state: State,
  open: (name: Sample) => void,
  compare: () => void,
): void {
  const samples = Object.entries(words.samples) as [Sample, string][]
  render(
    state.article.doc.length > 0
      ? nothing
      : html`<p>${words.firstRun}</p>
          <ul>
            ${samples.map(
              ([name, title]) =>
                html`<li><button @click=${() => open(name)}>${title}</button></li>`,
            )}
            ${
              state.lens !== 'differences' && (state.catalog?.causes?.length ?? 0) > 0
                ? html`<li><button @click=${compare}>${words.compareTwo}</button></li>`
                : nothing
            }
          </ul>`,
    root,
  )
}
