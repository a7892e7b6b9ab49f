// The core and its models as bytes, for the worker. The page that is one file brings them itself
// (bytes_inside.ts), which its build puts in the place of this.
import modelUrl from '@model/english.model?url'
import restoreUrl from '@restore/restore.model?url'
import firstUrl from '@wasm/palimpsest.first.wasm?url'
import laterUrl from '@wasm/palimpsest.later.wasm?url'

async function fetched(url: string, what: string): Promise<ArrayBuffer> {
  const answer = await fetch(url).catch(() => null)
  if (!answer?.ok)
    throw new Error(`${what} could not be fetched${answer ? ` (${answer.status})` : ''}`)
  return answer.arrayBuffer()
}

export const firstBytes = (): Promise<ArrayBuffer> => fetched(firstUrl, 'its program')
export const laterBytes = (): Promise<ArrayBuffer> => fetched(laterUrl, 'the rest of its program')
export const modelBytes = (): Promise<ArrayBuffer> => fetched(modelUrl, 'the names that it knows')
export const restoreBytes = (): Promise<ArrayBuffer> =>
  fetched(restoreUrl, 'what it finds lost words with')
