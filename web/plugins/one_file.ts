// The page as one HTML file: a build of its own whose program, style and font stand in the page, under a
// policy that names them by their hashes and lets it talk to nobody. The core, the model and a text are
// put in by src/state/one_file.ts.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Plugin } from 'vite'

/** Modules that have another form in the page that is one file. */
const inside = /\/(?:start_worker|bytes|parts)$/

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const policyFor = (script: string, style: string) =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    'font-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Inside an element, its own end tag would end it. */
const inElement = (code: string) =>
  code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')

/** The other forms, for the page and for its worker. */
export const insideForms = (): Plugin => ({
  name: 'inside-forms',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!inside.test(source) || importer === undefined) return null
    return this.resolve(`${source}_inside`, importer, { skipSelf: true })
  },
})

export function oneFile(out: string): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    // When all other plugins are done with the program.
    writeBundle(_options, bundle) {
      const files = Object.values(bundle)
      const chunks = files.filter((f) => f.type === 'chunk' && f.isEntry)
      const chunk = chunks[0]
      const css = files.find((f) => f.type === 'asset' && f.fileName.endsWith('.css'))
      if (chunk?.type !== 'chunk' || chunks.length !== 1 || css?.type !== 'asset')
        throw new Error('the one file has not one program and one style')
      const script = inElement(chunk.code)
      const style = String(css.source)
      const root = new URL('..', import.meta.url)
      const page = readFileSync(new URL('index.html', root), 'utf8')
        .replace(/content="default-src[^"]*"/, () => `content="${policyFor(script, style)}"`)
        .replace(/ *<script type="module"[^>]*><\/script>\n/, () => `    <style>${style}</style>\n`)
        .replace(
          '  </body>',
          () => `    <!--blocks-->\n    <script type="module">${script}</script>\n  </body>`,
        )
      mkdirSync(dirname(out), { recursive: true })
      writeFileSync(out, page)
    },
  }
}
