// The core as it runs in this worker. Its first half is enough to repair with; the second is added as soon
// as it has come. An instance that was stopped in the middle gives its place to another.

import { createFirst, type First, Incomplete } from '@wasm/in_two.mjs'
import create, { type PalimpsestModule } from '@wasm/palimpsest.mjs'
import { firstBytes, laterBytes } from './bytes'

/** Fetched when it is first asked for, and then kept; asked for again where that failed. */
export function kept<Value>(fetchIt: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | null = null
  return () => {
    value ??= fetchIt().catch((error) => {
      value = null
      throw error
    })
    return value
  }
}

/** What is compiled once need not be again: a second worker is brought the program of the first. */
const isSecond = self.name === 'second'
export let bring: (program: WebAssembly.Module) => void = () => {}
/** The first half. */
export const program: Promise<WebAssembly.Module> = isSecond
  ? new Promise((resolve) => {
      bring = resolve
    })
  : firstBytes().then((bytes) => WebAssembly.compile(bytes))
const rest = kept(async () => WebAssembly.compile(await laterBytes()))

let started = start()

function start(): Promise<First<PalimpsestModule>> {
  const starting = program.then((first) => createFirst(create, first))
  // What begins with a text asks only for its repairs; the rest comes meanwhile. Failing is told to whoever
  // asks; until then nobody listens.
  starting.then((instance) => (isSecond ? undefined : complete(instance))).catch(() => {})
  return starting
}

/** Both halves are there. */
export async function complete(instance: First<PalimpsestModule>): Promise<void> {
  await instance.complete(await rest())
}

/** Calls the core when it is prepared for that. What proves to need the second half is done again with it. */
export async function using<Value>(
  prepare: (instance: First<PalimpsestModule>) => unknown,
  use: (core: PalimpsestModule, isWhole: boolean) => Value,
): Promise<Value> {
  let needsAll = false
  for (;;) {
    const starting = started
    const instance = await starting
    try {
      if (needsAll) await complete(instance)
      await prepare(instance)
      // Another has taken its place meanwhile.
      if (starting !== started) continue
      return use(instance.core, instance.isWhole())
    } catch (error) {
      const isIncomplete = error instanceof Incomplete
      // An instance that stopped in the middle, trapped or ran out of memory is not to be trusted again.
      if (starting === started && (isIncomplete || error instanceof WebAssembly.RuntimeError))
        started = start()
      if (!isIncomplete || needsAll) throw error
      needsAll = true
    }
  }
}
