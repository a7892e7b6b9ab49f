// How a repair is drawn over the text: a replacement where one stands, a mark where one is proposed or
// was put back. The text itself is untouched.
import type { EditorState, Range } from '@codemirror/state'
import { Decoration, WidgetType } from '@codemirror/view'
import type { Change } from '../core/protocol'
import { type Analysis, changesOf, placeOf, standing } from '../state/analysis'
import { plainText, shownBreaks } from '../state/breaks'
import { isLineEnd, isSure } from '../state/notes'
import { words } from '../state/words'

/** Repairs closer than this would print their numbers over each other. */
const beside = 3

/** How a mark is drawn: its classes say what it is, and the style sheet gives each its line. */
function classOf(state: EditorState, now: Analysis, change: Change): string {
  const decision = now.verdicts.get(change.id)
  const changes = changesOf(state)
  const isNear = (a: Change | undefined, b: Change | undefined) =>
    a !== undefined && b !== undefined && b.source[0] - a.source[1] < beside
  const classes = ['repair', decision ? decision.verdict : isSure(change) ? 'sure' : 'open']
  if (now.current === change.id) classes.push('current')
  const afterOne = isNear(changes[change.id - 1], change)
  if (afterOne && isNear(changes[change.id - 2], changes[change.id - 1])) classes.push('third')
  else if (afterOne) classes.push('second')
  else if (isNear(change, changes[change.id + 1])) classes.push('first')
  return classes.join(' ')
}

function hidden(text: string): HTMLElement {
  const span = document.createElement('span')
  span.className = 'spoken'
  span.textContent = text
  return span
}

/** What stands in the place of the damage. */
class Replacement extends WidgetType {
  constructor(
    readonly change: Change,
    readonly text: string,
    readonly classes: string,
  ) {
    super()
  }
  override eq(other: Replacement): boolean {
    return (
      this.change.id === other.change.id &&
      this.change.before === other.change.before &&
      this.text === other.text &&
      this.classes === other.classes
    )
  }
  toDOM(): HTMLElement {
    const ins = document.createElement('ins')
    // A blank or nothing has no letters to underline: it gets a tick at its place.
    ins.className = this.text.trim() === '' ? `${this.classes} seam` : this.classes
    ins.dataset.number = String(this.change.id + 1)
    ins.append(this.text)
    ins.append(hidden(words.markLabel(this.change.id + 1, this.text, this.change.before)))
    return ins
  }
  override ignoreEvent(): boolean {
    return false
  }
}

/** The number after a stretch of text that stands as it came. */
class Sign extends WidgetType {
  constructor(
    readonly change: Change,
    readonly classes: string,
    readonly label: string,
  ) {
    super()
  }
  override eq(other: Sign): boolean {
    return (
      this.change.id === other.change.id &&
      this.classes === other.classes &&
      this.label === other.label
    )
  }
  toDOM(): HTMLElement {
    const sign = document.createElement('span')
    sign.className = `${this.classes} sign`
    sign.dataset.number = String(this.change.id + 1)
    sign.append(hidden(this.label))
    return sign
  }
  override ignoreEvent(): boolean {
    return false
  }
}

/** Breaks shown for blanks stay: a replacement that spans one is drawn on both sides of it. */
function pieces(state: EditorState, from: number, to: number): [number, number][] {
  const found: [number, number][] = []
  let done = from
  state.field(shownBreaks).between(from, to, (at, end) => {
    if (at < from || end > to) return
    found.push([done, at])
    done = end
  })
  found.push([done, to])
  return found
}

export function drawChange(state: EditorState, now: Analysis, change: Change): Range<Decoration>[] {
  if (now.covered.has(change.id)) return []
  const [from, to] = placeOf(state, change)
  // What it was about is gone, and the next answer is on its way.
  if (from === to && change.source[0] < change.source[1]) return []
  const decision = now.verdicts.get(change.id)
  // A mark on every line of a file from Windows would say nothing.
  if (isLineEnd(change) && isSure(change) && !decision && now.current !== change.id) return []
  const classes = classOf(state, now, change)
  const text = standing(change, decision)
  const asItCame = text === change.before || now.original
  if (asItCame) {
    const label = decision
      ? words.markBack(change.id + 1, change.after)
      : words.markGuess(change.id + 1, change.before, change.after)
    if (to === from) {
      const sign = new Sign(change, `${classes} seam`, label)
      return [Decoration.widget({ widget: sign, side: -1 }).range(to)]
    }
    const sign = new Sign(change, classes, label)
    const mark = Decoration.mark({ tagName: 'mark', class: classes })
    // Before a shown break, so that the number stays with its line.
    const end = pieces(state, from, to).find(([a, b]) => b > a)?.[1] ?? to
    return [mark.range(from, to), Decoration.widget({ widget: sign, side: -1 }).range(end)]
  }
  // What was typed inside of it must be seen, until the next answer says what becomes of it.
  if (!now.since.empty && plainText(state, from, to) !== change.before) return []
  const held = holdTogether(state, from, to, text)
  if (from === to) {
    const widget = new Replacement(change, text, classes)
    return [...held, Decoration.widget({ widget, side: 1 }).range(from)]
  }
  const parts = pieces(state, from, to)
  // The line break already stands for the blank that the repair leaves.
  const shown = parts.length > 1 ? text.replace(/^\s+|\s+$/g, '') : text
  const first = parts.findIndex(([a, b]) => b > a)
  const drawn = parts.flatMap(([a, b], i) => {
    if (i !== Math.max(first, 0)) return b > a ? [Decoration.replace({}).range(a, b)] : []
    const widget = new Replacement(change, shown, classes)
    return b > a
      ? [Decoration.replace({ widget }).range(a, b)]
      : [Decoration.widget({ widget, side: -1 }).range(a)]
  })
  return [...held, ...drawn]
}

/**
 * To a browser a replacement is a picture, and a line may break on either side of one: "office" here
 * and its comma there. Where the letters on both sides touch, they are held together.
 */
function holdTogether(
  state: EditorState,
  from: number,
  to: number,
  text: string,
): Range<Decoration>[] {
  const touches = /^\S\S$/.test(state.sliceDoc(from - 1, from) + state.sliceDoc(to, to + 1))
  if (from === 0 || !touches || /\s/.test(text)) return []
  return [Decoration.mark({ class: 'held' }).range(from - 1, to + 1)]
}
