// The core goes on: a call that needs the half that has not come is answered with it, and never wrongly.
import { describe, expect, it } from 'vitest'
import { type Instance as InstanceOf, keepRunning, kept } from '../../../web/src/core/running'

interface Core {
  catalog(): string
  compare(): string
  analyze(): string
}
type Instance = InstanceOf<Core>

class Incomplete extends Error {
  override name = 'Incomplete'
}

/** Instances whose `catalog` names them, and whose `compare` needs the second half. */
function setUp(rest: () => Promise<WebAssembly.Module>, atOnce = false) {
  const begun: Instance[] = []
  const begin = async () => {
    let isWhole = false
    const number = begun.length
    const core: Core = {
      catalog: () => `core ${number}`,
      compare: () => {
        if (!isWhole) throw new Incomplete()
        return `compared by ${number}`
      },
      analyze: () => {
        throw new WebAssembly.RuntimeError('unreachable')
      },
    }
    const instance = {
      core,
      isWhole: () => isWhole,
      complete: async () => {
        isWhole = true
      },
    }
    begun.push(instance)
    return instance
  }
  return { begun, ...keepRunning(begin, rest, atOnce) }
}

const none = () => {}
const empty = {} as WebAssembly.Module
const comes = async () => empty
const compare = (core: Core) => core.compare()

describe('a call', () => {
  it('that needs no more than the first half does not wait for the second', async () => {
    const { using, begun } = setUp(() => new Promise(none), true)
    expect(await using(none, (core) => core.catalog())).toBe('core 0')
    expect(begun[0]?.isWhole()).toBe(false)
  })

  it('that proves to need the second half is done again by a whole instance', async () => {
    const { using, begun } = setUp(comes)
    expect(await using(none, compare)).toBe('compared by 1')
    expect(begun.length).toBe(2)
    expect(await using(none, (core) => core.catalog())).toBe('core 1')
  })

  it('that waits for the second half is done once', async () => {
    const { using, complete, begun } = setUp(comes)
    expect(await using(complete, compare)).toBe('compared by 0')
    expect(begun.length).toBe(1)
  })

  it('fails in words where the second half does not come, and works when it comes after all', async () => {
    let fails = true
    const rest = kept(async () => {
      if (fails) throw new Error('it could not be fetched')
      return empty
    })
    const { using, complete } = setUp(rest)
    await expect(using(none, compare)).rejects.toThrow('could not be fetched')
    await expect(using(complete, compare)).rejects.toThrow('could not be fetched')
    expect(await using(none, (core) => core.catalog())).toBe('core 1')
    fails = false
    expect(await using(complete, compare)).toMatch(/^compared by/)
  })

  it('that traps is told, and the next has another instance', async () => {
    const { using } = setUp(comes)
    const trap = using(none, (core) => core.analyze())
    await expect(trap).rejects.toThrow('unreachable')
    expect(await using(none, (core) => core.catalog())).toBe('core 1')
  })

  it('whose instance was given up while it was prepared is prepared again', async () => {
    const { using } = setUp(comes)
    let go = none
    const waits = new Promise<void>((resolve) => {
      go = resolve
    })
    const prepared: Instance[] = []
    const slow = using(
      async (instance) => {
        prepared.push(instance)
        await waits
      },
      (core) => core.catalog(),
    )
    await using(none, (core) => core.analyze()).catch(none)
    go()
    expect(await slow).toBe('core 1')
    expect(prepared.length).toBe(2)
  })
})
