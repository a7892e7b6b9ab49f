// Every span that the core gives is the text printed beside it, asked of the module itself.
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { excerptError } from '../../../web/src/core/excerpts'
import type { Catalog, Document } from '../../../web/src/core/protocol'
import { changeRows } from '../../../web/src/state/notes'
import { splice } from '../../../web/src/state/splice'
import { loadModule } from '../../wasm/module.mjs'
import { drawn } from './bare_article'
import { createRandom } from './random'

type Module = Awaited<ReturnType<typeof loadModule>>
let core: Module
beforeAll(async () => {
  core = await loadModule()
})

const articles = new URL('../../../examples/articles/', import.meta.url)
const options = JSON.stringify({ format: 'text', encoding: 'utf-8' })

function read(text: string): Document {
  const { value, error } = JSON.parse(core.analyze(new TextEncoder().encode(text), options))
  expect(error).toBeUndefined()
  return value
}

function holds(text: string): Document {
  const document = read(text)
  expect(document.source).toBe(text.toWellFormed())
  for (const change of document.changes) {
    expect(document.source.slice(...change.source)).toBe(change.before)
    if (change.safety !== 'suggestion')
      expect(document.clean.slice(...change.clean)).toBe(change.after)
  }
  expect(excerptError(document)).toBeNull()
  const applied = document.changes.filter((c) => c.safety !== 'suggestion')
  const replacements = applied.map((c) => ({ span: c.source, text: c.after }))
  expect(splice(document.source, replacements)).toBe(document.clean)
  return document
}

describe.each(readdirSync(articles).filter((name) => name.endsWith('.txt')))('%s', (name) => {
  it('has no excerpt that is not what its span says', () => {
    const document = holds(readFileSync(new URL(name, articles), 'utf8'))
    expect(document.sentences.length).toBeGreaterThan(5)
  })

  it('has none with emoji, accents and line ends before it', () => {
    const text = readFileSync(new URL(name, articles), 'utf8')
    holds(`👩‍👩‍👧 e\u0301 שלום\r\n${text}`)
  })
})

it('the damaged article has repairs, and each has its title in the catalog', () => {
  const document = read(readFileSync(new URL('damaged.txt', articles), 'utf8'))
  const catalog: Catalog = JSON.parse(core.catalog()).value
  expect(document.changes.length).toBeGreaterThan(20)
  const titles = new Map(changeRows(catalog).map((r) => [r.name, r.title]))
  for (const { kind } of document.changes) expect(titles.get(kind), kind).toBeTruthy()
})

it('random text with repairs in it holds as well', () => {
  const parts = [
    ' ,',
    '  ',
    '4 , 000',
    'â€™',
    '( a )',
    '👩',
    'e\u0301',
    '\r\n',
    'word',
    '\0',
    '.',
    'ש',
    '\ud800',
  ]
  for (let seed = 1; seed <= 300; seed++) {
    const random = createRandom(seed)
    const text = Array.from({ length: random.below(60) }, () => random.pick(parts)).join('')
    expect(() => holds(text), `seed ${seed}: ${JSON.stringify(text)}`).not.toThrow()
  }
})

describe('an answer that does not fit', () => {
  const good = drawn('a⟦ →⟧, b⟦ →⟧, c')
  it.each([
    ['is in order', good, null],
    [
      'has a wrong excerpt',
      { ...good, source: good.source.toUpperCase().replace(' ', '_') },
      'fit',
    ],
    ['has a wrong clean text', { ...good, changes: drawn('a⟦ →-⟧, b').changes }, 'repaired'],
    ['is out of order', { ...good, changes: good.changes.toReversed() }, 'number'],
    ['has a paragraph outside', { ...good, paragraphs: [[0, 99]] }, 'outside'],
  ] as [string, Document, string | null][])('%s', (_what, document, said) => {
    const error = excerptError(document)
    if (said === null) expect(error).toBeNull()
    else expect(error).toContain(said)
  })
})
