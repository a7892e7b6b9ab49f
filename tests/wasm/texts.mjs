// The texts that every law is checked on: all that the case files hold, the example articles, and random bytes.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Files of a folder and its folders, in the order of their names. */
function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
}

/** "quick⟦-\n→⟧ly" is drawn for two texts: what stood there, and what shall stand there. */
function drawnTexts(text) {
  const drawing = /⟦([^→⟧]*)→([^⟧]*)⟧/gu
  return [...new Set([text.replace(drawing, '$1'), text.replace(drawing, '$2')])]
}

function textsIn(value, key) {
  if (typeof value === 'string') return key === 'label' ? [] : drawnTexts(value)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, name))
}

export const caseFiles = filesUnder(join(root, 'tests/cases'))
  .filter((path) => path.endsWith('.json'))
  .map((path) => ({
    name: path.slice(root.length),
    texts: [...new Set(textsIn(JSON.parse(readFileSync(path, 'utf8'))))],
  }))

export const articles = filesUnder(join(root, 'examples/articles')).map((path) => ({
  name: path.slice(root.length),
  bytes: new Uint8Array(readFileSync(path)),
}))

export const encode = (text) => new TextEncoder().encode(text)

/** Half arbitrary bytes, half pieces in which the rules find something. `seed` names the input again. */
export function randomBytes(seed) {
  let state = seed >>> 0
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0 // Knuth's choice for a linear congruential generator
    return Math.floor((state / 2 ** 32) * limit)
  }
  const pieces = [
    'â€™',
    ' ',
    '  ',
    ',',
    ' , ',
    '4 , 000',
    '\n',
    '😀',
    'e\u0301',
    '”',
    'Ð',
    'word',
    '(',
    ' )',
    '\ufeff',
    '\u00a0',
  ]
  const bytes = []
  for (let left = below(60); left > 0; --left)
    if (below(2)) bytes.push(below(256))
    else bytes.push(...encode(pieces[below(pieces.length)]))
  return new Uint8Array(bytes)
}
