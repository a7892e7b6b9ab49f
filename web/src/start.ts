// From an empty page to one that reads: the core, its models, and what is loaded after them.
import type { Core } from './core/client'
import type { Catalog } from './core/protocol'
import { setAnswer } from './state/analysis'
import { keepOffline } from './state/offline'
import type { Store } from './state/store'
import { words } from './state/words'
import type { ArticleText } from './view/article_text'
import { fetchAll } from './view/later'

interface Needs {
  core: Core
  article: ArticleText
  store: Store
  /** Starts the core that reads what is typed. */
  startQuick: () => Promise<unknown>
  /** Keeps the text for this tab; whether that was possible. */
  remember: () => boolean
}

/** What names are found with, then what lost words are; the page goes on without either. */
async function loadModels(
  { core, store }: Needs,
  { entities = [], restorations = [] }: Catalog,
): Promise<void> {
  const load = async (model: 'names' | 'restoration') => {
    try {
      return await core.ask('load', model)
    } catch {
      return false
    }
  }
  if (entities.length > 0) store.set({ names: await load('names') })
  const restores = restorations.length > 0 && (await load('restoration'))
  store.set({ restoration: restores ? 'ready' : 'missing' })
  if (!restores && restorations.length > 0) store.set({ message: words.lostMissing })
}

export async function start(needs: Needs): Promise<void> {
  const { core, article, store } = needs
  try {
    const catalog = await core.ask('catalog')
    store.set({ core: 'ready', catalog })
    // The page can be used; what is opened later and what names are found with come after it.
    void fetchAll()
    await loadModels(needs, catalog)
    // Without a second core, what is typed is marked when the hand rests.
    await needs.startQuick().catch(() => {})
    // After all the others: what they fetched is kept and not fetched again.
    if (import.meta.env.PROD && import.meta.env.MODE !== 'one')
      void keepOffline(store, needs.remember)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const report = `Palimpsest: ${reason}\n${navigator.userAgent}\n`
    article.dispatch({ effects: setAnswer.of({ answer: null }) })
    store.set({
      core: 'failed',
      notice: {
        text: `${words.failed(reason)} ${words.failedHint}`,
        choices: [
          { label: words.reload, run: () => location.reload() },
          { label: words.copyReport, run: () => void navigator.clipboard.writeText(report) },
        ],
      },
    })
  }
}
