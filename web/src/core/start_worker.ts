// How the worker of the core is started. The page that is one file does it in its own way
// (start_worker_inside.ts), which its build puts in the place of this.
import type { Thread } from './client'

export const startWorker = (): Thread =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as unknown as Thread
