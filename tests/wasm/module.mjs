// The module as the worker of the page has it, loaded under node.
import { readFile } from 'node:fs/promises'

const built = new URL('../../build/wasm/', import.meta.url)

const models = ['model/english.model', 'restore/restore.model'].map(
  (file) => new URL(`../../core/${file}`, import.meta.url),
)

/** A fresh instance, its memory its own, with the models that the command line carries. */
export async function loadModule() {
  // The glue is built for a worker alone and asks where that worker was loaded from.
  globalThis.self ??= { location: { href: built.href } }
  const { default: create } = await import(new URL('palimpsest.mjs', built))
  // node cannot fetch a file: URL, so the bytes are given.
  const module = await create({ wasmBinary: await readFile(new URL('palimpsest.wasm', built)) })
  for (const model of models) {
    const { error } = JSON.parse(module.load_model(await readFile(model)))
    if (error !== undefined) throw new Error(error)
  }
  return module
}
