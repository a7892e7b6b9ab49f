// The core in two halves: what the first half is asked for before the second is there needs nothing of it, and
// together they are the whole module.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadFirst, loadModels, loadModule } from './module.mjs'
import { articles, caseFiles, encode, randomBytes } from './texts.mjs'

const whole = await loadModule()
const catalog = JSON.parse(whole.catalog()).value
const bytes = [
  ...caseFiles.flatMap(({ texts }) => texts.map(encode)),
  ...articles.map((article) => article.bytes),
  ...Array.from({ length: 50 }, (_, seed) => randomBytes(seed)),
]
const [damaged, report, version] = articles.map((article) => article.bytes)

const restoredByVersion = JSON.stringify({
  fields: ['repair', 'restore'],
  version: new TextDecoder().decode(version),
})

/** What the page asks for before it has a model. */
const repairs = ['auto', 'text', 'html'].map((format) => JSON.stringify({ format, fields: ['repair'] }))

test('the first half alone answers what a page begins with', async () => {
  const { core } = await loadFirst()
  assert.equal(core.catalog(), whole.catalog())
  for (const options of repairs)
    for (const text of bytes) assert.equal(core.analyze(text, options), whole.analyze(text, options))
  const options = JSON.stringify({ fields: ['repair'], decisions: [] })
  assert.equal(core.analyze(damaged, options), whole.analyze(damaged, options))
  for (const format of ['json', 'webannotation']) {
    const exported = whole.export_document(damaged, format, '{}')
    assert.equal(core.read_record(exported), whole.read_record(exported))
  }
  // What is wrong is said in the same words.
  for (const wrong of ['nonsense', '{"fields":["nope"]}', '{"format":1}', '{"lexicon":[{}]}'])
    assert.equal(core.analyze(damaged, wrong), whole.analyze(damaged, wrong))
})

/** Each call that needs the second half. */
const laterCalls = {
  'names': (core) => core.analyze(damaged, '{"fields":["repair","entities"]}'),
  'quotations': (core) => core.analyze(damaged, '{"fields":["repair","entities","quotes"]}'),
  'restoration': (core) => core.analyze(damaged, restoredByVersion),
  'a model': (core) => core.load_model(new Uint8Array(100)),
  'an export': (core) => core.export_document(damaged, 'html', '{}'),
  'a comparison': (core) => core.compare(version, damaged, '{}'),
  'numbers of a comparison': (core) => core.compare_spans(version, damaged, '{}'),
  'an exported comparison': (core) => core.export_comparison(version, damaged, 'html', '{}'),
}

for (const [name, call] of Object.entries(laterCalls))
  test(`${name} without the second half is refused`, async () => {
    const { core } = await loadFirst()
    assert.throws(() => call(core), { name: 'Incomplete' })
  })

test('both halves answer as the whole module', async () => {
  const { core, complete } = await loadFirst()
  core.analyze(damaged, repairs[0])
  await complete()
  await complete() // changes nothing
  await loadModels(core)
  const assertSame = (ask) => assert.deepEqual(ask(core), ask(whole))
  assertSame((module) => module.catalog())
  for (const text of bytes) assertSame((module) => module.analyze(text, '{}'))
  for (const [i, text] of bytes.entries()) {
    const next = bytes[(i + 1) % bytes.length]
    assertSame((module) => module.compare(text, next, '{}'))
    assertSame((module) => module.compare_spans(text, next, '{}'))
  }
  for (const { name } of catalog.document_formats)
    assertSame((module) => module.export_document(damaged, name, '{}'))
  for (const { name } of catalog.comparison_formats)
    assertSame((module) => module.export_comparison(version, damaged, name, '{}'))
  for (const { name } of catalog.report_formats)
    assertSame((module) => module.export_comparison(version, report, name, '{"mode":"reports"}'))
  assertSame((module) => module.analyze(damaged, restoredByVersion))
  assertSame((module) => module.load_model(new Uint8Array(100)))
})
