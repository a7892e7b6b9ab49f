// Writes sw.js: the service worker with the list of all that is built, and a version made of it.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const isKept = (name: string) => !/LICENSE|\.map$/.test(name)

export function offline(): Plugin {
  return {
    name: 'offline',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const hash = createHash('sha256')
      const names = Object.keys(bundle).filter(isKept).sort()
      for (const name of names) {
        const file = bundle[name]
        hash.update(name).update(file?.type === 'chunk' ? file.code : (file?.source ?? ''))
      }
      // The page is asked for by the name of its folder.
      const files = ['./', ...names.filter((name) => name !== 'index.html')]
      const program = readFileSync(new URL('service_worker.js', import.meta.url), 'utf8')
        .replace('__VERSION__', hash.digest('hex').slice(0, 16))
        .replace("['__FILES__']", () => JSON.stringify(files))
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: program })
    },
  }
}
