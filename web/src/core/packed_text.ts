// Bytes as text that can stand in a script element of an HTML file in UTF-8: seven bits a byte of the file,
// where base64 has six (as in base122, https://blog.kevinalbs.com/base122). A letter that the element
// does not bear, or that a parser would change, is written as one of two bytes together with the seven
// bits after it, so that nothing is lost by it.

/** NUL and carriage return are changed by a parser; a "<" may begin the end of the element. */
const refused = [0, 13, 60]
/** From here on a letter stands for one that is refused, by its place in the list, and the next. */
const two = 0x80
/** The last letter of all has none after it. */
const alone = refused.length

export function packText(bytes: Uint8Array): string {
  const codes: number[] = []
  const parts: string[] = []
  let held = 0
  let bits = 0
  /** The place in `refused` of the letter before, which waits for the bits after it. */
  let waits = -1
  const put = (seven: number) => {
    if (waits >= 0) {
      codes.push(two + (waits << 7) + seven)
      waits = -1
    } else {
      waits = refused.indexOf(seven)
      if (waits < 0) codes.push(seven)
    }
    if (codes.length > 8000) parts.push(String.fromCharCode(...codes.splice(0)))
  }
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 7; bits -= 7) put((held >> (bits - 7)) & 127)
    held &= (1 << bits) - 1
  }
  if (bits > 0) put((held << (7 - bits)) & 127)
  if (waits >= 0) codes.push(two + (alone << 7) + (refused[waits] ?? 0))
  return parts.join('') + String.fromCharCode(...codes)
}

/** The bytes again. It stands by itself, so that a page can have it before its program. */
export function unpackText(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(((text.length * 2 * 7) >> 3) + 1)
  let length = 0
  let held = 0
  let bits = 0
  const put = (seven: number) => {
    held = ((held & 127) << 7) | seven
    bits += 7
    if (bits < 8) return
    bits -= 8
    bytes[length++] = held >> bits
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) put(code)
    else {
      const refused = [0, 13, 60][(code - 0x80) >> 7]
      if (refused !== undefined) put(refused)
      put(code & 127)
    }
  }
  return bytes.slice(0, length)
}
