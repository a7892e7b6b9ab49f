// In the page that is one file the bytes come from the page, as messages before all others.
interface Brought {
  readonly name: string
  readonly bytes: ArrayBuffer
}

const waiting = new Map<string, (bytes: ArrayBuffer) => void>()
const promised = (name: string) => new Promise<ArrayBuffer>((resolve) => waiting.set(name, resolve))
const core = promised('core')
const model = promised('model')
const restore = promised('restore')

self.addEventListener('message', (event: MessageEvent<Partial<Brought>>) => {
  const { name, bytes } = event.data
  if (name === undefined || bytes === undefined) return
  event.stopImmediatePropagation()
  waiting.get(name)?.(bytes)
})

export const coreBytes = (): Promise<ArrayBuffer> => core
export const modelBytes = (): Promise<ArrayBuffer> => model
export const restoreBytes = (): Promise<ArrayBuffer> => restore
