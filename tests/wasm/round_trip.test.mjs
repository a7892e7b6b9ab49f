// What is exported as our JSON or as a W3C page comes back exactly: 1,000 random texts with emoji, line
// ends of all kinds, combining marks, right-to-left letters and byte-order marks, with random decisions.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadModule } from './module.mjs'

const pieces = [
  ...['The mayor', 'said', '4,000', 'Zoë', 'Angela Merkel', 'â€™', ' ,', ' .', '  ', '“ ', ' ”'],
  ...['\r\n', '\r', '\n', '\n\n', '\u2028', '\t', '🙂', '👩‍👩‍👧', '🇺🇸', 'e\u0301', 'a\u0308\u0323'],
  ...['שלום', 'مرحبا', '漢字', '\ufeff', '\u2060', '\u00a0', '\u00ad', '[ … ]', '"', "'", '<b>', '&amp;'],
]

/** mulberry32 */
function createRandom(seed) {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

test('1,000 random texts with decisions are exported and read back without an error', async () => {
  const core = await loadModule()
  // As the worker of the page does it: decoding takes one mark away.
  const bytesOf = (text) => new TextEncoder().encode(text.replace(/^\ufeff/, '\ufeff\ufeff'))
  const typed = { format: 'text', encoding: 'utf-8' }
  let decided = 0
  for (let seed = 1; seed <= 1000; seed++) {
    const random = createRandom(seed)
    const words = Array.from({ length: 5 + random(40) }, () => pieces[random(pieces.length)])
    const source = words.join(random(2) ? ' ' : '')
    const options = JSON.stringify({ ...typed, fields: ['repair'] })
    const { value } = JSON.parse(core.analyze(bytesOf(source), options))
    assert.equal(value.source, source, `seed ${seed}`)
    const decisions = value.changes
      .filter(() => random(2))
      .map(({ source: place, kind, before }) => ({
        source: place,
        kind,
        verdict: random(2) ? 'kept' : 'back',
        before,
        ...(random(4) === 0 && { chosen: `🙂${random(100)}` }),
      }))
    decided += decisions.length
    const lexicon = random(2) ? [{ text: 'Zoë', kind: 'person', same_as: 'שלום' }] : []
    for (const format of ['json', 'webannotation']) {
      const asked = JSON.stringify({ ...typed, fields: ['repair'], decisions, lexicon })
      const file = core.export_document(bytesOf(source), format, asked)
      assert.notEqual(typeof file, 'string', `seed ${seed}: ${file}`)
      const back = JSON.parse(core.read_record(file)).value
      assert.deepEqual(back, { source, decisions, lexicon }, `seed ${seed}, ${format}`)
    }
  }
  assert.ok(decided > 1000)
})
