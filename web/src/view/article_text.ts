// <article-text>: the editor, and nothing else, in a shadow root. There CodeMirror uses adopted style
// sheets, which `style-src 'self'` allows; in the document it would write <style> elements.
import { insertNewline, standardKeymap } from '@codemirror/commands'
import { EditorSelection, type EditorState, type Extension, StateEffect } from '@codemirror/state'
import { EditorView, keymap, placeholder, type ViewUpdate } from '@codemirror/view'
import { analysis, changesOf, resultText } from '../state/analysis'
import { createArticle, newText } from '../state/article'
import { plainText } from '../state/breaks'
import type { Article } from '../state/store'
import { words } from '../state/words'
import css from './article.css?inline'
import { inkExtension } from './ink'

export interface ArticleEvents {
  changed(state: EditorState, how: 'typed' | 'new' | 'other' | null): void
  /** The reader put the caret on a repair, or clicked it. */
  touched(id: number): void
  markup(text: string): void
}

/** What is seen is what is copied: repaired, or as it came while the original is shown. */
function copied(state: EditorState): string {
  const { original } = state.field(analysis)
  const text = original ? plainText : resultText
  return state.selection.ranges.map((r) => text(state, r.from, r.to)).join('\n')
}

/** A whole page pasted as text, as from "view source". */
const isMarkup = (text: string) => /^\s*<(?:!doctype|html|head|body|article|p|div)\b/i.test(text)

export class ArticleText extends HTMLElement implements Article {
  #view: EditorView | null = null

  open(text: string, events: ArticleEvents): void {
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
    const touch = (target: EventTarget | undefined) => {
      const mark = target instanceof Element ? target.closest('[data-number]') : null
      const n = Number(mark?.getAttribute('data-number'))
      if (n > 0) events.touched(n - 1)
      return n > 0
    }
    const listen = EditorView.updateListener.of((update) => this.#updated(update, events))
    const state = createArticle(text, [
      inkExtension,
      EditorView.lineWrapping,
      EditorView.perLineTextDirection.of(true),
      placeholder(words.sheet),
      keymap.of([{ key: 'Enter', run: insertNewline }, ...standardKeymap]),
      EditorView.contentAttributes.of({
        'aria-label': words.article,
        autocapitalize: 'off',
        // Focusable by itself; said once more for the tools that look for it.
        tabindex: '0',
      }),
      EditorView.clipboardOutputFilter.of((_text, now) => copied(now)),
      EditorView.domEventHandlers({
        click: (event) => void touch(event.composedPath()[0]),
        paste: (event, view) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? ''
          if (view.state.doc.length > 0 || !isMarkup(pasted)) return false
          events.markup(pasted)
          event.preventDefault()
          return true
        },
        // Files are taken by the page, whole.
        drop: (event) => (event.dataTransfer?.files.length ?? 0) > 0,
      }),
      listen,
    ])
    this.#view = new EditorView({ state, parent: root, root })
  }

  /** Something that the editor can do only from now on. */
  extend(extension: Extension): void {
    this.view.dispatch({ effects: StateEffect.appendConfig.of(extension) })
  }

  #updated(update: ViewUpdate, events: ArticleEvents): void {
    const fresh = update.transactions.some((tr) => tr.annotation(newText))
    const typed = update.transactions.some(
      (tr) => tr.docChanged && (tr.isUserEvent('input.type') || tr.isUserEvent('delete')),
    )
    events.changed(
      update.state,
      !update.docChanged ? null : fresh ? 'new' : typed ? 'typed' : 'other',
    )
  }

  get view(): EditorView {
    if (this.#view === null) throw new Error('the editor is not open yet')
    return this.#view
  }
  get state(): EditorState {
    return this.view.state
  }
  /** A property, because the commands of the editor call it without its owner. */
  readonly dispatch: Article['dispatch'] = (...specs) => this.view.dispatch(...specs)
  override focus(): void {
    this.view.focus()
  }

  /** The height of a change in the window, for laying its note beside it. */
  topOf(id: number): number | null {
    const change = changesOf(this.state)[id]
    if (!change) return null
    const at = this.state.field(analysis).since.mapPos(change.source[1], -1)
    return this.view.coordsAtPos(at)?.top ?? null
  }

  /** Brings a place into sight, with room around it. */
  reveal(position: number): void {
    this.dispatch({
      effects: EditorView.scrollIntoView(EditorSelection.cursor(position), {
        y: 'nearest',
        yMargin: 120,
      }),
    })
  }
}

customElements.define('article-text', ArticleText)
