// Several files at once: each is read in turn, and what comes of it is a row of a table.
import type { Core } from '../core/client'
import { type Incoming, readFile } from './incoming'
import { isOpen } from './notes'
import { isRestored, limitFor } from './reader'
import type { Store } from './store'
import { words } from './words'

/** An article of the batch: a file, or a line of a .jsonl file. */
export interface BatchRow {
  readonly name: string
  readonly state: 'waiting' | 'read' | 'failed'
  /** Why it could not be read. */
  readonly wrong: string
  readonly incoming: Incoming | null
  readonly clean: string
  readonly words: number
  readonly repairs: number
  readonly open: number
}

export interface Batch {
  readonly rows: readonly BatchRow[]
  readonly done: number
  readonly running: boolean
}

/** What a row is read from. */
interface Origin {
  readonly name: string
  read(): Promise<Incoming>
}

const isLines = ({ name }: File) => /\.(?:jsonl|ndjson)$/i.test(name)

/** Several files, or one that holds several articles. */
export const isBatch = (files: readonly File[]): boolean =>
  files.length > 1 || files.some((file) => isLines(file))

/** The articles of a .jsonl file; a line that has none says so when it is read. */
function linesOf(text: string): Origin[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, i): Origin => {
    const fallback = words.lineOf(i + 1)
    try {
      const { id, text } = JSON.parse(line) as { id?: unknown; text?: unknown }
      const name = typeof id === 'string' || typeof id === 'number' ? String(id) : fallback
      if (typeof text === 'string')
        return { name, read: async () => ({ text, encoding: '', odd: [] }) }
    } catch {}
    return { name: fallback, read: () => Promise.reject(new Error(words.lineWithoutText)) }
  })
}

async function originsOf(core: Core, files: readonly File[]): Promise<Origin[]> {
  const origins: Origin[] = []
  for (const file of files) {
    if (!isLines(file)) origins.push({ name: file.name, read: () => readFile(core, file) })
    // As text: a page of HTML on its first line is not what the file is.
    else origins.push(...linesOf(await file.text()))
  }
  return origins
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

export interface BatchActions {
  start(files: readonly File[]): Promise<void>
  /** Stops reading; what was read stays. */
  cancel(): void
}

export function createBatch(core: Core, store: Store): BatchActions {
  let run = 0

  async function readOne(origin: Origin, row: BatchRow): Promise<BatchRow> {
    let late = false
    let watchdog: ReturnType<typeof setTimeout> | undefined
    try {
      const incoming = await origin.read()
      const { length } = incoming.text
      const restores = store.get().restoration === 'ready' && isRestored(length)
      watchdog = setTimeout(
        () => {
          late = true
          core.stop()
        },
        limitFor(length, restores),
      )
      const wanted = { lexicon: restores ? [] : null, restores, version: '' }
      const { document, words: count } = await core.ask('read', incoming.text, wanted)
      const changes = document.changes
      const open = changes.filter((change) => isOpen(change, undefined)).length
      const repairs = changes.length
      return { ...row, state: 'read', incoming, clean: document.clean, words: count, repairs, open }
    } catch (error) {
      return { ...row, state: 'failed', wrong: late ? words.reasonTime : reasonOf(error) }
    } finally {
      clearTimeout(watchdog)
    }
  }

  return {
    async start(files) {
      const mine = ++run
      const origins = await originsOf(core, files)
      const waiting = { wrong: '', incoming: null, clean: '', words: 0, repairs: 0, open: 0 }
      const rows = origins.map(({ name }): BatchRow => ({ name, state: 'waiting', ...waiting }))
      const show = (done: number, running: boolean) => {
        if (mine === run) store.set({ batch: { rows: [...rows], done, running } })
      }
      store.set({ batchShown: true, notice: null })
      show(0, true)
      for (const [i, origin] of origins.entries()) {
        const row = rows[i]
        if (mine !== run || !row) return
        rows[i] = await readOne(origin, row)
        show(i + 1, true)
      }
      show(rows.length, false)
    },
    cancel() {
      run++
      const { batch } = store.get()
      if (batch) store.set({ batch: { ...batch, running: false } })
    },
  }
}
