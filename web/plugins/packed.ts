// Writes each built file once more as brotli and as gzip, beside it: a static host that knows them
// (nginx's brotli_static, Caddy's precompressed) sends those, as web/server.mjs does.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** What is packed already, as a font is, would only grow. */
const isWorth = (name: string) => /\.(?:css|html|js|model|svg|txt|wasm)$/.test(name)

export function packed(): Plugin {
  let folder = ''
  return {
    name: 'packed',
    apply: 'build',
    configResolved({ build }) {
      folder = build.outDir
    },
    async closeBundle() {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isWorth)
      const pack = async (name: string) => {
        const path = join(folder, name)
        const bytes = readFileSync(path)
        const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
        const [br, gz] = await Promise.all([
          promisify(brotliCompress)(bytes, { params: hint }),
          promisify(gzip)(bytes, { level: 9 }),
        ])
        if (br.length < bytes.length) writeFileSync(`${path}.br`, br)
        if (gz.length < bytes.length) writeFileSync(`${path}.gz`, gz)
      }
      await Promise.all(names.map(pack))
    },
  }
}
