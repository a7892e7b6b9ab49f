// The core of this worker.
import { createFirst } from '@wasm/in_two.mjs'
import create from '@wasm/palimpsest.mjs'
import { firstBytes, laterBytes } from './bytes'
import { keepRunning, kept } from './running'

/** What is compiled once need not be again: a second worker is brought the program of the first. It reads what is
    typed for its repairs, and needs no more. */
const isSecond = self.name === 'second'
export let bring: (program: WebAssembly.Module) => void = () => {}
/** The first half. */
export const program: Promise<WebAssembly.Module> = isSecond
  ? new Promise((resolve) => {
      bring = resolve
    })
  : firstBytes().then((bytes) => WebAssembly.compile(bytes))

export const { using, complete } = keepRunning(
  async () => createFirst(create, await program),
  kept(async () => WebAssembly.compile(await laterBytes())),
  !isSecond,
)
