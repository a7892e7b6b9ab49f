// Which repairs are drawn, and when. Only those in sight are, so that a key in a text of a million
// characters costs what it costs in a short one; those that join two lines are all drawn, because they
// say how many lines there are.
import {
  type EditorState,
  type Extension,
  type Range,
  RangeSet,
  StateField,
  type Transaction,
} from '@codemirror/state'
import {
  type Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import type { Change } from '../core/protocol'
import { type Answer, analysis, changesIn, placeOf } from '../state/analysis'
import { drawChange } from './ink_marks'

/** Around the caret, wherever it is, so that it steps over a replacement out of sight too. */
const aroundCaret = 200

/** Where the word begins that is being typed; null: none is. Marks that touch it wait until the hand
    rests or the caret leaves. */
function typedFrom(state: EditorState): number | null {
  if (!state.field(analysis).typing) return null
  const { head } = state.selection.main
  const line = state.doc.lineAt(head)
  const before = /\S*$/.exec(state.sliceDoc(Math.max(line.from, head - 100), head))?.[0] ?? ''
  return head - before.length
}

function draw(state: EditorState, changes: Iterable<Change>): Range<Decoration>[] {
  const now = state.field(analysis)
  const typed = typedFrom(state)
  const { head } = state.selection.main
  const ranges: Range<Decoration>[] = []
  for (const change of changes) {
    const [from, to] = typed === null ? [0, 0] : placeOf(state, change)
    if (typed === null || from > head || to < typed) ranges.push(...drawChange(state, now, change))
  }
  return ranges
}

// --- Those that join lines ---

const joining = new WeakMap<Answer, readonly Change[]>()

function joins({ answer }: { readonly answer: Answer | null }): readonly Change[] {
  if (answer === null) return []
  let known = joining.get(answer)
  if (known === undefined) {
    known = answer.document.changes.filter(joinsLines)
    joining.set(answer, known)
  }
  return known
}

const joinsLines = (change: Change): boolean => change.before.includes('\n')

const lineJoins = StateField.define<DecorationSet>({
  create: (state) => RangeSet.of(draw(state, joins(state.field(analysis))), true),
  update(set, tr: Transaction) {
    const old = tr.startState.field(analysis)
    const now = tr.state.field(analysis)
    if (joins(now).length + joins(old).length === 0) return RangeSet.empty
    const same =
      now.answer === old.answer &&
      now.original === old.original &&
      now.typing === old.typing &&
      now.verdicts === old.verdicts &&
      now.current === old.current
    const leaves = now.typing && tr.selection !== undefined && !tr.docChanged
    if (same && !leaves) return set.map(tr.changes)
    return RangeSet.of(draw(tr.state, joins(now)), true)
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    EditorView.atomicRanges.of((view) => atomic(view.state.field(field))),
  ],
})

// --- All others, where they are in sight ---

class InSight {
  decorations: DecorationSet
  constructor(view: EditorView) {
    this.decorations = this.#draw(view)
  }
  update({ view, state, startState, viewportChanged, selectionSet }: ViewUpdate): void {
    if (viewportChanged || selectionSet || state.field(analysis) !== startState.field(analysis))
      this.decorations = this.#draw(view)
  }
  #draw({ state, visibleRanges }: EditorView): DecorationSet {
    const { head } = state.selection.main
    const caret = { from: head - aroundCaret, to: head + aroundCaret }
    const seen = new Set<Change>()
    for (const { from, to } of [...visibleRanges, caret])
      for (const change of changesIn(state, from, to)) if (!joinsLines(change)) seen.add(change)
    return RangeSet.of(draw(state, seen), true)
  }
}

const inSight = ViewPlugin.fromClass(InSight, {
  decorations: (plugin) => plugin.decorations,
  provide: (plugin) =>
    EditorView.atomicRanges.of((view) => {
      const drawn = view.plugin(plugin)?.decorations
      return drawn ? atomic(drawn) : RangeSet.empty
    }),
})

const replacing = new WeakMap<DecorationSet, DecorationSet>()

/** The caret steps over a replacement as over one letter; a mark over text as it came lets it in. */
function atomic(set: DecorationSet): DecorationSet {
  const known = replacing.get(set)
  if (known) return known
  const found = set.update({
    filter: (from, to, value) => to > from && value.point,
  })
  replacing.set(set, found)
  return found
}

export const inkExtension: Extension = [lineJoins, inSight]
