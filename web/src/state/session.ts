// The text and its decisions survive a reload of the tab, and nothing more: sessionStorage dies with
// the tab and leaves the machine with it.
import { Transaction } from '@codemirror/state'
import type { LexiconLine } from '../core/protocol'
import { articleText } from './article'
import { Decision, decide, decisions } from './decisions'
import { lexicon, setLexicon } from './lexicon'
import type { Article, Lens, OtherText, State } from './store'

const slot = 'palimpsest'

interface Saved {
  readonly version: 1
  readonly text: string
  readonly lens: Lens
  readonly other?: OtherText
  readonly names?: readonly LexiconLine[]
  readonly decisions: readonly [number, number, Decision['verdict'], string, string, string?][]
}

/** Returns false when the text is too long to be kept. */
export function save(state: State, storage: Storage = sessionStorage): boolean {
  const kept: Saved['decisions'][number][] = []
  for (const c = state.article.field(decisions).iter(); c.value; c.next()) {
    const { verdict, kind, before, chosen } = c.value
    kept.push([
      c.from,
      c.to,
      verdict,
      kind,
      before,
      ...(chosen === undefined ? [] : [chosen]),
    ] as Saved['decisions'][number])
  }
  const saved: Saved = {
    version: 1,
    text: articleText(state.article),
    lens: state.lens,
    other: state.other,
    names: state.article.field(lexicon),
    decisions: kept,
  }
  try {
    storage.setItem(slot, JSON.stringify(saved))
    return true
  } catch {
    // Full, or forbidden: an old text must not come back in place of this one.
    try {
      storage.removeItem(slot)
    } catch {}
    return false
  }
}

/** A saved text of an earlier page has no other text. */
function withOther(saved: Saved): Saved {
  const { other, ...rest } = saved
  return typeof other?.text === 'string' && typeof other.name === 'string' ? saved : rest
}

export function load(storage: Storage = sessionStorage): Saved | null {
  try {
    const saved = JSON.parse(storage.getItem(slot) ?? 'null') as Saved | null
    return saved?.version === 1 && typeof saved.text === 'string' ? withOther(saved) : null
  } catch {
    return null
  }
}

/** What was decided before the reload; the text is there already. */
export function restoreDecisions(article: Article, saved: Saved): void {
  if (Array.isArray(saved.names) && saved.names.length > 0)
    article.dispatch({
      annotations: Transaction.addToHistory.of(false),
      effects: setLexicon.of(saved.names),
    })
  const valid = saved.decisions.filter(([from, to]) => to <= article.state.doc.length && from <= to)
  if (valid.length === 0) return
  article.dispatch({
    annotations: Transaction.addToHistory.of(false),
    effects: decide.of(
      valid.map(([from, to, verdict, kind, before, chosen]) => ({
        from,
        to,
        kind,
        decision: new Decision(verdict, kind, before, chosen, from === to),
      })),
    ),
  })
}
