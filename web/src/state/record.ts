// What the reader has done with a text, as the core, a file, a link and the session write it down:
// the text as it came, the decisions about its repairs and the lines about names.
import type { StateEffect } from '@codemirror/state'
import type { DecisionLine, Record } from '../core/protocol'
import { articleText } from './article'
import { type Deciding, Decision, decide, decisions } from './decisions'
import { lexicon, setLexicon } from './lexicon'
import type { State } from './store'

export function recordOf({ article }: Pick<State, 'article'>): Record {
  const lines: DecisionLine[] = []
  for (const c = article.field(decisions).iter(); c.value; c.next()) {
    const { verdict, kind, before, chosen } = c.value
    const line = { source: [c.from, c.to] as const, kind, verdict, before }
    lines.push(chosen === undefined ? line : { ...line, chosen })
  }
  return { source: articleText(article), decisions: lines, lexicon: article.field(lexicon) }
}

/** To go with the text itself. What does not lie in the text is left out. */
export function recordEffects(record: Record): StateEffect<unknown>[] {
  const length = record.source.length
  const valid = record.decisions.filter(
    ({ source: [from, to] }) => from >= 0 && from <= to && to <= length,
  )
  const deciding = valid.map(
    ({ source: [from, to], verdict, kind, before, chosen }): Deciding => ({
      from,
      to,
      kind,
      decision: new Decision(verdict, kind, before, chosen, from === to),
    }),
  )
  return [decide.of(deciding), setLexicon.of(record.lexicon)]
}
