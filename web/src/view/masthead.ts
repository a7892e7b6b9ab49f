// The name of the page, its promise, and what one does with a whole text.
import { html, nothing, render } from 'lit-html'
import type { Counts } from '../state/notes'
import type { State } from '../state/store'
import { words } from '../state/words'

export interface MastheadActions {
  openDialog(): void
  /** The table of several articles. */
  files(): void
  compare(): void
  copy(): void
  export(): void
  share(): void
  keys(): void
}

export function drawMasthead(
  root: HTMLElement,
  state: State,
  counts: Counts,
  actions: MastheadActions,
): void {
  const empty = state.article.doc.length === 0
  render(
    html`<h1>${words.name}</h1>
      <p class="promise">${words.promise}</p>
      ${state.printing ? html`<p class="printed">${words.printed(counts.back, counts.all)}</p>` : nothing}
      <button class="more" popovertarget="menu" aria-label=${words.more}>⋯</button>
      <div id="menu" popover role="group" aria-label=${words.article} @click=${closeMenu}>
        <button @click=${actions.openDialog}>${words.open}</button>
        ${
          state.batch && !state.batchShown
            ? html`<button @click=${actions.files}>${words.files(state.batch.rows.length)}</button>`
            : nothing
        }
        ${
          (state.catalog?.causes?.length ?? 0) > 0
            ? html`<button @click=${actions.compare}>${words.compare}</button>`
            : nothing
        }
        <button ?disabled=${empty} @click=${actions.copy}>${words.copy}</button>
        <button ?disabled=${empty || !state.catalog} aria-keyshortcuts="Control+S" @click=${actions.export}>
          ${words.export}
        </button>
        <button ?disabled=${empty} @click=${actions.share}>${words.share}</button>
        <button aria-keyshortcuts="F1" @click=${actions.keys}>${words.keys}</button>
      </div>`,
    root,
  )
}

const closeMenu = ({ currentTarget }: Event) => {
  const menu = currentTarget as HTMLElement
  if (menu.matches(':popover-open')) menu.hidePopover()
}
