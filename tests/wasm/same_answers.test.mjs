// The module answers byte for byte what the command line answers: it is the same core, compiled twice.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { palimpsest } from './command_line.mjs'
import { loadModule } from './module.mjs'
import { articles, caseFiles, encode, randomBytes } from './texts.mjs'

const module = await loadModule()
const catalog = JSON.parse(module.catalog()).value

/** The document within {"value":{document}}, as printed. */
const documentIn = (answer) => answer.slice('{"value":'.length, -1)

/** Texts as one batch, so that a thousand cases cost one process. A JSON string is Unicode already, hence utf-8. */
function assertSameAnswers(texts, options, words) {
  const lines = texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join('')
  const answers = palimpsest(['batch', ...words], lines)
    .trimEnd()
    .split('\n')
  assert.equal(answers.length, texts.length)
  for (const [id, text] of texts.entries()) {
    const document = documentIn(
      module.analyze(encode(text), JSON.stringify({ encoding: 'utf-8', ...options })),
    )
    assert.equal(document.replace('{', `{"id":${id},`), answers[id], `for ${JSON.stringify(text)}`)
  }
}

test('the catalog', () => {
  assert.equal(documentIn(module.catalog()), palimpsest(['catalog']).trimEnd())
})

for (const { name, texts } of caseFiles)
  test(name, () => {
    assert.ok(texts.length > 0)
    assertSameAnswers(texts, {}, [])
  })

const allTexts = caseFiles.flatMap(({ texts }) => texts)
for (const offsets of ['codepoint', 'byte'])
  test(`every case with offsets in ${offsets}s`, () => {
    assertSameAnswers(allTexts, { offsets }, ['--offsets', offsets])
  })
// Without names: which they are does not hang on what is rejected, and finding them takes the longest.
for (const { name: kind } of catalog.repairs)
  test(`every case with ${kind} rejected`, () => {
    assertSameAnswers(allTexts, { reject: [kind], fields: ['repair'] }, ['--reject', kind, '--fields', 'repair'])
  })
test('every case with straight quotes', () => {
  assertSameAnswers(allTexts, { quotes: 'straight' }, ['--quotes', 'straight'])
})

for (const { name: format } of catalog.document_formats.filter(({ extension }) => extension !== 'docx'))
  test(`articles as ${format}`, () => {
    for (const { bytes } of articles)
      assert.equal(
        new TextDecoder().decode(module.export_document(bytes, format, '{}')),
        palimpsest(['annotate', '--format', format, '-'], bytes),
      )
  })
test('a format that is not known', () => {
  assert.match(JSON.parse(module.export_document(encode('x'), 'nope', '{}')).error, /"nope" is not known/)
})

for (const { name, bytes } of articles)
  test(name, () => {
    assert.equal(
      documentIn(module.analyze(bytes, '{}')),
      palimpsest(['annotate', '-'], bytes).trimEnd(),
    )
    assert.equal(
      JSON.parse(module.analyze(bytes, '{}')).value.clean,
      palimpsest(['repair', '-'], bytes),
    )
  })

test('words restored from a version and by a report', () => {
  const text = ({ bytes }) => new TextDecoder().decode(bytes)
  const [damaged, version, report] = ['damaged', 'version', 'report'].map((name) =>
    text(articles.find((article) => article.name.endsWith(`/${name}.txt`))),
  )
  const lines = [
    { id: 0, text: damaged, version },
    { id: 1, text: damaged, report },
    { id: 2, text: damaged, version, report },
    { id: 3, text: report, version },
  ]
  const answers = palimpsest(['batch'], lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    .trimEnd()
    .split('\n')
  for (const { id, text: damagedText, ...companions } of lines) {
    const document = documentIn(
      module.analyze(encode(damagedText), JSON.stringify({ encoding: 'utf-8', ...companions })),
    )
    assert.equal(document.replace('{', `{"id":${id},`), answers[id])
  }
  assert.ok(answers[0].includes('"kind":"version_words"'))
  assert.ok(answers[1].includes('"kind":"report_name"'))
})

const pairs = allTexts.slice(0, 60).map((text, i) => [text, allTexts[(i + 1) % allTexts.length]])
for (const [old, other] of [
  [articles[0], articles[1]],
  [articles[1], articles[2]],
])
  pairs.push([old, other].map(({ bytes }) => new TextDecoder().decode(bytes)))

test('comparisons, in every format', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'palimpsest-'))
  try {
    const [a, b] = ['a.txt', 'b.txt'].map((name) => join(folder, name))
    for (const [before, after] of pairs) {
      await writeFile(a, before)
      await writeFile(b, after)
      for (const { name } of catalog.comparison_formats) {
        const answer = module.export_comparison(encode(before), encode(after), name, '{"encoding":"utf-8"}')
        const printed = palimpsest(['diff', a, b, '--format', name, '--encoding', 'utf-8'])
        if (name === 'json') assert.equal(documentIn(answer), printed.trimEnd())
        else assert.equal(JSON.parse(answer).value, printed)
      }
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('comparisons of reports, in every format, and the mode that is recognised', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'palimpsest-'))
  try {
    const [a, b] = ['a.txt', 'b.txt'].map((name) => join(folder, name))
    // A text of each case beside the next; every format for the example articles.
    const cases = caseFiles
      .filter(({ name }) => name.includes('/report/'))
      .map(({ texts }) => [texts[0], texts[1]])
    const [versions, reports] = pairs.slice(-2)
    const asked = [
      ...cases.map((texts) => [texts, 'reports', 'json']),
      ...catalog.report_formats.map(({ name }) => [reports, 'auto', name]),
      [versions, 'auto', 'json'],
      [['', 'x'], 'reports', 'json'],
    ]
    for (const [[before, after], mode, format] of asked) {
      await writeFile(a, before)
      await writeFile(b, after)
      const options = JSON.stringify({ encoding: 'utf-8', mode })
      const answer = module.export_comparison(encode(before), encode(after), format, options)
      const printed = palimpsest(['compare', a, b, '--format', format, '--encoding', 'utf-8', '--mode', mode])
      if (format === 'json') assert.equal(documentIn(answer), printed.trimEnd())
      else assert.equal(JSON.parse(answer).value, printed)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('random bytes', () => {
  for (let seed = 1; seed <= 50; ++seed) {
    const bytes = randomBytes(seed)
    const answer = module.analyze(bytes, '{}')
    // The command line refuses what is not text; the module leaves that to its caller.
    if (JSON.parse(answer).value.findings.some(({ kind }) => kind === 'not_text')) continue
    assert.equal(
      documentIn(answer),
      palimpsest(['annotate', '-'], bytes).trimEnd(),
      `seed ${seed}, bytes ${bytes}`,
    )
  }
})
