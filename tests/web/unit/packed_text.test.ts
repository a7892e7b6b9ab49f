// Bytes as text in an HTML file: nothing is lost, and nothing in it ends the element that it stands in.
import { describe, expect, it } from 'vitest'
import { packText, unpackText } from '../../../web/src/core/packed_text'

const random = (length: number, seed: number) => {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state >>> 24
  })
}

describe('bytes as text', () => {
  it('come back, whatever they are and however many', () => {
    for (let length = 0; length < 300; length++) {
      const bytes = random(length, length)
      expect([...unpackText(packText(bytes))]).toEqual([...bytes])
    }
    for (const byte of [0, 13, 60, 255, 127, 128])
      for (let length = 1; length < 40; length++) {
        const bytes = new Uint8Array(length).fill(byte)
        expect([...unpackText(packText(bytes))], `${length} times ${byte}`).toEqual([...bytes])
      }
  })

  it('have no letter that a parser of HTML would change or stop at', () => {
    const text = packText(random(200_000, 7))
    for (const refused of ['\0', '\r', '<']) expect(text).not.toContain(refused)
    expect(text.isWellFormed()).toBe(true)
  })

  it('take a seventh more room in UTF-8', () => {
    const text = packText(random(100_000, 3))
    const size = new TextEncoder().encode(text).length
    expect(size).toBeLessThan(114_400)
  })
})
