// Speed, start and memory of finding names: the module with its model beside compromise and wink-nlp,
// each in a process of its own, on the same texts.
// usage: speed.mjs [FILE.jsonl …]     lines with "text"; without a file the example articles, 40 times
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const project = new URL('../../../', import.meta.url)
const cpu = (began) => {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e3
}

function texts(files) {
  if (files.length > 0)
    return files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line).text))
  const articles = ['damaged', 'version', 'report'].map((name) => readFileSync(new URL(`examples/articles/${name}.txt`, project), 'utf8'))
  return Array.from({ length: 120 }, (_, i) => articles[i % 3])
}

const peers = {
  async palimpsest() {
    const { loadModule } = await import(new URL('tests/wasm/module.mjs', project).href)
    const core = await loadModule()
    const began = process.cpuUsage()
    const answer = JSON.parse(core.load_model(readFileSync(new URL('core/model/english.model', project))))
    if (answer.error) throw new Error(answer.error)
    console.error(`  reading the model: ${cpu(began).toFixed(0)} ms`)
    const encoder = new TextEncoder()
    return (text) => core.analyze(encoder.encode(text), '{"fields":["entities"]}')
  },
  async compromise() {
    const nlp = (await import('compromise')).default
    return (text) => {
      const doc = nlp(text)
      return [doc.people().json(), doc.places().json(), doc.organizations().json()]
    }
  },
  async wink() {
    const winkNLP = (await import('wink-nlp')).default
    const nlp = winkNLP((await import('wink-eng-lite-web-model')).default)
    return (text) => nlp.readDoc(text).entities().out()
  },
}

if (process.argv[2] === '--peer') {
  const before = process.memoryUsage().rss
  const began = process.cpuUsage()
  const find = await peers[process.argv[3]]()
  const load = cpu(began)
  const list = texts(process.argv.slice(4))
  const size = list.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1024
  const first = process.cpuUsage()
  find(list[0])
  const once = cpu(first)
  for (const text of list) find(text)  // the engine compiles in the background for a while
  const run = process.cpuUsage()
  for (const text of list) find(text)
  const rate = size / (cpu(run) / 1e3)
  const memory = (process.memoryUsage().rss - before) / 1048576
  console.log(`${process.argv[3].padEnd(11)} ${rate.toFixed(0).padStart(6)} KB per CPU second   load ${load.toFixed(0)} ms, first text ${once.toFixed(0)} ms, ${memory.toFixed(0)} MB (${size.toFixed(0)} KB of text)`)
} else {
  for (const name of Object.keys(peers))
    process.stdout.write(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--peer', name, ...process.argv.slice(2)], { stdio: ['ignore', 'pipe', 'inherit'] }))
}
