// The list of keys, on F1 or "?".
import { html, render } from 'lit-html'
import { words } from '../state/words'
import { showDialog } from './dialog'

export function drawKeyMap(dialog: HTMLDialogElement, shown: boolean, close: () => void): void {
  render(
    html`<h2 id="keys-title">${words.keysTitle}</h2>
      ${words.keyMap.map(
        ([title, rows]) =>
          html`<h3>${title}</h3>
            <dl>
              ${rows.map(([key, does]) => html`<div><dt>${key}</dt><dd>${does}</dd></div>`)}
            </dl>`,
      )}
      <button @click=${close}>${words.close}</button>`,
    dialog,
  )
  const opens = shown && !dialog.open
  showDialog(dialog, shown)
  // Its button takes the focus and stands at the end; reading begins at the top.
  if (opens) dialog.scrollTop = 0
}
