// CPU time of the comparison of two reports in WebAssembly, beyond the two analyses: the module keeps the documents of the last two
// texts, so a second call with the same texts and options compares and writes the JSON only.
//
//     node tests/bench/reports/speed.mjs          needs wasm/build.sh
//
// The texts are made of the sentences of tests/quality/reports, so that links, quotations and numbers are as in news.
import { readFileSync } from 'node:fs'
import { loadModule } from '../../wasm/module.mjs'

const module = await loadModule()
const encode = (text) => new TextEncoder().encode(text)
const pairs = ['real', 'rewritten'].flatMap((name) =>
  readFileSync(new URL(`../../quality/reports/${name}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line)),
)
function made(side, size) {
  let text = ''
  for (let round = 0; text.length < size; ++round)
    for (const pair of pairs) text += `${pair[side].replaceAll('Sen.', round ? `Sen. ${round}` : 'Sen.')}\n\n`
  return encode(text.slice(0, text.lastIndexOf('\n\n', size)))
}
const options = '{"mode":"reports"}'

console.log('    size of each    compare, CPU ms    per KB')
for (const size of [2_500, 20_000, 100_000, 300_000, 1_000_000]) {
  const [a, b] = [made('a', size), made('b', size)]
  module.compare(a, b, options)
  let best = Infinity
  for (let i = 0; i < (size > 200_000 ? 2 : 7); ++i) {
    const before = process.cpuUsage()
    module.compare(a, b, options)
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  console.log(`${String(size).padStart(12)} B ${best.toFixed(1).padStart(16)} ${((best / size) * 1000).toFixed(3).padStart(13)}`)
}
