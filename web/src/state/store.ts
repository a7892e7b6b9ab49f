// The state of the page: one value, and the article with its text, decisions and marks.
import type { EditorState, TransactionSpec } from '@codemirror/state'
import type { Catalog } from '../core/protocol'
import type { Batch } from './batch'
import { type Compared, noDiffer } from './differences'
import { noReports, type ReportsView } from './reports'

export type Lens = 'read' | 'repairs' | 'people' | 'differences'

export interface Choice {
  readonly label: string
  run(): void
}

/** Something the reader must know, above the text until it is closed or answered. */
export interface Notice {
  readonly text: string
  readonly choices: readonly Choice[]
}

/** The text that the article is compared with, and what it is called. */
export interface OtherText {
  readonly text: string
  readonly name: string
}

/** What of the differences is shown, and how. */
export interface Differ {
  /** Side by side or in one column; null: as the texts ask for it. */
  readonly side: boolean | null
  /** Both texts lie open for writing, and nothing is compared. */
  readonly writing: boolean
  /** Groups of causes that are not drawn. */
  readonly hidden: ReadonlySet<string>
  /** What is searched: words of the texts, and `cause:name`. */
  readonly query: string
  /** The difference whose note is open, by its id. */
  readonly current: number | null
}

/** What of the names is shown. */
export interface PeopleView {
  /** Words of names, and `type:kind`. */
  readonly query: string
  /** The thing whose note is open, by its key, and which of its mentions. */
  readonly current: string | null
  readonly mention: number
  /** Words that the reader selected, perhaps because their name was missed. */
  readonly marking: string | null
}

export interface State {
  readonly lens: Lens
  readonly core: 'starting' | 'ready' | 'failed'
  readonly catalog: Catalog | null
  /** The model that names are found with is there. */
  readonly names: boolean
  /** The model that lost words are found with: on its way, there, or not to be had. */
  readonly restoration: 'coming' | 'ready' | 'missing'
  /** Characters being read, when it takes long enough to be seen; otherwise 0. */
  readonly reading: number
  readonly notice: Notice | null
  /** Spoken and shown in the status line. */
  readonly message: string
  /** Which notes are shown: all, those to decide, those of one kind, or those that are searched. */
  readonly filter: 'all' | 'open' | { readonly kind: string } | { readonly query: string }
  /** On a narrow screen: the whole list of notes in place of the current one. */
  readonly sheetOpen: boolean
  readonly keysShown: boolean
  /** The export dialog is open, at the formats of this. */
  readonly exportShown: 'article' | 'differences' | null
  readonly shareShown: boolean
  /** The text is kept on this device and not in this tab alone. */
  readonly keeps: boolean
  /** The page is being printed: all notes are drawn. */
  readonly printing: boolean
  readonly dragging: boolean
  /** The page is kept and works without a network. */
  readonly offline: boolean
  /** Takes the newer page that waits, if one does. */
  readonly update: (() => void) | null
  /** The encoding a file was read as; '' for what was typed. */
  readonly encoding: string
  readonly article: EditorState
  /** The article as it was opened or pasted. */
  readonly opened: string
  readonly other: OtherText
  /** The other text is a version of the article, and words that were lost are restored from it. */
  readonly restoring: boolean
  readonly compared: Compared | null
  readonly comparing: boolean
  readonly differ: Differ
  readonly reports: ReportsView
  readonly people: PeopleView
  /** Several articles, and whether their table is open. */
  readonly batch: Batch | null
  readonly batchShown: boolean
}

/** The editor, or in tests a bare EditorState: text, decisions and marks with their history. */
export interface Article {
  readonly state: EditorState
  dispatch(...specs: TransactionSpec[]): void
}

export interface Store {
  get(): State
  set(change: Partial<State>): void
}

export function createStore(first: State, changed: (now: State, before: State) => void): Store {
  let state = first
  return {
    get: () => state,
    set(change) {
      const before = state
      state = { ...state, ...change }
      changed(state, before)
    },
  }
}

/** The page as it opens. */
export const firstState = (article: EditorState): State => ({
  lens: 'repairs',
  core: 'starting',
  catalog: null,
  names: false,
  restoration: 'coming',
  reading: 0,
  notice: null,
  message: '',
  filter: 'all',
  sheetOpen: false,
  keysShown: false,
  exportShown: null,
  shareShown: false,
  keeps: false,
  printing: false,
  dragging: false,
  offline: false,
  update: null,
  encoding: '',
  article,
  opened: '',
  other: { text: '', name: '' },
  restoring: false,
  compared: null,
  comparing: false,
  differ: noDiffer,
  reports: noReports,
  people: { query: '', current: null, mention: 0, marking: null },
  batch: null,
  batchShown: false,
})
