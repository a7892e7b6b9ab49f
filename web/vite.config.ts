// Builds the page into ../build/site/, which can be copied to any static host and under any path.
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

const root = new URL('..', import.meta.url).pathname

/** The Open Font License asks that its text travels with the font. */
const fontLicense: Plugin = {
  name: 'font-license',
  generateBundle() {
    const source = readFileSync(
      new URL('node_modules/@fontsource-variable/source-serif-4/LICENSE', import.meta.url),
    )
    this.emitFile({ type: 'asset', fileName: 'assets/source-serif-4-LICENSE.txt', source })
  },
}

export default defineConfig({
  base: './',
  resolve: { alias: { '@wasm': `${root}build/wasm`, '@articles': `${root}examples/articles` } },
  plugins: [fontLicense],
  worker: { format: 'es' },
  server: { fs: { allow: [root] } },
  build: {
    outDir: `${root}build/site`,
    emptyOutDir: true,
    target: 'es2022',
    // Nothing becomes a data: address, so that the Content-Security-Policy can stay narrow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
