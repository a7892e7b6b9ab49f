// How the worker of the core is started. The page that is one file does it in its own way
// (start_worker_inside.ts), which its build puts in the place of this.
import type { Thread } from './client'

/** With the program of another worker: it starts with that and fetches nothing. */
export function startWorker(program?: WebAssembly.Module): Thread {
  const name = program ? 'second' : 'first'
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name })
  if (program) worker.postMessage({ program })
  return worker as unknown as Thread
}
