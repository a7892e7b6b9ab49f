// Builds the page into ../build/site/, which can be copied to any static host and under any path.
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

const root = new URL('..', import.meta.url).pathname

/** The licences of what the page contains ask that their texts travel with it. */
const licences: Plugin = {
  name: 'licences',
  generateBundle() {
    const emit = (fileName: string, path: string) =>
      this.emitFile({
        type: 'asset',
        fileName,
        source: readFileSync(new URL(path, import.meta.url)),
      })
    emit('LICENSE.txt', '../LICENSE')
    emit('LICENSE-THIRD-PARTY.txt', '../LICENSE-THIRD-PARTY.md')
    emit(
      'assets/source-serif-4-LICENSE.txt',
      'node_modules/@fontsource-variable/source-serif-4/LICENSE',
    )
  },
}

export default defineConfig({
  base: './',
  resolve: {
    alias: {
      '@wasm': `${root}build/wasm`,
      '@model': `${root}core/model`,
      '@articles': `${root}examples/articles`,
    },
  },
  plugins: [licences],
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
