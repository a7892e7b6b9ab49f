// The search of the editor, on Ctrl+F. Loaded when the page can be used.
import { search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { words } from '../state/words'

export const searchExtension: Extension = [
  search({ top: true }),
  EditorState.phrases.of(words.search),
  Prec.high(keymap.of(searchKeymap)),
]
