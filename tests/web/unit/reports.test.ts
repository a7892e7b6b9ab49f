// Two reports in rows, and their facts in the order of the notes.
import { describe, expect, test } from 'vitest'
import type { Span } from '../../../web/src/core/protocol'
import type { Fact, LinkedSentences, Reports } from '../../../web/src/core/reports'
import { findingsOf, rowAt, rowsOf } from '../../../web/src/state/reports'

const link = (a: Span | null, b: Span | null, similarity = 0.5): LinkedSentences => ({
  a,
  b,
  similarity,
  why: 'both: x',
})
const fact = (why: string): Fact => ({ about: 'event', why })

const answer = (sentences: readonly LinkedSentences[]): Reports => ({
  mode: 'reports',
  similarity: 0.5,
  texts: { a: '', b: '' },
  sentences,
  facts: {
    both: [fact('both')],
    onlyA: [fact('a1'), fact('a2')],
    onlyB: [fact('b')],
    conflicts: [fact('no')],
  },
  voices: [],
  borrowed: [],
  framing: { verbs: [], order: { ofB: [], same: 1 } },
})

describe('rows', () => {
  test('every sentence of both texts stands in one row', () => {
    const rows = rowsOf(
      answer([
        link([0, 5], [10, 20], 0.4),
        link([0, 5], [20, 30], 0.6),
        link([6, 9], [20, 30], 0.3),
        link([10, 12], null),
        link(null, [0, 9]),
        link(null, [31, 40]),
      ]),
    )
    expect(rows).toEqual([
      { a: [], b: [[0, 9]] },
      {
        a: [[0, 5]],
        b: [
          [10, 20],
          [20, 30],
        ],
      },
      { a: [], b: [[31, 40]] },
      { a: [[6, 9]], b: [] },
      { a: [[10, 12]], b: [] },
    ])
  })
  test('nothing linked: one text, then the other', () => {
    expect(rowsOf(answer([link([0, 5], null), link(null, [0, 9])]))).toEqual([
      { a: [], b: [[0, 9]] },
      { a: [[0, 5]], b: [] },
    ])
  })
  test('no sentences at all', () => {
    expect(rowsOf(answer([]))).toEqual([])
  })
})

test('the row of a place', () => {
  const rows = rowsOf(answer([link([0, 5], [10, 20]), link([6, 9], null), link(null, [0, 9])]))
  expect(rows.map(({ a, b }) => [a[0]?.[0], b[0]?.[0]])).toEqual([
    [undefined, 0],
    [0, 10],
    [6, undefined],
  ])
  expect(rowAt(rows, 'a', [7, 8])).toBe(2)
  expect(rowAt(rows, 'b', [12, 14])).toBe(1)
  expect(rowAt(rows, 'b', [90, 91])).toBe(0)
})

test('contradictions come first, what both say comes last, and each knows its places', () => {
  const voice = { quotes: [[1, 2] as const, [3, 4] as const], share: 0.1, verbs: [] }
  const findings = findingsOf({
    ...answer([]),
    voices: [{ speaker: 'Ann', a: voice, b: { ...voice, quotes: [] } }],
  })
  expect(findings.map(({ fact, group }) => fact?.why ?? group)).toEqual([
    ...['no', 'a1', 'a2', 'b', 'voices', 'both'],
  ])
  expect(findings.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5])
  expect(findings[4]?.a.length).toBe(2)
  expect(findings[4]?.b).toEqual([])
})
