// Builds the page into ../build/site/, which can be copied to any static host and under any path. With
// `--mode one` first: the page as one file, which the other build takes along.
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'
import { coreInTwo } from './plugins/core_in_two.ts'
import { offline } from './plugins/offline.ts'
import { insideForms, oneFile } from './plugins/one_file.ts'
import { packed } from './plugins/packed.ts'

const root = new URL('..', import.meta.url).pathname
const one = `${root}build/one/one.html`

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

/** The page as one file travels with the page, which fills it and saves it. */
const carryOneFile: Plugin = {
  name: 'carry-one-file',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'one.html', source: readFileSync(one) })
  },
}

/** The font is asked for with the style that names it, and not after it. */
const preloadFont: Plugin = {
  name: 'preload-font',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((name) => name.endsWith('.woff2'))
        .map((name) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: '',
            href: `./${name}`,
          },
          injectTo: 'head',
        })),
  },
}

export default defineConfig(({ mode }) => {
  const isOne = mode === 'one'
  return {
    base: './',
    resolve: {
      alias: {
        '@wasm': `${root}build/wasm`,
        '@model': `${root}core/model`,
        '@restore': `${root}core/restore`,
        '@articles': `${root}examples/articles`,
      },
    },
    plugins: isOne
      ? [insideForms(), oneFile(one)]
      : [licences, preloadFont, carryOneFile, offline(), packed()],
    // From a disk Chromium starts no module worker that is inside a page.
    worker: {
      format: isOne ? 'iife' : 'es',
      plugins: () => (isOne ? [coreInTwo(), insideForms()] : [coreInTwo()]),
    },
    server: { fs: { allow: [root] } },
    build: {
      outDir: isOne ? `${root}build/one` : `${root}build/site`,
      emptyOutDir: true,
      target: 'es2022',
      // Nothing becomes a data: address, so that the Content-Security-Policy can stay narrow.
      assetsInlineLimit: isOne ? (file) => file.endsWith('.woff2') : 0,
      modulePreload: { polyfill: false },
      ...(isOne && { rollupOptions: { output: { codeSplitting: false } } }),
    },
  }
})
