// The laws that can be seen from outside, on the module's JSON alone and with JavaScript's own strings.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadModule } from './module.mjs'
import { articles, caseFiles, encode, randomBytes } from './texts.mjs'

const module = await loadModule()
const analyze = (bytes) => JSON.parse(module.analyze(bytes, '{}')).value

/** An edge never lies within a surrogate pair. */
const isBoundary = (text, at) =>
  !/^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(at - 1, 0), at + 1))

function assertSpan(text, [begin, end]) {
  assert.ok(
    0 <= begin && begin <= end && end <= text.length,
    `[${begin},${end}] in a text of ${text.length}`,
  )
  if (begin > 0) assert.ok(isBoundary(text, begin), `${begin} cuts a character`)
  if (end < text.length) assert.ok(isBoundary(text, end), `${end} cuts a character`)
}

const isApplied = (change) => change.safety !== 'suggestion'

function assertLaws(bytes) {
  const answer = module.analyze(bytes, '{}')
  assert.equal(module.analyze(bytes, '{}'), answer, 'law 6: the same input gives the same bytes')
  const { source, clean, changes, paragraphs, sentences } = JSON.parse(answer).value

  let rebuilt = ''
  let sourceAt = 0
  for (const [at, change] of changes.entries()) {
    assert.equal(change.id, at)
    assertSpan(source, change.source)
    assertSpan(clean, change.clean)
    assert.equal(source.slice(...change.source), change.before, 'law 7')
    if (!isApplied(change)) continue
    assert.equal(clean.slice(...change.clean), change.after, 'law 7')
    assert.ok(change.source[0] >= sourceAt, 'changes are in order and do not overlap')
    rebuilt += source.slice(sourceAt, change.source[0])
    assert.equal(rebuilt.length, change.clean[0], 'law 3')
    rebuilt += change.after
    sourceAt = change.source[1]
  }
  assert.equal(rebuilt + source.slice(sourceAt), clean, 'law 3')

  for (const span of [...paragraphs, ...sentences]) assertSpan(clean, span)
  for (const spans of [paragraphs, sentences])
    for (let i = 1; i < spans.length; ++i)
      assert.ok(spans[i - 1][1] <= spans[i][0], 'passages are in order')

  // A text that arrives by paste is Unicode already, so nothing is guessed about it.
  const again = JSON.parse(module.analyze(encode(clean), '{"encoding":"utf-8"}')).value
  assert.deepEqual(again.changes.filter(isApplied), [], 'law 5')
  assert.equal(again.clean, clean, 'law 5')
}

for (const { name, texts } of caseFiles)
  test(name, () => {
    for (const text of texts)
      try {
        assertLaws(encode(text))
      } catch (error) {
        error.message += `\nfor ${JSON.stringify(text)}`
        throw error
      }
  })

for (const { name, bytes } of articles) test(name, () => assertLaws(bytes))

test('the damaged article has something to repair', () => {
  const damaged = articles.find(({ name }) => name.endsWith('damaged.txt'))
  assert.ok(analyze(damaged.bytes).changes.length > 0)
})

test('random bytes', () => {
  for (let seed = 1; seed <= 500; ++seed) {
    const bytes = randomBytes(seed)
    try {
      assertLaws(bytes)
    } catch (error) {
      error.message += `\nseed ${seed}, bytes ${bytes}`
      throw error
    }
  }
})

test('every span of a comparison of reports is the text beside it', () => {
  const [, report, version] = articles.map(({ bytes }) => bytes)
  const options = '{"mode":"reports"}'
  const { texts, sentences, facts, borrowed, voices } = JSON.parse(
    module.compare(version, report, options),
  ).value
  for (const side of ['a', 'b']) {
    const text = texts[side]
    for (const item of [...facts.both, ...facts.onlyA, ...facts.onlyB, ...facts.conflicts, ...borrowed])
      if (item[side]) {
        assertSpan(text, item[side].span)
        assert.equal(text.slice(...item[side].span), item[side].text, 'law 7')
      }
    for (const link of sentences) if (link[side]) assertSpan(text, link[side])
    for (const voice of voices) for (const span of voice[side].quotes) assertSpan(text, span)
  }
  assert.ok(facts.both.length > 5 && facts.onlyA.length > 5 && facts.onlyB.length > 5)
})
