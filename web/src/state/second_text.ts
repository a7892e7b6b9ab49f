// The text that the article is compared with: where it comes from and where it goes.
import { resultText } from './analysis'
import { replaceText } from './article'
import type { Carry } from './carry'
import { noDiffer } from './differences'
import type { Article, Store } from './store'
import { words } from './words'

export interface SecondText {
  put(text: string, name: string): void
  /** Writing in it: nothing is compared until the reader is done. */
  write(text: string): void
  /** Opens both texts for writing, or compares them. */
  writing(on: boolean): void
  openFiles(files: readonly File[]): Promise<void>
  /** The article becomes the other text, and the other text the article; undo brings the article back. */
  swap(): void
  remove(): void
  /** Restores words of the article from the other text, a version of it, or does so no more. */
  restore(on: boolean): void
}

export function createSecondText(article: Article, store: Store, carry: Carry): SecondText {
  const differ = (change: Partial<typeof noDiffer>) =>
    store.set({ differ: { ...store.get().differ, ...change } })
  const second: SecondText = {
    put(text, name) {
      store.set({ other: { text, name }, notice: null, lens: 'differences' })
      differ({ writing: false, current: null, query: '', side: null, hidden: noDiffer.hidden })
    },
    write(text) {
      store.set({ other: { ...store.get().other, text } })
    },
    writing(on) {
      differ({ writing: on })
    },
    async openFiles(files) {
      const file = files[0]
      if (!file) return
      const opened = await carry.readFile(file)
      if (opened) second.put(opened.text, file.name)
      if (files.length > 1) store.set({ message: words.oneOfMany(files.length, file.name) })
    },
    swap() {
      const { other } = store.get()
      const text = resultText(article.state)
      store.set({ other: { text, name: '' }, restoring: false, message: words.saidSwapped })
      article.dispatch(replaceText(article.state, other.text))
    },
    remove() {
      store.set({ other: { text: '', name: '' }, compared: null, restoring: false })
      differ(noDiffer)
    },
    restore(on) {
      store.set({ restoring: on })
    },
  }
  return second
}
