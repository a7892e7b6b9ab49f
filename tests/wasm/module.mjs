// The module as the worker of the page has it, loaded under node.
import { readFile } from 'node:fs/promises'

const built = new URL('../../build/wasm/', import.meta.url)

/** A fresh instance: its memory is its own. */
export async function loadModule() {
  // The glue is built for a worker alone and asks where that worker was loaded from.
  globalThis.self ??= { location: { href: built.href } }
  const { default: create } = await import(new URL('palimpsest.mjs', built))
  // node cannot fetch a file: URL, so the bytes are given.
  return create({ wasmBinary: await readFile(new URL('palimpsest.wasm', built)) })
}
