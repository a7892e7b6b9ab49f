// Files by button, by key and by dropping them anywhere on the page.
import type { Store } from '../state/store'

export function takeFiles(
  where: HTMLElement,
  store: Store,
  open: (files: readonly File[]) => void,
) {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.hidden = true
  where.append(input)
  input.addEventListener('change', () => {
    open([...(input.files ?? [])])
    // The same file can be chosen again.
    input.value = ''
  })

  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  let depth = 0
  const drag = (change: number) => {
    depth = Math.max(0, depth + change)
    if (store.get().dragging !== depth > 0) store.set({ dragging: depth > 0 })
  }
  addEventListener('dragenter', (event) => carriesFiles(event) && drag(1))
  addEventListener('dragleave', (event) => carriesFiles(event) && drag(-1))
  addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault())
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    drag(-depth)
    open([...(event.dataTransfer?.files ?? [])])
  })
  return { openDialog: () => input.click() }
}
