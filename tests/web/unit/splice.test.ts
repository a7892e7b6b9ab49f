import { describe, expect, it } from 'vitest'
import { beginning, lettersAround, moveSpans, splice } from '../../../web/src/state/splice'

describe('splice', () => {
  it.each([
    // text, replacements as [from, to, text], result
    ['office , with', [[6, 7, '']], 'office, with'],
    ['a b', [[1, 1, ' and']], 'a and b'],
    ['abc', [], 'abc'],
    [
      'â€™s 4 , 000',
      [
        [0, 3, '’'],
        [6, 9, ','],
      ],
      '’s 4,000',
    ],
  ] as [string, [number, number, string][], string][])('%j with %j is %j', (text, list, result) => {
    const replacements = list.map(([from, to, t]) => ({ span: [from, to] as const, text: t }))
    expect(splice(text, replacements)).toBe(result)
  })
})

describe('moving spans', () => {
  it('follows the texts that were put in', () => {
    const replacements = [
      { span: [2, 4] as const, text: '' },
      { span: [6, 6] as const, text: 'xyz' },
    ]
    const text = 'ab__cdef'
    const moved = splice(text, replacements)
    expect(moved).toBe('abcdxyzef')
    const spans = moveSpans(
      [
        [0, 2],
        [4, 6],
        [6, 8],
      ],
      replacements,
    )
    expect(spans.map((s) => moved.slice(...s))).toEqual(['ab', 'cdxyz', 'ef'])
  })

  it('puts a place inside a replaced stretch before it', () => {
    expect(moveSpans([[3, 3]], [{ span: [2, 5], text: 'long text' }])).toEqual([[2, 2]])
  })
})

describe('showing a few letters', () => {
  it('ends at blanks', () => {
    expect(lettersAround('took office , with', [11, 12])).toEqual(['office', ','])
  })

  it('cuts no character in two', () => {
    const text = '😀😀😀 , 😀'
    for (let reach = 0; reach < 8; reach++)
      for (const side of lettersAround(text, [6, 7], reach))
        expect(side.replaceAll('\ufffd', '').isWellFormed()).toBe(true)
    for (let limit = 0; limit < text.length; limit++)
      expect(beginning(text, limit).isWellFormed()).toBe(true)
  })
})
