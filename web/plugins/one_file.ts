// The page as one HTML file: a build of its own whose program, style and font stand in the page, packed,
// under a policy that names them by their hashes and lets it talk to nobody. The core, its models and a
// text are put in by src/state/one_file.ts.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { packText, unpackText } from '../src/core/packed_text.ts'

/** Modules that have another form in the page that is one file. */
const inside = /\/(?:start_worker|bytes|parts)$/

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const policyFor = (loader: string, script: string, style: string) =>
  [
    "default-src 'none'",
    `script-src ${hashOf(loader)} ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    'font-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Unpacks the style and the program, and begins. What it puts into the page is not part of the file. */
const loader = `
const unpackText = ${unpackText.toString()}
const textOf = (id) => {
  const packed = new Blob([unpackText(document.getElementById(id).textContent)])
  return new Response(packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
}
const put = (tag, type, text) => {
  const element = document.createElement(tag)
  element.dataset.made = ''
  if (type) element.type = type
  element.textContent = text
  document.head.append(element)
}
const parts = await Promise.all(['packed-style', 'packed-program'].map(textOf))
put('style', '', parts[0])
put('script', 'module', parts[1])
`

const blockOf = (id: string, code: string) =>
  `    <script type="text/plain" id="${id}">${packText(deflateRawSync(code, { level: 9 }))}</script>\n`

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
      const script = chunk.code
      const style = String(css.source)
      const root = new URL('..', import.meta.url)
      const page = readFileSync(new URL('index.html', root), 'utf8')
        .replace(
          /content="default-src[^"]*"/,
          () => `content="${policyFor(loader, script, style)}"`,
        )
        .replace(/ *<script type="module"[^>]*><\/script>\n/, '')
        .replace(
          '  </body>',
          () =>
            `${blockOf('packed-style', style)}${blockOf('packed-program', script)}    <!--blocks-->\n` +
            `    <script type="module">${loader}</script>\n  </body>`,
        )
      mkdirSync(dirname(out), { recursive: true })
      writeFileSync(out, page)
    },
  }
}
