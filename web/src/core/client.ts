// The core, in a worker. Every request gets its own answer or its own error.
import type { Call, CoreCalls, Reply } from './protocol'

/** The request was given up: the worker was stopped before it answered. */
export class Stopped extends Error {}

/** What the page needs of a worker; tests hand in one that has no thread. */
export interface Thread {
  postMessage(message: unknown): void
  terminate(): void
  onmessage: ((event: MessageEvent<Reply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface Core {
  ask<C extends Call>(call: C, ...args: Parameters<CoreCalls[C]>): Promise<ReturnType<CoreCalls[C]>>
  /** Ends the worker, whatever it does; what waits is rejected. The next request starts another. */
  stop(): void
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

export function connect(start: () => Thread): Core {
  const waiting = new Map<number, Waiting>()
  let worker: Thread | null = null
  let nextId = 0

  const end = (error: Error) => {
    worker?.terminate()
    worker = null
    const given = [...waiting.values()]
    waiting.clear()
    for (const request of given) request.reject(error)
  }

  const running = () => {
    if (worker !== null) return worker
    const fresh = start()
    fresh.onmessage = ({ data }) => {
      const request = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.error === undefined) request?.resolve(data.value)
      else request?.reject(new Error(data.error))
    }
    fresh.onerror = (event) => end(new Error(event.message || 'its program did not load'))
    worker = fresh
    return fresh
  }

  return {
    ask: (call, ...args) =>
      new Promise((resolve, reject) => {
        const id = nextId++
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
        running().postMessage({ id, call, args })
      }),
    stop: () => end(new Stopped('stopped')),
  }
}
