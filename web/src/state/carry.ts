// Texts coming in and going out: files, samples, pasted pages, the clipboard, a download.
import type { Core } from '../core/client'
import type { Finding } from '../core/protocol'
import { resultText } from './analysis'
import { replaceText } from './article'
import type { Reader } from './reader'
import type { Article, Store } from './store'
import { words } from './words'

const largestFile = 50_000_000

interface Read {
  readonly text: string
  readonly encoding: string
  /** What was odd in it, in words. */
  readonly odd: readonly string[]
}

export interface Carry {
  openText(text: string, said: string): void
  openFiles(files: readonly File[]): Promise<void>
  /** What a file says, or null when it cannot be read, which the reader is told. */
  readFile(file: File): Promise<Read | null>
  /** Markup that was pasted as text: read as a page, and what it says becomes the article. */
  openMarkup(markup: string): Promise<void>
  /** The repaired text, once the reader has seen all of it. */
  result(): Promise<string>
  copy(): Promise<void>
  download(): Promise<void>
  /** Any text under the name of the article. */
  saveAs(text: string, ending: string, type: string): void
}

export function createCarry(core: Core, article: Article, store: Store, reader: Reader): Carry {
  let name = 'article'
  const tell = (text: string) => store.set({ notice: { text, choices: [] } })

  const put = (text: string, said: string, encoding = '') => {
    store.set({ message: said, notice: null, filter: 'all', encoding })
    article.dispatch(replaceText(article.state, text))
  }

  async function readBytes(bytes: Uint8Array, file: string): Promise<Read | null> {
    try {
      const opened = await core.ask('open', bytes, 'auto')
      const findings: readonly Finding[] = opened.findings ?? []
      const notText = findings.find((f) => f.kind === 'not_text')
      if (notText) tell(words.notText(file, notText.why))
      const odd = [...new Set(findings.map((f) => f.why))]
      return notText ? null : { text: opened.source, encoding: opened.encoding?.name ?? '', odd }
    } catch (error) {
      tell(words.notRead(file, error instanceof Error ? error.message : String(error)))
      return null
    }
  }

  function open(read: Read | null, file: string): void {
    if (read === null) return
    put(read.text, words.saidOpened(file), read.encoding)
    name = file.replace(/\.[^.]*$/, '') || 'article'
    if (read.odd.length > 0) tell(words.notText(file, read.odd.slice(0, 3).join(' ')))
  }

  async function readFile(file: File): Promise<Read | null> {
    if (file.size > largestFile) tell(words.tooBig(file.name, file.size))
    else if (file.size === 0) tell(words.emptyFile(file.name))
    else {
      let bytes: Uint8Array
      try {
        bytes = new Uint8Array(await file.arrayBuffer())
      } catch (error) {
        tell(words.notRead(file.name, error instanceof Error ? error.message : String(error)))
        return null
      }
      return readBytes(bytes, file.name)
    }
    return null
  }

  const result = async () => {
    await reader.settled()
    return resultText(article.state)
  }

  return {
    openText(text, said) {
      name = 'article'
      put(text, said)
    },
    async openFiles(files) {
      const file = files[0]
      if (!file) return
      open(await readFile(file), file.name)
      if (files.length > 1) tell(words.oneOfMany(files.length, file.name))
    },
    openMarkup: async (markup) =>
      open(await readBytes(new TextEncoder().encode(markup), words.thisPaste), words.thisPaste),
    readFile,
    result,
    async copy() {
      try {
        const text = await result()
        await navigator.clipboard.writeText(text)
        store.set({ message: words.saidCopied(text.length) })
      } catch {
        tell(words.copyFailed)
      }
    },
    async download() {
      save(await result(), `${name}.txt`, 'text/plain')
      store.set({ message: words.saidDownloaded(`${name}.txt`) })
    },
    saveAs(text, ending, type) {
      save(text, `${name}.${ending}`, type)
      store.set({ message: words.saidDownloaded(`${name}.${ending}`) })
    },
  }
}

function save(text: string, file: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = Object.assign(document.createElement('a'), { href: url, download: file })
  link.click()
  // The download has its own hold of the data after the click's task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
