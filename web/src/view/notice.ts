// What the reader must know or answer, in one line above the text.
import { html, nothing, render } from 'lit-html'
import type { State } from '../state/store'
import { words } from '../state/words'

export function drawNotice(root: HTMLElement, state: State, close: () => void): void {
  const { notice } = state
  render(
    notice === null
      ? nothing
      : html`<div class="notice" role="alert">
          <p>${notice.text}</p>
          ${notice.choices.map(
            (choice) => html`<button @click=${choice.run}>${choice.label}</button>`,
          )}
          <button @click=${close}>${words.close}</button>
        </div>`,
    root,
  )
}
