// The list of keys.
export const keysWords = {
  keysTitle: 'Keys',
  keyMap: [
    [
      'Anywhere',
      [
        ['F8, Shift+F8', 'next, previous repair, mention or difference'],
        ['Ctrl+. or Alt+Enter', 'open the note at the caret; Esc returns'],
        ['F6, Shift+F6', 'next, previous part of the page'],
        ['Ctrl+Z, Ctrl+Shift+Z', 'undo, redo: text and decisions'],
        ['hold F4', 'the text as it came'],
        ['Ctrl+F', 'search'],
        ['Ctrl+O, Ctrl+S', 'open a file, export'],
        ['F1', 'these keys'],
      ],
    ],
    [
      'In the notes',
      [
        ['↑ ↓ or J K', 'move; Home and End'],
        ['Enter or Y', 'keep, and go on'],
        ['X or Delete', 'put back, and go on'],
        ['1 to 9', 'choose another reading'],
        ['E', 'edit by hand'],
        ['G, Shift+G', 'keep, put back what hangs together with it'],
        ['A, Shift+A', 'keep, put back all of the same cause'],
        ['O', 'the text as it came, on and off'],
        ['/', 'search, also cause:blank'],
        ['0, R, P, D', 'Read, Repairs, People & things, Differences'],
        ['?', 'these keys'],
      ],
    ],
    [
      'In people & things',
      [
        ['↑ ↓ or J K', 'move; Home and End'],
        ['→ ←', 'next, previous mention of the same'],
        ['X or Delete', 'not a name'],
        ['/', 'search, also type:person'],
      ],
    ],
    [
      'In the differences',
      [
        ['↑ ↓ or J K', 'move; Home and End'],
        ['Enter or Y', 'leave as it is, and go on'],
        ['T', 'take the other text’s words, and go on'],
        ['A, Shift+A', 'leave, take all of the same cause'],
        ['G', 'show no more of this group'],
        ['M', 'the other place of what was moved'],
        ['S', 'side by side, one column'],
        ['/', 'search, also cause:number'],
      ],
    ],
  ] as const,
}
