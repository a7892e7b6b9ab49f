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

/**
 * The way back: from spans of the spliced text to the text before. A span that cuts a replacement is
 * widened over all of it; `wide` says how far, in the spliced text. O(log n) for each span.
 */
export function reachBack(replacements: readonly Replacement[]) {
  const starts: number[] = []
  const ends: number[] = []
  let shift = 0
  for (const { span, text } of replacements) {
    starts.push(span[0] + shift)
    ends.push(span[0] + shift + text.length)
    shift += text.length - (span[1] - span[0])
  }
  /** The last replacement that begins before a position, or at it when it put nothing there. */
  const before = (position: number, orAt: boolean) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      const start = starts[middle] ?? 0
      const isPast = start < position || (orAt && start === position && ends[middle] === position)
      if (isPast) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const locate = (position: number, isEnd: boolean): [source: number, wide: number] => {
    const at = before(position, !isEnd)
    const span = replacements[at]?.span
    if (span === undefined) return [position, position]
    const [start = 0, end = 0] = [starts[at], ends[at]]
    if (position >= end) return [span[1] + position - end, position]
    return isEnd ? [span[1], end] : [span[0], start]
  }
  return ([from, to]: Span): { span: Span; wide: Span } => {
    const [start, wideStart] = locate(from, false)
    // An insertion between two letters stays between them.
    const [end, wideEnd] = to === from && wideStart === from ? [start, from] : locate(to, true)
    return { span: [start, Math.max(start, end)], wide: [wideStart, Math.max(wideStart, wideEnd)] }
  }
}
