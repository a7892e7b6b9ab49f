// The only arithmetic on offsets in the page: putting decided texts in the place of spans that the
// core gave, and cutting the few letters around a span for showing it.
import type { Span } from '../core/protocol'

export interface Replacement {
  readonly span: Span
  readonly text: string
}

/** `text` with every span replaced. Replacements are in order and do not overlap. */
export function splice(text: string, replacements: Iterable<Replacement>): string {
  const parts: string[] = []
  let done = 0
  for (const { span, text: replacement } of replacements) {
    parts.push(text.slice(done, span[0]), replacement)
    done = span[1]
  }
  parts.push(text.slice(done))
  return parts.join('')
}

/**
 * Moves spans of one text into another that differs only where `replacements` (spans in the first
 * text, in order) say so. Spans are in order. A replacement that a position touches lies before it.
 */
export function moveSpans(spans: readonly Span[], replacements: readonly Replacement[]): Span[] {
  let next = 0
  let shift = 0
  const move = (position: number) => {
    let r = replacements[next]
    for (; r && r.span[1] <= position; r = replacements[++next])
      shift += r.text.length - (r.span[1] - r.span[0])
    // A position inside a replaced stretch has nowhere to be but before it.
    return Math.min(position, r?.span[0] ?? position) + shift
  }
  return spans.map(([from, to]) => [move(from), move(to)] as const)
}

/** The letters that touch a span, up to the next blank and no more than `reach` on each side. */
export function lettersAround(text: string, [from, to]: Span, reach = 14): [string, string] {
  const left = /\S*$/.exec(text.slice(Math.max(0, from - reach), from))?.[0] ?? ''
  const right = /^\S*/.exec(text.slice(to, to + reach))?.[0] ?? ''
  return [left.toWellFormed(), right.toWellFormed()]
}

/** The longest beginning of `text` within `limit` that does not cut a character in two. */
export function beginning(text: string, limit: number): string {
  if (text.length <= limit) return text
  const code = text.charCodeAt(limit)
  return text.slice(0, code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit)
}
