// The core and its models as bytes, for the worker. The page that is one file brings them itself
// (bytes_inside.ts), which its build puts in the place of this.
import modelUrl from '@model/english.model?url'
import restoreUrl from '@restore/restore.model?url'
import wasmUrl from '@wasm/palimpsest.wasm?url'

async function fetched(url: string, what: string): Promise<ArrayBuffer> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${what} could not be fetched (${answer.status})`)
  return answer.arrayBuffer()
}

export const coreBytes = (): Promise<ArrayBuffer> => fetched(wasmUrl, 'its program')
export const modelBytes = (): Promise<ArrayBuffer> => fetched(modelUrl, 'the names that it knows')
export const restoreBytes = (): Promise<ArrayBuffer> =>
  fetched(restoreUrl, 'what it finds lost words with')
