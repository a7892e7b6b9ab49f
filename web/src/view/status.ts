// The foot of the page: where one is, what was last done, how the reading went.
import { html, nothing, render } from 'lit-html'
import { analysis } from '../state/analysis'
import type { Counts } from '../state/notes'
import type { State } from '../state/store'
import { words } from '../state/words'

export function drawStatus(root: HTMLElement, state: State, counts: Counts, said: string): void {
  const { answer } = state.article.field(analysis)
  const { doc } = state.article
  const line = doc.lineAt(state.article.selection.main.head).number
  const partly = answer !== null && answer.document.source.length < doc.length - 1000
  const reading =
    state.core === 'starting'
      ? words.starting
      : state.reading > 0
        ? words.reading(state.reading)
        : state.lens === 'differences' && state.compared
          ? words.comparedIn(state.compared.took)
          : answer && doc.length > 0
            ? words.readIn(answer.took)
            : nothing
  render(
    html`<span class="place">${doc.length > 0 ? words.paragraph(line) : nothing}</span>
      <span role="status">${said}</span>
      <span class="took">
        ${partly ? words.readPart(answer.document.source.length) : nothing}
        ${state.core === 'ready' && state.restoration === 'coming' ? words.lostComing : reading}
      </span>
      <span class="encoding">${state.encoding ? words.encoding(state.encoding) : nothing}</span>
      <span class="default">
        ${counts.byDefault > 0 && state.lens === 'repairs' ? words.keptByDefault(counts.byDefault) : nothing}
      </span>
      ${
        state.update
          ? html`<button class="update" @click=${state.update}>${words.newVersion}</button>`
          : html`<span class="offline">${state.offline ? words.offlineReady : nothing}</span>`
      }`,
    root,
  )
}
