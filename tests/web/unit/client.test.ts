import { describe, expect, it } from 'vitest'
import { connect, Stopped, type Thread } from '../../../web/src/core/client'
import type { Reply, Request, Wanted } from '../../../web/src/core/protocol'

const forRepairs: Wanted = { lexicon: null, restores: false, version: '' }

/** A worker without a thread: the test answers when it likes. */
class FakeThread implements Thread {
  onmessage: Thread['onmessage'] = null
  onerror: Thread['onerror'] = null
  asked: Request[] = []
  ended = false
  postMessage(message: unknown) {
    this.asked.push(message as Request)
  }
  terminate() {
    this.ended = true
  }
  answer(reply: Reply) {
    this.onmessage?.({ data: reply } as MessageEvent<Reply>)
  }
}

function connected() {
  const threads: FakeThread[] = []
  const core = connect(() => {
    const thread = new FakeThread()
    threads.push(thread)
    return thread
  })
  return { core, threads, thread: () => threads.at(-1) as FakeThread }
}

describe('the core in its worker', () => {
  it('gives every request its own answer, whatever the order', async () => {
    const { core, thread } = connected()
    const one = core.ask('read', 'one', forRepairs)
    const two = core.ask('read', 'two', forRepairs)
    thread().answer({ id: 1, value: 'second' })
    thread().answer({ id: 0, value: 'first' })
    expect(await Promise.all([one, two])).toEqual(['first', 'second'])
  })

  it('gives every request its own error', async () => {
    const { core, thread } = connected()
    const one = core.ask('read', 'one', forRepairs)
    const two = core.ask('read', 'two', forRepairs)
    thread().answer({ id: 0, error: 'it is broken' })
    thread().answer({ id: 1, value: 'fine' })
    await expect(one).rejects.toThrow('it is broken')
    expect(await two).toBe('fine')
  })

  it('rejects what waits when it is stopped, and starts again when it is asked', async () => {
    const { core, threads, thread } = connected()
    const lost = core.ask('read', 'one', forRepairs)
    core.stop()
    await expect(lost).rejects.toBeInstanceOf(Stopped)
    expect(threads[0]?.ended).toBe(true)
    const next = core.ask('catalog')
    thread().answer({ id: 1, value: 'again' })
    expect(await next).toBe('again')
    expect(threads.length).toBe(2)
  })

  it('rejects what waits when the worker dies', async () => {
    const { core, thread } = connected()
    const lost = core.ask('read', 'one', forRepairs)
    thread().onerror?.({ message: 'out of memory' } as ErrorEvent)
    await expect(lost).rejects.toThrow('out of memory')
  })
})
