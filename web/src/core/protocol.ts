// What the page and the core say to each other. The worker answers each call once, by its id.
// Adding a call: one line in CoreCalls, one function in worker.ts.

import type { Reports } from './reports'

/** Half-open, in UTF-16 code units of the text that the field names. */
export type Span = readonly [number, number]

export interface Suggestion {
  readonly text: string
  readonly confidence: number
}

/** One repair. A `suggestion` is not applied to the clean text; the other two are. */
export interface Change {
  readonly id: number
  readonly kind: string
  readonly group: string
  readonly source: Span
  readonly clean: Span
  readonly before: string
  readonly after: string
  readonly safety: 'safe' | 'likely' | 'suggestion'
  readonly confidence: number
  readonly why: string
  readonly also?: readonly string[]
  readonly suggestions?: readonly Suggestion[]
  /** What a restoration believes was overwritten. */
  readonly lost?: { readonly what: 'mention' | 'words'; readonly count: number }
}

export interface Finding {
  readonly kind: string
  readonly why: string
  readonly byte?: number
  readonly source?: Span
}

/** A stretch of the clean text that names, dates or counts something, or stands for it. */
export interface Mention {
  readonly id: number
  readonly span: Span
  readonly text: string
  readonly kind: string
  readonly form: 'name' | 'title' | 'nominal' | 'pronoun'
  readonly entity: number | null
  /** The mention that this one lies in. */
  readonly inside: number | null
  readonly confidence: number
  readonly why?: string
}

/** Somebody or something, with all that stands for it. */
export interface Entity {
  readonly id: number
  readonly kind: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
  readonly mentions: readonly number[]
}

export interface Quote {
  readonly span: Span
  readonly text: string
  /** The entity that speaks. */
  readonly speaker: number | null
  readonly cue: Span | null
  readonly form: 'direct' | 'indirect' | 'mixed'
  readonly confidence: number
  readonly speaker_span?: Span
  readonly why?: string
}

/** A line of the reader's own lexicon; `kind: null` says that it is no name. */
export interface LexiconLine {
  readonly text: string
  readonly kind?: string | null
  readonly same_as?: string
  readonly apart_from?: string
}

/** What the reader decided about a repair, known by its place and its kind. */
export interface DecisionLine {
  readonly source: Span
  readonly kind: string
  readonly verdict: 'kept' | 'back'
  readonly before: string
  /** The reading that was taken instead of the repair's own. */
  readonly chosen?: string
}

/** A text as it came, and what the reader said of it. */
export interface Record {
  readonly source: string
  readonly decisions: readonly DecisionLine[]
  readonly lexicon: readonly LexiconLine[]
}

/** What a text is read for, beside its repairs. */
export interface Wanted {
  /** The reader's own names, be they none: then names are looked for; null: they are not. */
  readonly lexicon: readonly LexiconLine[] | null
  /** Words that were written over are looked for. */
  readonly restores: boolean
  /** Another state of the text, which lost words are restored from; '' when there is none. */
  readonly version: string
}

/** The document of the core, as far as the page reads it. */
export interface Document {
  readonly schema: string
  readonly offsets: string
  readonly source: string
  readonly clean: string
  readonly changes: readonly Change[]
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Span[]
  readonly encoding?: { readonly name: string; readonly reason: string }
  readonly findings?: readonly Finding[]
  /** Absent when names were not asked for. */
  readonly mentions?: readonly Mention[]
  readonly entities?: readonly Entity[]
  readonly quotes?: readonly Quote[]
}

/** One difference between two texts. `a` is a place in the first, `b` in the second. */
export interface Hunk {
  readonly id: number
  readonly op: 'replace' | 'insert' | 'delete' | 'move'
  readonly a: Span
  readonly b: Span
  readonly before: string
  readonly after: string
  readonly cause: string
  readonly causes: readonly string[]
  readonly group: string
  readonly why: string
  /** The move that this is an end of. */
  readonly move?: number
  /** The move that this is inside of. */
  readonly inside?: number
}

export interface Comparison {
  readonly schema: string
  readonly offsets: string
  /** 0 to 1. */
  readonly similarity: number
  /** Reduced where the texts were too long and too different for the core's budget of work. */
  readonly precision: 'full' | 'reduced'
  readonly summary: { readonly verdict: string | null }
  readonly hunks: readonly Hunk[]
}

/** A row of the catalog that only needs its name and title. */
export interface Row {
  readonly name: string
  readonly title: string
}

/** A format of a document: its file, the unit of its offsets, and what it cannot hold. */
export interface DocumentFormat extends Row {
  readonly extension: string
  readonly media_type: string
  readonly offsets: 'asked' | 'none' | 'codepoint' | 'utf16' | 'byte'
  readonly leaves_out: string
}

/** A kind of change. */
export interface ChangeRow {
  readonly name: string
  readonly group: string
  readonly title: string
  readonly explanation?: string
}

export interface Catalog {
  readonly groups: readonly Row[]
  readonly repairs: readonly ChangeRow[]
  /** Words that were written over and put back; absent in a core that cannot. */
  readonly restorations?: readonly ChangeRow[]
  /** Kinds of mentions; `named` are those that are not dates, amounts or roles. */
  readonly entities?: readonly (Row & {
    readonly explanation?: string
    readonly named?: boolean
  })[]
  /** Causes of difference and their groups, what matters most first; absent in a core that cannot
      compare. */
  readonly cause_groups?: readonly Row[]
  readonly causes?: readonly (Row & { readonly group: string; readonly explanation?: string })[]
  readonly comparison_formats?: readonly Row[]
  readonly report_formats?: readonly Row[]
  readonly document_formats?: readonly DocumentFormat[]
  /** What facts of reports are about, and what reports contradict each other in. */
  readonly facts?: readonly Row[]
  readonly conflicts?: readonly Row[]
}

export interface CoreCalls {
  /** Every kind the core knows, with its title. */
  catalog(): Catalog
  /** The compiled core, for another worker that is to have the same. */
  program(): WebAssembly.Module
  /** Fetches the model that names are found with, or that lost words are; until then none are. Or the rest
      of the core, which all but repairs need; each call waits for what it needs by itself. */
  load(what: 'names' | 'restoration' | 'rest'): true
  /** The text of the editor. The spans of the answer are in exactly this text. */
  read(
    text: string,
    wanted: Wanted,
  ): { document: Omit<Document, 'source'>; words: number; took: number }
  /** A file or a pasted page: bytes of any kind; only what the decoding found comes back. */
  open(
    bytes: Uint8Array,
    format: 'auto' | 'text' | 'html',
  ): Pick<Document, 'source' | 'encoding' | 'findings'>
  /** A text with the reader's decisions in a format of the catalog: a file. */
  exportDocument(
    record: Record,
    format: string,
    wanted: Pick<Wanted, 'restores' | 'version'>,
  ): Uint8Array
  /** A file that may be an export: what was exported, or null if it is something else. */
  readRecord(bytes: Uint8Array): Record | null
  /** Two texts. The spans of the answer are in exactly these. */
  compare(a: string, b: string): Comparison
  /** Two reports of one event; null where the texts are versions of one another and `forced` is not
      set. */
  compareReports(a: string, b: string, forced: boolean): Reports | null
  /** The same in a format of the catalog, as a text. */
  exportComparison(a: string, b: string, format: string, mode?: 'versions' | 'reports'): string
}

export type Call = keyof CoreCalls

/** The first message to a second worker. */
export interface Brought {
  readonly program: WebAssembly.Module
}

export interface Request {
  readonly id: number
  readonly call: Call
  readonly args: readonly unknown[]
}

export interface Reply {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}
