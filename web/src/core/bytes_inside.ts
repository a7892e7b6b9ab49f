// In the page that is one file the bytes come from the page, as messages before all others.
interface Brought {
  readonly name: string
  /** Null where the file was made without them. */
  readonly bytes: ArrayBuffer | null
}

const waiting = new Map<string, (bytes: ArrayBuffer | null) => void>()
const promised = (name: string) => {
  const brought = new Promise<ArrayBuffer | null>((resolve) => waiting.set(name, resolve))
  return async (): Promise<ArrayBuffer> => {
    const bytes = await brought
    if (bytes === null) throw new Error('this file was made without what it needs for that')
    return bytes
  }
}
const first = promised('core')
const later = promised('later')
const model = promised('model')
const restore = promised('restore')

self.addEventListener('message', (event: MessageEvent<Partial<Brought>>) => {
  const { name, bytes } = event.data
  if (name === undefined || bytes === undefined) return
  event.stopImmediatePropagation()
  waiting.get(name)?.(bytes)
})

export const firstBytes = first
export const laterBytes = later
export const modelBytes = model
export const restoreBytes = restore
