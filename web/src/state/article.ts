// The article: its text and everything that lives and is undone with it.
import { history, isolateHistory } from '@codemirror/commands'
import {
  Annotation,
  EditorSelection,
  EditorState,
  type Extension,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import { analysis } from './analysis'
import { plainText, showBreaks } from './breaks'
import { deciding } from './decisions'
import { readersNames } from './lexicon'
import { takenPlaces } from './taken'

/** The transaction brought a whole new text. */
export const newText = Annotation.define<boolean>()

export const articleExtensions: Extension = [
  // Any other separator would count "\r\n" as one character and move every offset.
  EditorState.lineSeparator.of('\n'),
  history({ minDepth: 1000 }),
  showBreaks,
  deciding,
  readersNames,
  takenPlaces,
  analysis,
]

export const createArticle = (text: string, ...more: Extension[]): EditorState => {
  const state = EditorState.create({ extensions: [articleExtensions, more] })
  if (text === '') return state
  const annotations = Transaction.addToHistory.of(false)
  return state.update({ ...replaceText(state, text), annotations }).state
}

/** Another text in place of this one; undo brings this one back. */
export const replaceText = (state: EditorState, text: string): TransactionSpec => ({
  changes: { from: 0, to: state.doc.length, insert: state.toText(text) },
  selection: EditorSelection.cursor(0),
  // What is typed right after is undone on its own.
  annotations: [newText.of(true), isolateHistory.of('full')],
  userEvent: 'input.open',
})

export const articleText = (state: EditorState): string => plainText(state)
