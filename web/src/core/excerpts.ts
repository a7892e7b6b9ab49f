import type { Document, Span } from './protocol'

/**
 * Checks that every excerpt is what its span says: `text.slice(...span)` is the text printed beside
 * it, and the changes are in order. A page that draws over the wrong letters is worse than one that
 * draws nothing. Returns the first fault in words, or null.
 */
export function excerptError(document: Document): string | null {
  let last = 0
  for (const [index, change] of document.changes.entries()) {
    if (change.id !== index) return `repair ${index + 1} has the number ${change.id + 1}`
    const [from, to] = change.source
    if (from < last || to < from)
      return `repair ${change.id + 1} is out of order at ${from} to ${to}`
    last = to
    if (document.source.slice(...change.source) !== change.before)
      return `repair ${change.id + 1} does not fit the text at ${from} to ${to}`
    // A suggestion is not in the clean text, so there its excerpt is the text as it stands.
    const stands = change.safety === 'suggestion' ? change.before : change.after
    if (document.clean.slice(...change.clean) !== stands)
      return `repair ${change.id + 1} does not fit the repaired text`
  }
  const outside = ([from, to]: Span) => from < 0 || to < from || to > document.clean.length
  if (document.paragraphs.some(outside) || document.sentences.some(outside))
    return 'a paragraph or a sentence lies outside the text'
  return null
}
