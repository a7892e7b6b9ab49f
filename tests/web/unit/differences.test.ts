// Differences: the way back to the article, what is shown, and rows that hold both texts.
import { undo } from '@codemirror/commands'
import { describe, expect, it } from 'vitest'
import type { Catalog, Hunk } from '../../../web/src/core/protocol'
import { replacements, resultText, setAnswer } from '../../../web/src/state/analysis'
import type { Comparer } from '../../../web/src/state/comparer'
import { createDifferenceActions, takingEdits } from '../../../web/src/state/difference_actions'
import {
  type Compared,
  countDifferences,
  keptHunks,
  noDiffer,
  shownHunks,
} from '../../../web/src/state/differences'
import { rowsOf } from '../../../web/src/state/rows'
import { reachBack, splice } from '../../../web/src/state/splice'
import { firstState, type State } from '../../../web/src/state/store'
import { bareArticle, drawn } from './bare_article'
import { createRandom } from './random'

/** Differences drawn in the text: "the ⟦old→new⟧ word", ⟦name:old→new⟧ has a cause. */
function differing(text: string): { a: string; b: string; hunks: Hunk[] } {
  const hunks: Hunk[] = []
  let a = ''
  let b = ''
  let done = 0
  for (const match of text.matchAll(/⟦(?:(\w+):)?([^→⟧]*)→([^⟧]*)⟧/g)) {
    const kept = text.slice(done, match.index)
    done = match.index + match[0].length
    a += kept
    b += kept
    const [, cause = 'number', before = '', after = ''] = match
    hunks.push({
      id: hunks.length,
      op: before === '' ? 'insert' : after === '' ? 'delete' : 'replace',
      a: [a.length, a.length + before.length],
      b: [b.length, b.length + after.length],
      before,
      after,
      cause,
      causes: [cause],
      group: cause === 'blanks' ? 'damage' : 'meaning',
      why: 'as drawn',
    })
    a += before
    b += after
  }
  return { a: a + text.slice(done), b: b + text.slice(done), hunks }
}

const comparisonOf = (hunks: readonly Hunk[]) => ({
  schema: 'palimpsest/comparison@1',
  offsets: 'utf16',
  similarity: 0.9,
  precision: 'full' as const,
  summary: { verdict: null },
  hunks,
})

const catalog: Catalog = {
  groups: [],
  repairs: [],
  cause_groups: [
    { name: 'meaning', title: 'Meaning' },
    { name: 'damage', title: 'Damage' },
  ],
  causes: [
    { name: 'number', group: 'meaning', title: 'Another number' },
    { name: 'place', group: 'meaning', title: 'Another place' },
    { name: 'blanks', group: 'damage', title: 'Other blanks' },
  ],
}

/** The article with its repairs drawn in it, compared with another text. */
function page(article: string, text: string) {
  const document = drawn(article)
  const bare = bareArticle(document.source)
  bare.dispatch({ effects: setAnswer.of({ answer: { document, words: 0, took: 0 } }) })
  const { a, b, hunks } = differing(text)
  expect(resultText(bare.state)).toBe(a)
  const compared: Compared = {
    comparison: comparisonOf(hunks),
    a,
    b,
    took: 0,
    doc: bare.state.doc,
    replacements: replacements(bare.state),
  }
  let extra: State = { ...firstState(bare.state), compared, catalog, other: { text: b, name: '' } }
  const store = {
    get: () => ({ ...extra, article: bare.state }),
    set: (change: Partial<State>) => {
      extra = { ...extra, ...change }
    },
  }
  const comparer: Comparer = { check() {}, stop() {}, isFresh: () => true }
  return { bare, store, hunks, compared, actions: createDifferenceActions(store, bare, comparer) }
}

describe('the way back from a spliced text', () => {
  it('changes there what was changed here, whatever was replaced (1,000 random texts)', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const { below } = createRandom(seed)
      const letters = (n: number) => Array.from({ length: n }, () => 'abcdefgh'[below(8)]).join('')
      const source = letters(12)
      const list: { span: readonly [number, number]; text: string }[] = []
      for (let at = 0; at < source.length; ) {
        const from = at + below(5)
        const to = from + below(3)
        if (to > source.length) break
        list.push({ span: [from, to], text: letters(below(4)).toUpperCase() })
        at = to + 1
      }
      const result = splice(source, list)
      const from = below(result.length + 1)
      const to = from + below(result.length - from + 1)
      const { span, wide } = reachBack(list)([from, to])
      const text = `${result.slice(wide[0], from)}+${result.slice(to, wide[1])}`
      let shift = 0
      const placed = list.map((r) => {
        const start = r.span[0] + shift
        shift += r.text.length - (r.span[1] - r.span[0])
        return { ...r, start, end: start + r.text.length }
      })
      const before = placed.filter((r) => r.span[1] <= span[0] && r.end <= wide[0])
      const rest = placed.filter((r) => !before.includes(r))
      const after = rest.filter((r) => r.span[0] >= span[1] && r.start >= wide[1])
      const got = splice(source, [...before, { span, text }, ...after])
      expect(got, `seed ${seed}`).toBe(`${result.slice(0, from)}+${result.slice(to)}`)
    }
  })
})

