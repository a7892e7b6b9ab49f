// Texts coming in and going out: files, samples, pasted pages, the clipboard, a download.
import type { Core } from '../core/client'
import type { Finding } from '../core/protocol'
import { resultText } from './analysis'
import { replaceText } from './article'
import type { Reader } from './reader'
import type { Article, Store } from './store'
import { words } from './words'

const largestFile = 50_000_000

export interface Carry {
  openText(text: string, said: string): void
  openFiles(files: readonly File[]): Promise<void>
  /** Markup that was pasted as text: read as a page, and what it says becomes the article. */
  openMarkup(markup: string): Promise<void>
  /** The repaired text, once the reader has seen all of it. */
  result(): Promise<string>
  copy(): Promise<void>
  download(): Promise<void>
}

export function createCarry(core: Core, article: Article, store: Store, reader: Reader): Carry {
  let name = 'article'
  const tell = (text: string) => store.set({ notice: { text, choices: [] } })

  const put = (text: string, said: string, encoding = '') => {
    store.set({ message: said, notice: null, filter: 'all', encoding })
    article.dispatch(replaceText(article.state, text))
  }

  async function openBytes(bytes: Uint8Array, file: string, format: 'auto' | 'html') {
    try {
      const opened = await core.ask('open', bytes, format)
      const findings: readonly Finding[] = opened.findings ?? []
      const notText = findings.find((f) => f.kind === 'not_text')
      if (notText) return tell(words.notText(file, notText.why))
      put(opened.source, words.saidOpened(file), opened.encoding?.name)
      name = file.replace(/\.[^.]*$/, '') || 'article'
      const others = [...new Set(findings.map((f) => f.why))]
      if (others.length > 0) tell(words.notText(file, others.slice(0, 3).join(' ')))
    } catch (error) {
      tell(words.notRead(file, error instanceof Error ? error.message : String(error)))
    }
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
      if (file.size > largestFile) return tell(words.tooBig(file.name, file.size))
      if (file.size === 0) return tell(words.emptyFile(file.name))
      try {
        const bytes = new Uint8Array(await file.arrayBuffer())
        await openBytes(bytes, file.name, 'auto')
      } catch (error) {
        return tell(
          words.notRead(file.name, error instanceof Error ? error.message : String(error)),
        )
      }
      if (files.length > 1) tell(words.oneOfMany(files.length, file.name))
    },
    openMarkup: (markup) => openBytes(new TextEncoder().encode(markup), words.thisPaste, 'auto'),
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
      const url = URL.createObjectURL(new Blob([await result()], { type: 'text/plain' }))
      const link = Object.assign(document.createElement('a'), {
        href: url,
        download: `${name}.txt`,
      })
      link.click()
      // The download has its own hold of the data after the click's task.
      setTimeout(() => URL.revokeObjectURL(url), 10_000)
      store.set({ message: words.saidDownloaded(`${name}.txt`) })
    },
  }
}
