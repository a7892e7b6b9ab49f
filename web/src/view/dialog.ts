// A dialog is open when the state says so; Escape changes the state.

/** Dialogs that the state closes: their close event, which comes later, is no news. */
const closing = new WeakSet<HTMLDialogElement>()

export function showDialog(dialog: HTMLDialogElement, shown: boolean): void {
  if (shown && !dialog.open) dialog.showModal()
  else if (!shown && dialog.open) {
    closing.add(dialog)
    dialog.close()
  }
}

/** The reader closed it. */
export function onClosed(dialog: HTMLDialogElement, closed: () => void): void {
  dialog.addEventListener('close', () => {
    if (!closing.delete(dialog)) closed()
  })
}