describe('taking the other text’s words', () => {
  it.each([
    // article with its repairs, text with its differences, article after all are taken
    ['sent 400 men', 'sent ⟦400→4,000⟧ men', 'sent 4,000 men'],
    ['office⟦ →⟧, with', 'office⟦,→;⟧ with', 'office ; with'],
    ['the yearâ⟦€™→’⟧s end', 'the yearâ⟦’s→ is⟧ end', 'the yearâ is end'],
    ['“⟦a b→a⟧” c', '“⟦a→x⟧”⟦→!⟧ c', '“x”! c'],
    ['⟦4 , 000→4,000⟧ men', '⟦4→5⟧,⟦000→100⟧ men', '5,100 men'],
    ['one two', 'one⟦→ more⟧ two', 'one more two'],
  ])('%j against %j becomes %j, and undo brings all back', (article, text, after) => {
    const { bare, hunks, compared } = page(article, text)
    const before = bare.state.doc.toString()
    bare.dispatch({ changes: takingEdits(compared, hunks), userEvent: 'input.take' })
    expect(bare.state.doc.toString()).toBe(after)
    undo(bare)
    expect(bare.state.doc.toString()).toBe(before)
  })

  it('takes all of one cause in one step, and only what is shown', () => {
    const { bare, hunks, actions } = page('a b c d', '⟦a→1⟧ ⟦place:b→2⟧ ⟦c→3⟧ d')
    actions.takeCause(hunks[0] as Hunk)
    expect(bare.state.doc.toString()).toBe('1 b 3 d')
    undo(bare)
    expect(bare.state.doc.toString()).toBe('a b c d')
    actions.query('cause:number c')
    actions.takeCause(hunks[0] as Hunk)
    expect(bare.state.doc.toString()).toBe('a b 3 d')
  })
})

describe('leaving one’s own', () => {
  it('is a decision that undo takes back', () => {
    const { bare, store, hunks, actions } = page('office⟦ →⟧, a b', 'office, ⟦a→x⟧ ⟦b→⟧')
    actions.keep(hunks[0] as Hunk)
    expect([...keptHunks(store.get())]).toEqual([0])
    actions.keepCause(hunks[1] as Hunk)
    expect([...keptHunks(store.get())]).toEqual([0, 1])
    undo(bare)
    undo(bare)
    expect([...keptHunks(store.get())]).toEqual([])
  })
})

describe('what is shown', () => {
  const text = '⟦400→500⟧ men in ⟦place:Rome→Paris⟧ ⟦blanks:  → ⟧today'
  const shown = (change: Partial<State['differ']>) => {
    const { store, actions } = page('400 men in Rome   today', text)
    store.set({ differ: { ...noDiffer, ...change } })
    return { store, actions, causes: shownHunks(store.get()).map((h) => h.cause) }
  }
  it.each([
    ['', ['number', 'place']],
    ['cause:place', ['place']],
    ['cause:"another number"', ['number']],
    ['group:meaning', ['number', 'place']],
    ['cause:blanks', ['blanks']],
    ['Paris', ['place']],
    ['cause:number Paris', []],
  ])('the query %j shows %j', (query, causes) => {
    expect(shown({ query }).causes).toEqual(causes)
  })
  it('hides and shows a group, and counts what is hidden too', () => {
    const { store, actions } = shown({})
    expect(countDifferences(store.get()).groups.map((g) => g.n)).toEqual([2, 1])
    actions.showGroup('damage', true)
    actions.showGroup('meaning', false)
    expect(shownHunks(store.get()).map((h) => h.cause)).toEqual(['blanks'])
  })
  it('goes on to the next that is not decided, and round', () => {
    const { store, actions } = shown({ current: 1 })
    expect(actions.goOn()?.id).toBe(0)
    actions.keep(shownHunks(store.get())[0] as Hunk)
    expect(actions.go(1)?.id).toBe(1)
    expect(actions.go(-1)?.id).toBe(0)
    expect(actions.goOn()?.id).toBe(1)
  })
})

describe('rows', () => {
  const rows = (text: string, hunks?: Hunk[]) => {
    const drawnText = differing(text)
    const compared = { ...drawnText, comparison: comparisonOf(hunks ?? drawnText.hunks) } as unknown
    const { a, b } = drawnText
    return rowsOf(compared as Compared).map(({ pieces }) =>
      pieces.map((p) => `${a.slice(...p.a)}|${b.slice(...p.b)}`),
    )
  }
  it('break where a paragraph ends, in lines or by blanks', () => {
    expect(rows('One.\n\nTwo ⟦a→b⟧.  Three.')).toEqual([
      ['One.|One.'],
      ['Two |Two ', 'a|b', '.|.'],
      ['Three.|Three.'],
    ])
  })
  it('break with a break that only one text has', () => {
    expect(rows('One.⟦blanks:\n\n→  ⟧Two.')).toEqual([['One.|One.', '\n\n|  '], ['Two.|Two.']])
  })
  it('break a text of one line at ends of sentences', () => {
    const sentence = `Some ${'word '.repeat(40)}end. `
    const all = rows(`${sentence.repeat(20)}⟦x→y⟧`)
    expect(all.length).toBeGreaterThan(4)
    expect(all.every((row) => row.join('').length < 2 * 1000)).toBe(true)
  })
  it('hold every letter of both texts but the blanks between rows', () => {
    const text = 'A ⟦b→c⟧ d.\n\n⟦→New here.\n⟧E ⟦f  g→h⟧.  ⟦I.→⟧ J'
    const { a, b } = differing(text)
    const letters = (t: string) => t.replace(/\s+/g, '')
    const flat = rows(text).flat()
    expect(letters(flat.map((p) => p.split('|')[0]).join(''))).toBe(letters(a))
    expect(letters(flat.map((p) => p.split('|')[1]).join(''))).toBe(letters(b))
  })
})
