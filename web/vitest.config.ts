// The tests of the page live in ../tests/web/, beside the tests of the core.
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const web = new URL('.', import.meta.url).pathname
const root = new URL('..', import.meta.url).pathname

/** The packages are installed in web/, so what a test imports by name is looked up from there. */
const packagesOfThePage: Plugin = {
  name: 'packages-of-the-page',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer?.startsWith(`${root}tests/`) || !/^[@a-z]/.test(source)) return null
    return this.resolve(source, `${web}vitest.config.ts`, { skipSelf: true })
  },
}

export default defineConfig({
  root,
  plugins: [packagesOfThePage],
  cacheDir: `${web}node_modules/.vite`,
  test: {
    // The page draws at the next frame, which on a busy machine can be a while away.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/web/unit/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/web/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One Chromium at a time: what is measured must not wait for a neighbour.
          fileParallelism: false,
        },
      },
    ],
  },
})
