// Files as they come: what each one says, or in words why it says nothing.
import type { Core } from '../core/client'
import type { DecisionLine, Finding, LexiconLine } from '../core/protocol'
import { words } from './words'

export const largestFile = 50_000_000

export interface Incoming {
  readonly text: string
  readonly encoding: string
  /** What was odd in it, in words. */
  readonly odd: readonly string[]
  /** Of an export that comes back. */
  readonly decisions?: readonly DecisionLine[]
  readonly lexicon?: readonly LexiconLine[]
}

const isZip = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

const nameless = (text: string): Incoming => ({ text, encoding: '', odd: [] })
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Throws an Error with the sentence to show. */
export async function readBytes(core: Core, bytes: Uint8Array, name: string): Promise<Incoming> {
  try {
    if (isZip(bytes)) {
      const { readDocx } = await import('./docx')
      const text = await readDocx(bytes)
      if (text !== null) return nameless(text)
    }
    if (/\.json(?:ld)?$/i.test(name)) {
      const record = await core.ask('readRecord', bytes)
      if (record) return { ...nameless(record.source), ...record }
      const text = textInJson(bytes)
      if (text !== null) return nameless(text)
    }
    const { source, encoding, findings = [] } = await core.ask('open', bytes, 'auto')
    const notText = (findings as readonly Finding[]).find((f) => f.kind === 'not_text')
    if (notText) throw new SaidError(words.notText(name, notText.why))
    const odd = [...new Set(findings.map((f) => f.why))]
    return { text: source, encoding: encoding?.name ?? '', odd }
  } catch (error) {
    if (error instanceof SaidError) throw error
    throw new SaidError(words.notRead(name, reasonOf(error)))
  }
}

class SaidError extends Error {}

export async function readFile(core: Core, file: File): Promise<Incoming> {
  if (file.size > largestFile) throw new SaidError(words.tooBig(file.name, file.size))
  if (file.size === 0) throw new SaidError(words.emptyFile(file.name))
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    throw new SaidError(words.notRead(file.name, reasonOf(error)))
  }
  return readBytes(core, bytes, file.name)
}

/** The article of a JSON file that has one under "text". */
function textInJson(bytes: Uint8Array): string | null {
  try {
    const { text } = JSON.parse(new TextDecoder().decode(bytes)) as { text?: unknown }
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}
