// The parts that the page as one file is made of. In that file itself they are inside it
// (parts_inside.ts), which its build puts in the place of this.
import modelUrl from '@model/english.model?url'
import restoreUrl from '@restore/restore.model?url'
import firstUrl from '@wasm/palimpsest.first.wasm?url'
import laterUrl from '@wasm/palimpsest.later.wasm?url'

async function bytesOf(url: string): Promise<Uint8Array> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} could not be fetched (${answer.status})`)
  return new Uint8Array(await answer.arrayBuffer())
}

export interface Parts {
  readonly template: string
  readonly core: Uint8Array
  readonly later: Uint8Array
  readonly model: Uint8Array
  readonly restore: Uint8Array
}

/** What the file is made from; null: this page is the file, and is its own template. */
export async function parts(): Promise<Parts | null> {
  const urls = ['one.html', firstUrl, laterUrl, modelUrl, restoreUrl]
  const [template, core, later, model, restore] = await Promise.all(urls.map(bytesOf))
  if (!template || !core || !later || !model || !restore) return null
  return { template: new TextDecoder().decode(template), core, later, model, restore }
}

/** This page as it was loaded, where it is one file. */
export const pageAsLoaded = ''
