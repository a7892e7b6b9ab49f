import type { Comparison, Document, Span } from './protocol'

/**
 * Checks that every excerpt is what its span says: `text.slice(...span)` is the text printed beside
 * it, and the changes are in order. A page that draws over the wrong letters is worse than one that
 * draws nothing. Returns the first fault in words, or null.
 */
export function excerptError(document: Document): string | null {
  let start = 0
  let done = 0
  for (const [index, change] of document.changes.entries()) {
    if (change.id !== index) return `repair ${index + 1} has the number ${change.id + 1}`
    const [from, to] = change.source
    const applied = change.safety !== 'suggestion'
    // What is only suggested may lie over repairs that are applied; these are apart.
    if (from < start || to < from || (applied && from < done))
      return `repair ${change.id + 1} is out of order at ${from} to ${to}`
    start = from
    if (applied) done = to
    if (document.source.slice(...change.source) !== change.before)
      return `repair ${change.id + 1} does not fit the text at ${from} to ${to}`
    if (applied && document.clean.slice(...change.clean) !== change.after)
      return `repair ${change.id + 1} does not fit the repaired text`
    if (change.clean[0] > change.clean[1] || change.clean[1] > document.clean.length)
      return `repair ${change.id + 1} lies outside the repaired text`
  }
  const outside = ([from, to]: Span) => from < 0 || to < from || to > document.clean.length
  if (document.paragraphs.some(outside) || document.sentences.some(outside))
    return 'a paragraph or a sentence lies outside the text'
  for (const { span, text } of [...(document.mentions ?? []), ...(document.quotes ?? [])])
    if (document.clean.slice(...span) !== text)
      return `the name or quote at ${span[0]} does not fit`
  for (const [index, mention] of (document.mentions ?? []).entries())
    if (mention.id !== index) return `mention ${index + 1} has the number ${mention.id + 1}`
  return null
}

/** The same for a comparison of `a` and `b`: every hunk prints what its spans say. */
export function comparisonError(comparison: Comparison, a: string, b: string): string | null {
  for (const [index, hunk] of comparison.hunks.entries()) {
    if (hunk.id !== index) return `difference ${index + 1} has the number ${hunk.id + 1}`
    if (a.slice(...hunk.a) !== hunk.before)
      return `difference ${index + 1} does not fit the first text`
    if (b.slice(...hunk.b) !== hunk.after)
      return `difference ${index + 1} does not fit the second text`
  }
  return null
}
