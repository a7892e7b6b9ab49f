// The comparison of two reports, as the core writes it. Spans are in its own `texts`.
import type { Span } from './protocol'

export interface Place {
  readonly span: Span
  readonly text: string
}

export interface Fact {
  readonly about: string
  /** What two reports contradict each other in; conflicts alone have it. */
  readonly slot?: string
  readonly a?: Place
  readonly b?: Place
  readonly why: string
  readonly sentences?: { readonly a: Span; readonly b: Span }
}

export interface LinkedSentences {
  readonly a: Span | null
  readonly b: Span | null
  readonly similarity: number
  readonly why: string
}

export interface VoiceSide {
  readonly quotes: readonly Span[]
  readonly share: number
  readonly verbs: readonly string[]
}

export interface Voice {
  readonly speaker: string | null
  readonly a: VoiceSide
  readonly b: VoiceSide
}

/** A passage that both have, word for word or nearly. */
export interface Borrowed {
  readonly a: Place
  readonly b: Place
  readonly words: number
  readonly exact: boolean
}

export interface Reports {
  readonly mode: 'reports'
  readonly similarity: number
  readonly texts: { readonly a: string; readonly b: string }
  readonly sentences: readonly LinkedSentences[]
  readonly facts: {
    readonly both: readonly Fact[]
    readonly onlyA: readonly Fact[]
    readonly onlyB: readonly Fact[]
    readonly conflicts: readonly Fact[]
  }
  readonly voices: readonly Voice[]
  readonly borrowed: readonly Borrowed[]
  readonly framing: {
    readonly verbs: readonly { readonly why: string }[]
    readonly order: { readonly ofB: readonly number[]; readonly same: number }
  }
}
