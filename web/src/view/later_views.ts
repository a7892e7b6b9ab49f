// What is not needed to begin: it is loaded when the page can be used.
import type { Core } from '../core/client'
import { pageAsLoaded, parts } from '../core/parts'
import type { createBatch } from '../state/batch'
import type { createCarry } from '../state/carry'
import { isReports } from '../state/reports'
import type { Store } from '../state/store'
import { words } from '../state/words'
import type { ArticleText } from './article_text'
import { createLater } from './later'
import type { Root } from './root'

interface Needs {
  core: Core
  article: ArticleText
  store: Store
  root: Root
  carry: ReturnType<typeof createCarry>
  batch: ReturnType<typeof createBatch>
  /** Whether this device keeps the text, from now on. */
  keepHere: (on: boolean) => void
}

export function createLaterViews({ core, article, store, root, carry, batch, keepHere }: Needs) {
  return {
    export: createLater(
      () => import('./export'),
      ({ createExport }) =>
        createExport(root.export, {
          exportDocument: carry.exportDocument,
          async exportComparison(format) {
            const { compared } = store.get()
            const mode = isReports(store.get()) ? 'reports' : 'versions'
            return compared
              ? core.ask('exportComparison', compared.a, compared.b, format, mode)
              : ''
          },
          saveAs: carry.saveAs,
          copy: carry.copy,
          print() {
            store.set({ exportShown: null })
            // The dialog is gone from the next frame on.
            setTimeout(() => print(), 50)
          },
          close: () => store.set({ exportShown: null }),
        }),
    ),
    share: createLater(
      () => import('./share'),
      ({ createShare }) =>
        createShare(root.share, {
          parts,
          pageAsLoaded,
          copy: carry.copy,
          keep: keepHere,
          save: (page) => carry.saveAs(page, 'html', 'text/html'),
          close: () => store.set({ shareShown: false }),
        }),
    ),
    search: createLater(
      () => import('./search'),
      ({ searchExtension }) => {
        article.extend(searchExtension)
        return () => {}
      },
    ),
    batch: createLater(
      () => import('./batch'),
      ({ createBatchTable }) =>
        createBatchTable(root.batch, {
          open({ incoming, name }) {
            store.set({ batchShown: false, lens: 'repairs' })
            if (incoming) carry.open(incoming, name, words.saidOpened(name))
            article.focus()
          },
          cancel: batch.cancel,
          save: (zip) => carry.saveFile(zip, 'articles.zip'),
          close: () => store.set({ batchShown: false }),
        }),
    ),
  }
}
