// Texts coming in and going out: files, samples, pasted pages, the clipboard, downloads.
import type { TransactionSpec } from '@codemirror/state'
import type { Core } from '../core/client'
import { resultText } from './analysis'
import { replaceText } from './article'
import { type Incoming, readBytes, readFile } from './incoming'
import { isRestored, type Reader } from './reader'
import { recordEffects, recordOf } from './record'
import type { Article, Store } from './store'
import { words } from './words'

export interface Carry {
  openText(text: string, said: string): void
  /** A text and what was decided about it; the text before comes back with undo. */
  open(read: Incoming, file: string, said: string): void
  openFile(file: File): Promise<void>
  /** What a file says, or null when it cannot be read, which the reader is told. */
  readFile(file: File): Promise<Incoming | null>
  /** Markup that was pasted as text: read as a page, and what it says becomes the article. */
  openMarkup(markup: string): Promise<void>
  /** The repaired text, once the reader has seen all of it. */
  result(): Promise<string>
  /** The article with what was decided in a format of the catalog. */
  exportDocument(format: string): Promise<Uint8Array>
  copy(text?: string): Promise<void>
  /** A file under the name of the article. */
  saveAs(content: BlobPart, ending: string, type: string): void
  /** A file under a name of its own. */
  saveFile(content: BlobPart, file: string, type?: string): void
}

export function createCarry(core: Core, article: Article, store: Store, reader: Reader): Carry {
  let name = 'article'
  const tell = (text: string) => store.set({ notice: { text, choices: [] } })

  const put = (read: Incoming, said: string) => {
    store.set({ message: said, notice: null, filter: 'all', encoding: read.encoding })
    const { text, decisions, lexicon } = read
    const spec: TransactionSpec = replaceText(article.state, text)
    if (decisions && lexicon)
      article.dispatch({ ...spec, effects: recordEffects({ source: text, decisions, lexicon }) })
    else article.dispatch(spec)
  }

  const orTell = async (reading: Promise<Incoming>): Promise<Incoming | null> => {
    try {
      return await reading
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error))
      return null
    }
  }

  const carry: Carry = {
    openText(text, said) {
      name = 'article'
      put({ text, encoding: '', odd: [] }, said)
    },
    open(read, file, said) {
      put(read, said)
      name = file.replace(/\.[^.]*$/, '') || 'article'
      if (read.odd.length > 0) tell(words.notText(file, read.odd.slice(0, 3).join(' ')))
    },
    async openFile(file) {
      const read = await carry.readFile(file)
      if (read) carry.open(read, file.name, words.saidOpened(file.name))
    },
    readFile: (file) => orTell(readFile(core, file)),
    async openMarkup(markup) {
      const bytes = new TextEncoder().encode(markup)
      const read = await orTell(readBytes(core, bytes, words.thisPaste))
      if (read) carry.open(read, words.thisPaste, words.saidOpened(words.thisPaste))
    },
    async result() {
      await reader.settled()
      return resultText(article.state)
    },
    async exportDocument(format) {
      const state = store.get()
      const record = recordOf(state)
      const restores = state.restoration === 'ready' && isRestored(record.source.length)
      const version = state.restoring ? state.other.text : ''
      return core.ask('exportDocument', record, format, { restores, version })
    },
    async copy(given) {
      try {
        const text = given ?? (await carry.result())
        await navigator.clipboard.writeText(text)
        store.set({ message: words.saidCopied(text.length) })
      } catch {
        tell(words.copyFailed)
      }
    },
    saveAs: (content, ending, type) => carry.saveFile(content, `${name}.${ending}`, type),
    saveFile(content, file, type = '') {
      save(content, file, type)
      store.set({ message: words.saidDownloaded(file) })
    },
  }
  return carry
}

function save(content: BlobPart, file: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = Object.assign(document.createElement('a'), { href: url, download: file })
  link.click()
  // The download has its own hold of the data after the click's task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
