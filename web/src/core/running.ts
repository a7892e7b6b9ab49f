// The instance of the core that runs, and what takes its place when it is not to be trusted again. It begins
// with its first half; the second is added as soon as it has come.
export interface Instance<Core> {
  readonly core: Core
  /** Both halves are there. */
  isWhole(): boolean
  complete(second: WebAssembly.Module): Promise<void>
}

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

/** It was stopped in the middle of a call that needs the second half. */
const isIncomplete = (error: unknown) => error instanceof Error && error.name === 'Incomplete'

/** `begin` gives a new instance, `rest` the second half; `atOnce`: that is added before it is needed. */
export function keepRunning<Core>(
  begin: () => Promise<Instance<Core>>,
  rest: () => Promise<WebAssembly.Module>,
  atOnce: boolean,
) {
  const complete = async (instance: Instance<Core>) => instance.complete(await rest())

  let started = start()
  function start(): Promise<Instance<Core>> {
    const starting = begin()
    // Failing is told to whoever asks; until then nobody listens.
    starting.then((instance) => (atOnce ? complete(instance) : undefined)).catch(() => {})
    return starting
  }

  return {
    complete,
    /** Calls the core when it is prepared for that. What proves to need the second half is done again with
        it, by another instance. */
    async using<Value>(
      prepare: (instance: Instance<Core>) => unknown,
      use: (core: Core, isWhole: boolean) => Value,
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
          const stopped = isIncomplete(error)
          // What was stopped in the middle, trapped or ran out of memory is not to be trusted again.
          if (starting === started && (stopped || error instanceof WebAssembly.RuntimeError))
            started = start()
          if (!stopped || needsAll) throw error
          needsAll = true
        }
      }
    },
  }
}
