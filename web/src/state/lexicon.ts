// What the reader says about names, kept beside the text and undone together with it.
import { invertedEffects, isolateHistory } from '@codemirror/commands'
import { type Extension, StateEffect, StateField } from '@codemirror/state'
import type { LexiconLine } from '../core/protocol'
import type { Article } from './store'

export const setLexicon = StateEffect.define<readonly LexiconLine[]>()

const none: readonly LexiconLine[] = []

export const lexicon = StateField.define<readonly LexiconLine[]>({
  create: () => none,
  update(lines, tr) {
    for (const effect of tr.effects) if (effect.is(setLexicon)) lines = effect.value
    return lines
  },
})

const undoLexicon = invertedEffects.of((tr) => {
  const before = tr.startState.field(lexicon)
  return before === tr.state.field(lexicon) ? [] : [setLexicon.of(before)]
})

export const readersNames: Extension = [lexicon, undoLexicon]

/** Which sort of thing a line says: a later one of the same sort on the same name takes its place. */
const sortOf = (line: LexiconLine): string =>
  line.same_as !== undefined || line.apart_from !== undefined ? 'whose' : 'kind'

/** The lexicon with more lines. The core heeds the earlier of two, so new ones come first. */
export function withLines(
  lines: readonly LexiconLine[],
  added: readonly LexiconLine[],
): readonly LexiconLine[] {
  const replaced = new Set(added.map((line) => `${sortOf(line)} ${line.text}`))
  return [...added, ...lines.filter((line) => !replaced.has(`${sortOf(line)} ${line.text}`))]
}

/** One step of the history. */
export function sayOfNames(article: Article, lines: readonly LexiconLine[]): void {
  article.dispatch({
    effects: setLexicon.of(lines),
    annotations: isolateHistory.of('full'),
    userEvent: 'names',
  })
}
