// The worker of the page that is one file: its program, the core and its models are inside that page.
import type { Thread } from './client'
import InsideWorker from './worker?worker&inline'

/** A block of the page: bytes, packed and in base64. */
async function block(id: string): Promise<ArrayBuffer> {
  const text = document.getElementById(id)?.textContent ?? ''
  const packed = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Response(stream).arrayBuffer()
}

export function startWorker(): Thread {
  const worker = new InsideWorker()
  // A worker that is started again gets them again.
  for (const name of ['core', 'model', 'restore'])
    void block(`bytes-${name}`).then((bytes) => worker.postMessage({ bytes, name }, [bytes]))
  return worker as unknown as Thread
}
