// The worker that owns the core. It turns calls into calls of the module and answers each one,
// with a value or with an error in words; it decides nothing.
import create, { type PalimpsestModule } from '@wasm/palimpsest.mjs'
import { coreBytes, modelBytes, restoreBytes } from './bytes'
import { comparisonError, excerptError } from './excerpts'
import type {
  Brought,
  Call,
  Catalog,
  Comparison,
  CoreCalls,
  Document,
  Reply,
  Request,
  Wanted,
} from './protocol'
import type { Reports } from './reports'

/** What is compiled once need not be again: a second worker is brought the program of the first. */
let bring: (program: WebAssembly.Module) => void = () => {}
const program: Promise<WebAssembly.Module> =
  self.name === 'second'
    ? new Promise((resolve) => {
        bring = resolve
      })
    : coreBytes().then((bytes) => WebAssembly.compile(bytes))
let started = start()
// Failing to start is told to whoever asks; until then nobody listens.
started.catch(() => {})

async function start(): Promise<PalimpsestModule> {
  const compiled = await program
  return new Promise((resolve, reject) => {
    const instantiateWasm = (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ) => {
      WebAssembly.instantiate(compiled, imports).then(done, reject)
      return {}
    }
    create({ instantiateWasm, locateFile: (file) => file }).then(resolve, reject)
  })
}

/** Each call's answer, at once or later. */
type CoreAnswers = {
  [C in Call]: (
    ...args: Parameters<CoreCalls[C]>
  ) => ReturnType<CoreCalls[C]> | Promise<ReturnType<CoreCalls[C]>>
}

/** The value in `{"value": …}`, or an Error with the words in `{"error": …}`. */
function unwrap<Value>(answer: string): Value {
  const { value, error } = JSON.parse(answer) as { value?: Value; error?: string }
  if (error !== undefined || value === undefined) throw new Error(error ?? 'the answer is empty')
  return value
}

function analyze(core: PalimpsestModule, bytes: Uint8Array, options: string): Document {
  const document = unwrap<Document>(core.analyze(bytes, options))
  const wrong = excerptError(document)
  if (wrong !== null) throw new Error(wrong)
  return document
}

// Decoding takes one byte-order mark away, and every offset would move by one: a text that begins
// with one gets another.
const bytesOf = (text: string) => new TextEncoder().encode(text.replace(/^\ufeff/, '\ufeff\ufeff'))
const typed = { format: 'text', encoding: 'utf-8' }
const asTyped = JSON.stringify(typed)
const readOptions = ({ lexicon, restores, version }: Wanted) => {
  const restored = version === '' ? {} : { version }
  const named = lexicon === null ? {} : { lexicon }
  const fields = ['repair']
  if (restores || version !== '') fields.push('restore')
  if (lexicon !== null) fields.push('entities', 'quotes')
  return JSON.stringify({ ...typed, ...restored, ...named, fields })
}

/** A model, fetched once for all instances. `has`: those that know it; a new one begins without. */
const modelOf = (fetchIt: () => Promise<ArrayBuffer>) => ({
  fetchIt,
  bytes: null as Promise<ArrayBuffer> | null,
  has: new WeakSet<PalimpsestModule>(),
})
const models = { names: modelOf(modelBytes), restoration: modelOf(restoreBytes) }

async function load(core: PalimpsestModule, name: keyof typeof models): Promise<true> {
  const model = models[name]
  if (model.has.has(core)) return true
  model.bytes ??= model.fetchIt()
  try {
    unwrap<true>(core.load_model(new Uint8Array(await model.bytes)))
  } catch (error) {
    model.bytes = null
    throw error
  }
  model.has.add(core)
  return true
}

/** Without a model the core goes on, and finds less. */
async function loadFor(core: PalimpsestModule, names: boolean, restores: boolean): Promise<void> {
  if (names) await load(core, 'names').catch(() => {})
  if (restores) await load(core, 'restoration').catch(() => {})
}

const calls = (core: PalimpsestModule): CoreAnswers => ({
  catalog: () => unwrap<Catalog>(core.catalog()),
  program: () => program,
  load: (model) => load(core, model),
  async read(text, wanted) {
    await loadFor(core, wanted.lexicon !== null, wanted.restores)
    const begin = performance.now()
    const { source, ...document } = analyze(core, bytesOf(text), readOptions(wanted))
    // The page draws these spans over the text it sent, so it must be the text that was read.
    if (source.length !== text.length) throw new Error('the text was read with another length')
    const words = document.clean.match(/\S+/g)?.length ?? 0
    return { document, words, took: performance.now() - begin }
  },
  open(bytes, format) {
    const { source, encoding, findings } = analyze(
      core,
      bytes,
      JSON.stringify({ format, fields: ['repair'] }),
    )
    return { source, ...(encoding && { encoding }), ...(findings && { findings }) }
  },
  async exportDocument({ source, decisions, lexicon }, format, { restores, version }) {
    await loadFor(core, true, restores)
    const read = JSON.parse(readOptions({ lexicon, restores, version }))
    const options = JSON.stringify({ ...read, decisions })
    const file = core.export_document(bytesOf(source), format, options)
    if (typeof file === 'string') throw new Error(JSON.parse(file).error)
    return file
  },
  readRecord(bytes) {
    const { value, error } = JSON.parse(core.read_record(bytes))
    if (error !== undefined) throw new Error(error)
    return value
  },
  compare(a, b) {
    const first = bytesOf(a)
    const second = bytesOf(b)
    const comparison = unwrap<Comparison>(core.compare(first, second, asTyped))
    const decoder = new TextDecoder()
    const wrong = comparisonError(comparison, decoder.decode(first), decoder.decode(second))
    if (wrong !== null) throw new Error(wrong)
    return comparison
  },
  async compareReports(a, b, forced) {
    await loadFor(core, true, false)
    const options = JSON.stringify({ ...typed, mode: forced ? 'reports' : 'auto' })
    const answer = unwrap<Reports | Comparison>(core.compare(bytesOf(a), bytesOf(b), options))
    return 'texts' in answer ? answer : null
  },
  exportComparison(a, b, format, mode = 'versions') {
    const options = JSON.stringify({ ...typed, mode })
    const answer = core.export_comparison(bytesOf(a), bytesOf(b), format, options)
    const exported = unwrap<unknown>(answer)
    return typeof exported === 'string' ? exported : `${JSON.stringify(exported)}\n`
  },
})

self.onmessage = async ({ data }: MessageEvent<Request | Brought>) => {
  if ('program' in data) return bring(data.program)
  const reply = (part: Omit<Reply, 'id'>) => self.postMessage({ id: data.id, ...part })
  try {
    const core = await started
    const call = calls(core)[data.call] as (...args: readonly unknown[]) => unknown
    reply({ value: await call(...data.args) })
  } catch (error) {
    // An instance that trapped or ran out of memory is not to be trusted again.
    if (error instanceof WebAssembly.RuntimeError) started = start()
    // A C++ abort arrives as anything at all, even a bare number.
    reply({ error: error instanceof Error ? error.message : `it stopped (${String(error)})` })
  }
}
