// The worker that owns the core. It turns calls into calls of the module and answers each one,
// with a value or with an error in words; it decides nothing.
import type { PalimpsestModule } from '@wasm/palimpsest.mjs'
import { modelBytes, restoreBytes } from './bytes'
import { countWords } from './count_words'
import { comparisonError, excerptError } from './excerpts'
import { bring, complete, program, using } from './instance'
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
import { type Instance as InstanceOf, kept } from './running'

type Instance = InstanceOf<PalimpsestModule>

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

/** `has`: the instances that know the model; a new one begins without. */
const modelOf = (fetchIt: () => Promise<ArrayBuffer>) => ({
  bytes: kept(fetchIt),
  has: new WeakSet<PalimpsestModule>(),
})
const models = { names: modelOf(modelBytes), restoration: modelOf(restoreBytes) }

async function load(instance: Instance, name: keyof typeof models): Promise<void> {
  const { bytes, has } = models[name]
  const [file] = await Promise.all([bytes(), complete(instance)])
  if (has.has(instance.core)) return
  unwrap<true>(instance.core.load_model(new Uint8Array(file)))
  has.add(instance.core)
}

/** Without a model the core goes on, and finds less. */
async function loadFor(instance: Instance, { lexicon, restores, version }: Wanted): Promise<void> {
  if (lexicon !== null) await load(instance, 'names').catch(ignore)
  if (restores) await load(instance, 'restoration').catch(ignore)
  if (version !== '') await complete(instance).catch(ignore)
}
const ignore = (error: unknown) => {
  if (error instanceof WebAssembly.RuntimeError) throw error
}
const atOnce = () => {}
/** What the first half finds alone. */
const onlyRepairs: Wanted = { lexicon: null, restores: false, version: '' }

const calls: CoreAnswers = {
  catalog: () => using(atOnce, (core) => unwrap<Catalog>(core.catalog())),
  program: () => program,
  load: (name) =>
    using(
      (instance) => (name === 'rest' ? complete(instance) : load(instance, name)),
      () => true,
    ),
  read(text, wanted) {
    const read = (core: PalimpsestModule, isWhole: boolean) => {
      const begin = performance.now()
      const options = readOptions(isWhole ? wanted : onlyRepairs)
      const { source, ...document } = analyze(core, bytesOf(text), options)
      // The page draws these spans over the text it sent, so it must be the text that was read.
      if (source.length !== text.length) throw new Error('the text was read with another length')
      const words = countWords(document.clean)
      return { document, words, took: performance.now() - begin }
    }
    return using((instance) => loadFor(instance, wanted), read)
  },
  open: (bytes, format) =>
    using(atOnce, (core) => {
      const options = JSON.stringify({ format, fields: ['repair'] })
      const { source, encoding, findings } = analyze(core, bytes, options)
      return { source, ...(encoding && { encoding }), ...(findings && { findings }) }
    }),
  exportDocument({ source, decisions, lexicon }, format, { restores, version }) {
    const read = JSON.parse(readOptions({ lexicon, restores, version }))
    const options = JSON.stringify({ ...read, decisions })
    const prepare = async (instance: Instance) => {
      await complete(instance)
      await loadFor(instance, { lexicon, restores, version })
    }
    return using(prepare, (core) => {
      const file = core.export_document(bytesOf(source), format, options)
      if (typeof file === 'string') throw new Error(JSON.parse(file).error)
      return file
    })
  },
  readRecord: (bytes) =>
    using(atOnce, (core) => {
      const { value, error } = JSON.parse(core.read_record(bytes))
      if (error !== undefined) throw new Error(error)
      return value
    }),
  compare(a, b) {
    const first = bytesOf(a)
    const second = bytesOf(b)
    return using(complete, (core) => {
      const comparison = unwrap<Comparison>(core.compare(first, second, asTyped))
      const decoder = new TextDecoder()
      const wrong = comparisonError(comparison, decoder.decode(first), decoder.decode(second))
      if (wrong !== null) throw new Error(wrong)
      return comparison
    })
  },
  compareReports(a, b, forced) {
    const options = JSON.stringify({ ...typed, mode: forced ? 'reports' : 'auto' })
    const prepare = async (instance: Instance) => {
      await complete(instance)
      await load(instance, 'names').catch(ignore)
    }
    return using(prepare, (core) => {
      const answer = unwrap<Reports | Comparison>(core.compare(bytesOf(a), bytesOf(b), options))
      return 'texts' in answer ? answer : null
    })
  },
  exportComparison(a, b, format, mode = 'versions') {
    const options = JSON.stringify({ ...typed, mode })
    return using(complete, (core) => {
      const answer = core.export_comparison(bytesOf(a), bytesOf(b), format, options)
      const exported = unwrap<unknown>(answer)
      return typeof exported === 'string' ? exported : `${JSON.stringify(exported)}\n`
    })
  },
}

self.onmessage = async ({ data }: MessageEvent<Request | Brought>) => {
  if ('program' in data) return bring(data.program)
  const reply = (part: Omit<Reply, 'id'>) => self.postMessage({ id: data.id, ...part })
  try {
    const call = calls[data.call] as (...args: readonly unknown[]) => unknown
    reply({ value: await call(...data.args) })
  } catch (error) {
    // A C++ abort arrives as anything at all, even a bare number.
    reply({ error: error instanceof Error ? error.message : `it stopped (${String(error)})` })
  }
}
