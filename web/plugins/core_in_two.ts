// The page has the core in two halves. The glue would fetch the whole module if it were not given one, so the
// build would carry that as well: here it is not a file of the page.
import type { Plugin } from 'vite'

export const coreInTwo = (): Plugin => ({
  name: 'core-in-two',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/palimpsest.mjs')) return null
    return {
      code: code.replace(/new URL\("palimpsest\.wasm", ?import\.meta\.url\)/g, '""'),
      map: null,
    }
  },
})
