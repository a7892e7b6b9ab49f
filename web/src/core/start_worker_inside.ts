// The worker of the page that is one file: its program, the core and its models are inside that page.
import type { Thread } from './client'
import { unpackText } from './packed_text'
import InsideWorker from './worker?worker&inline'

/** A block of the page, or null where it was left out. */
async function block(id: string): Promise<ArrayBuffer | null> {
  const text = document.getElementById(id)?.textContent
  if (!text) return null
  const packed = new Blob([unpackText(text)])
  const stream = packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Response(stream).arrayBuffer()
}

export function startWorker(program?: WebAssembly.Module): Thread {
  if (program) {
    const second = new InsideWorker({ name: 'second' })
    second.postMessage({ program })
    return second as unknown as Thread
  }
  const worker = new InsideWorker({ name: 'first' })
  // A worker that is started again gets them again.
  for (const name of ['core', 'later', 'model', 'restore'])
    void block(`bytes-${name}`).then((bytes) =>
      worker.postMessage({ bytes, name }, bytes ? [bytes] : []),
    )
  return worker as unknown as Thread
}
