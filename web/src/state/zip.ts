// Zip files (PKWARE APPNOTE 6.3.3): written stored, because what leaves the page is small and a packer
// would be larger than what it saves; read stored or deflated, by the browser's own unpacker.

export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** The fields of a header in order: each a value and its size in bytes. */
function header(...fields: readonly (readonly [value: number, size: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [, size]) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return bytes
}

/** Names are UTF-8. No clock: every file is of 1 January 1980, and the same files give the same zip. */
export function writeZip(entries: readonly ZipEntry[]): Blob {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  const add = (list: Uint8Array[], ...pieces: readonly Uint8Array[]) => {
    list.push(...pieces)
    return pieces.reduce((sum, piece) => sum + piece.length, 0)
  }
  const utf8Names = 0x800
  const firstDay = 0x21
  let directorySize = 0
  for (const { name, bytes } of entries) {
    const letters = new TextEncoder().encode(name)
    const common = [
      [20, 2],
      [utf8Names, 2],
      [0, 2],
      [0, 2],
      [firstDay, 2],
      [crc32(bytes), 4],
      [bytes.length, 4],
      [bytes.length, 4],
      [letters.length, 2],
      [0, 2],
    ] as const
    const ofFile = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    ] as const
    directorySize += add(directory, header([0x02014b50, 4], [20, 2], ...common, ...ofFile), letters)
    offset += add(parts, header([0x04034b50, 4], ...common), letters, bytes)
  }
  const count = entries.length
  const end = header(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [directorySize, 4],
    [offset, 4],
    [0, 2],
  )
  return new Blob([...parts, ...directory, end] as BlobPart[], { type: 'application/zip' })
}

/** A text that grows beyond this while it is unpacked is no article. */
const largest = 200_000_000

async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length
    if (size > largest) {
      await reader.cancel()
      throw new Error('it unpacks to more than 200 million bytes')
    }
    parts.push(next.value)
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}

/** One file of a zip, or null if there is none of that name. Throws on a zip that is broken. */
export async function readFromZip(zip: Uint8Array, wanted: string): Promise<Uint8Array | null> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let end = zip.length - 22
  const first = Math.max(0, end - 65_535)
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < first) throw new Error('it has no list of its files')
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('its list of files is broken')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength))
    if (name === wanted) {
      const method = view.getUint16(at + 10, true)
      const size = view.getUint32(at + 20, true)
      const local = view.getUint32(at + 42, true)
      const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      const packed = zip.subarray(begin, begin + size)
      if (method === 0) return packed
      if (method === 8) return inflate(packed)
      throw new Error(`it is packed in an unusual way (${method})`)
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return null
}
