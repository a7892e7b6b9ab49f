// Times a comparison in WebAssembly beside jsdiff and diff-sequences: same process, alternating, the least
// of several runs. Ours is the whole way: the bytes of two texts in, as a page has them, the spans of every hunk with its cause out.
//     node tests/bench/compare/compare.mjs [--slow] [MODULE]      --slow: peers on pairs that take them long, too
import { performance } from 'node:perf_hooks'
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { diffWords } from 'diff'
import sequences from 'diff-sequences'
import { makePairs } from './pairs.mjs'

const diffSequences = sequences.default ?? sequences
const slow = process.argv.includes('--slow')
const path = process.argv.slice(2).find((word) => !word.startsWith('--'))
const built = path ? pathToFileURL(path) : new URL('../../../build/wasm/palimpsest.mjs', import.meta.url)
globalThis.self ??= { location: { href: built.href } }
const { default: create } = await import(built)
const module = await create({ wasmBinary: await readFile(new URL(built.href.replace(/mjs$/, 'wasm'))) })

const options = '{"encoding":"utf-8"}'
const tokens = (text) => text.match(/[A-Za-z0-9]+(?:[.,'’-][A-Za-z0-9]+)*|[^\sA-Za-z0-9]/g) ?? []
let turn = 0
/** Nothing is kept from the run before: the last four letters, behind a line end, differ. */
const fresh = (bytes) => {
  const other = new Uint8Array(bytes)
  const end = other.length - 1
  for (let i = 0, rest = ++turn; i < 4; ++i, rest = Math.floor(rest / 26)) other[end - i] = 97 + (rest % 26)
  return other
}

const contenders = {
  ours: (a, b) => module.compare_spans(a, b, options).length,
  'ours, JSON': (a, b) => JSON.parse(module.compare(a, b, options)).value.hunks.length,
  'ours, one side kept': (a, b) => module.compare_spans(a, b, options).length,
  jsdiff: (a, b) => diffWords(a, b).length,
  'diff-sequences': (a, b) => {
    const x = tokens(a)
    const y = tokens(b)
    let runs = 0
    diffSequences(x.length, y.length, (i, j) => x[i] === y[j], () => ++runs)
    return runs
  },
}

const longest = slow ? Infinity : 4_000 // milliseconds for one run of a peer
const rows = []
for (const [name, [a, b]] of Object.entries(makePairs())) {
  const best = {}
  const given_up = new Set()
  const rounds = a.length < 10_000 ? 600 : a.length < 100_000 ? 80 : 12
  const [a_bytes, b_bytes] = [a, b].map((text) => new TextEncoder().encode(`${text}\naaaa`))
  for (let round = 0; round < rounds; ++round)
    for (const [contender, run] of Object.entries(contenders)) {
      if (given_up.has(contender)) continue
      const peer = !contender.startsWith('ours')
      if (peer && !slow && a.length > 100_000 && (contender === 'jsdiff' || !name.startsWith('1 MB'))) continue
      const x = peer ? a : contender === 'ours, one side kept' ? a_bytes : fresh(a_bytes)
      const y = peer ? b : fresh(b_bytes)
      if (contender === 'ours, one side kept') run(x, fresh(b_bytes)) // others have run since: keep it again
      const before = process.cpuUsage()
      const from = performance.now()
      run(x, y)
      const wall = performance.now() - from
      const { user, system } = process.cpuUsage(before)
      const time = a.length < 10_000 ? wall : Math.min(wall, (user + system) / 1000)
      best[contender] = Math.min(best[contender] ?? Infinity, time)
      if (peer && wall > longest / 10) given_up.add(contender) // one run is enough
    }
  const ratio = (peer) => (best[peer] ? `${(best[peer] / best.ours).toFixed(1)} ×` : '–')
  const ms = (contender) => (best[contender] ?? NaN).toFixed(3)
  rows.push({ pair: name, ours: ms('ours'), JSON: ms('ours, JSON'), 'one side kept': ms('ours, one side kept'),
              jsdiff: ms('jsdiff'), '÷ ours': ratio('jsdiff'), 'diff-sequences': ms('diff-sequences'), '÷ ours ': ratio('diff-sequences') })
  console.error(JSON.stringify(rows.at(-1)))
}
console.table(rows)
