// What the page and the core say to each other. The worker answers each call once, by its id.
// Adding a call: one line in CoreCalls, one function in worker.ts.

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
}

export interface Finding {
  readonly kind: string
  readonly why: string
  readonly byte?: number
  readonly source?: Span
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
}

export interface Catalog {
  readonly groups: readonly { readonly name: string; readonly title: string }[]
  readonly repairs: readonly {
    readonly name: string
    readonly group: string
    readonly title: string
    readonly explanation?: string
  }[]
}

export interface CoreCalls {
  /** Every kind the core knows, with its title. */
  catalog(): Catalog
  /** The text of the editor. The spans of the answer are in exactly this text. */
  read(text: string): { document: Omit<Document, 'source'>; words: number; took: number }
  /** A file or a pasted page: bytes of any kind; only what the decoding found comes back. */
  open(
    bytes: Uint8Array,
    format: 'auto' | 'text' | 'html',
  ): Pick<Document, 'source' | 'encoding' | 'findings'>
}

export type Call = keyof CoreCalls

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
