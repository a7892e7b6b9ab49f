// What is not an article still gets an answer, and what is wrong with the options is said in words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadModule } from './module.mjs'
import { articles, encode } from './texts.mjs'

const module = await loadModule()
const analyze = (bytes, options = '{}') => JSON.parse(module.analyze(bytes, options)).value
const findings = (bytes) => analyze(bytes).findings.map(({ kind }) => kind)

test('empty input', () => {
  const { source, clean, changes, paragraphs, sentences } = analyze(new Uint8Array())
  assert.deepEqual(
    { source, clean, changes, paragraphs, sentences },
    {
      source: '',
      clean: '',
      changes: [],
      paragraphs: [],
      sentences: [],
    },
  )
})

test('every single byte', () => {
  for (let byte = 0; byte < 256; ++byte) {
    // Left to itself the decoder may take another encoding than UTF-8, but one byte stays one character.
    assert.equal(analyze(new Uint8Array([byte])).source.length, 1)
    const { source } = analyze(new Uint8Array([byte]), '{"encoding":"utf-8"}')
    assert.equal(source, byte < 128 ? String.fromCharCode(byte) : '\ufffd', `byte ${byte}`)
  }
})

test('a NUL byte ends nothing', () => {
  const { source, clean } = analyze(encode('before\0after'))
  assert.equal(source, 'before\0after')
  assert.match(clean, /^before\0?after$/)
})

test('a byte that is no UTF-8 is a finding with its place', () => {
  const { source, findings } = analyze(new Uint8Array([0x61, 0xff, 0x62]), '{"encoding":"utf-8"}')
  assert.equal(source, 'a\ufffdb')
  assert.equal(findings.length, 1)
  assert.equal(findings[0].kind, 'undecodable_byte')
  assert.equal(findings[0].byte, 1)
  assert.equal(source.slice(...findings[0].source), '\ufffd')
})

test('a lone surrogate written as bytes', () => {
  const { source } = analyze(new Uint8Array([0xed, 0xa0, 0x80, 0x41]), '{"encoding":"utf-8"}')
  assert.ok(source.isWellFormed?.() ?? true)
  assert.match(source, /^\ufffd+A$/)
})

test('a PDF and a PNG are told by their names', () => {
  assert.deepEqual(findings(encode('%PDF-1.7\n1 0 obj')).slice(0, 1), ['not_text'])
  assert.match(analyze(encode('%PDF-1.7\n')).findings[0].why, /not text.*%PDF/)
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  assert.ok(findings(png).includes('not_text'))
})

test('ten million of one character', () => {
  for (const character of ['a', ' ', ',', '\n'])
    assert.equal(
      analyze(encode(character.repeat(1e7))).source.length,
      1e7,
      JSON.stringify(character),
    )
})

test('the module still works after all that', () => {
  assert.equal(analyze(encode('It â€™ s')).source, 'It â€™ s')
})

for (const [options, words] of [
  ['', undefined], // no options at all are the usual ones
  ['{', /options must be a JSON object/],
  ['[]', /options must be a JSON object/],
  ['null', /options must be a JSON object/],
  ['{"colour":"red"}', /"colour"/],
  ['{"offsets":"parsec"}', /"parsec".*utf16, codepoint, byte/],
  ['{"offsets":7}', /"offsets" must be a string/],
  ['{"encoding":"klingon"}', /"klingon"/],
  ['{"reject":"mojibake"}', /"reject" must be an array/],
  ['{"reject":["no_such_kind"]}', /"no_such_kind"/],
  ['{"reject":[1]}', /"reject" must be an array of kinds/],
])
  test(`options ${options || 'left empty'}`, () => {
    const answer = JSON.parse(module.analyze(encode('a text'), options))
    if (words === undefined) {
      assert.equal(answer.value.source, 'a text')
    } else {
      assert.deepEqual(Object.keys(answer), ['error'])
      assert.match(answer.error, words)
    }
  })

test('options reach the core', () => {
  const text = encode('😀 ,')
  assert.deepEqual(analyze(text).changes[0].source, [2, 3])
  assert.deepEqual(analyze(text, '{"offsets":"codepoint"}').changes[0].source, [1, 2])
  assert.deepEqual(analyze(text, '{"offsets":"byte"}').changes[0].source, [4, 5])
  const damaged = articles.find(({ name }) => name.endsWith('damaged.txt')).bytes
  const { repairs, restorations } = JSON.parse(module.catalog()).value
  const kinds = [...repairs, ...restorations].map(({ name }) => name)
  assert.deepEqual(analyze(damaged, JSON.stringify({ reject: kinds })).changes, [])
})
