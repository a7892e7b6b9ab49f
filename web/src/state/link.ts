// A text with its decisions as a link: #d=1.<base64url of deflated JSON>. Made only when the reader asks
// for one, read once, and gone from the address bar after that.
import type { Record } from '../core/protocol'
import { isRecord } from './session'
import type { OtherText } from './store'

/** All that is shared: the text, what was decided, and the text it is compared with. */
export interface Shared extends Record {
  readonly other?: OtherText
}

/** Up to here a link works wherever links are pasted. */
export const plainLink = 8_000
/** Up to here it works in browsers, and is cut off in some mails and messages. */
export const longestLink = 50_000

const through = (bytes: Uint8Array, stream: CompressionStream | DecompressionStream) =>
  new Response(new Blob([bytes as BlobPart]).stream().pipeThrough(stream)).arrayBuffer()

export const deflate = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await through(bytes, new CompressionStream('deflate-raw')))

/** In pieces, because a function takes only so many arguments. */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  return btoa(parts.join(''))
}

/** What stands after the # of a link. */
export async function toFragment(shared: Shared): Promise<string> {
  const packed = await deflate(new TextEncoder().encode(JSON.stringify(shared)))
  const letters = base64(packed).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return `d=1.${letters}`
}

export const isShared = (value: unknown): value is Shared => {
  if (!isRecord(value)) return false
  const { other } = value as Shared
  return other === undefined || (typeof other?.text === 'string' && typeof other.name === 'string')
}

/** What a link shares; null where there is none. Throws where it is cut off or broken. */
export async function fromFragment(fragment: string): Promise<Shared | null> {
  const found = /(?:^|[#&])d=1\.([\w-]*)/.exec(fragment)
  if (!found) return null
  const letters = (found[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
  const packed = Uint8Array.from(atob(letters), (c) => c.charCodeAt(0))
  const bytes = await through(packed, new DecompressionStream('deflate-raw'))
  const shared: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (!isShared(shared)) throw new Error('it holds no text')
  return shared
}
