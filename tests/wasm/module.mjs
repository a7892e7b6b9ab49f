// The module as the worker of the page has it, loaded under node.
import { readFile } from 'node:fs/promises'

const built = new URL('../../build/wasm/', import.meta.url)

const models = ['model/english.model', 'restore/restore.model'].map(
  (file) => new URL(`../../core/${file}`, import.meta.url),
)

/** Bytes that the build wrote: node cannot fetch a file: URL. */
const wasm = (name) => readFile(new URL(`palimpsest${name}.wasm`, built))

async function glue() {
  // The glue is built for a worker alone and asks where that worker was loaded from.
  globalThis.self ??= { location: { href: built.href } }
  const { default: create } = await import(new URL('palimpsest.mjs', built))
  return create
}

/** Gives the module the models that the command line carries. */
export async function loadModels(module) {
  for (const model of models) {
    const { error } = JSON.parse(module.load_model(await readFile(model)))
    if (error !== undefined) throw new Error(error)
  }
}

/** A fresh instance, its memory its own, with both models. */
export async function loadModule() {
  const create = await glue()
  const module = await create({ wasmBinary: await wasm('') })
  await loadModels(module)
  return module
}

/** A fresh instance of the first half, without models, and a way to add the second. */
export async function loadFirst() {
  const { createFirst } = await import(new URL('in_two.mjs', built))
  const { core, complete } = await createFirst(await glue(), await wasm('.first'))
  return { core, complete: async () => complete(await wasm('.later')) }
}
