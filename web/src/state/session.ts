// The text and its decisions survive a reload of the tab, and nothing more: sessionStorage dies with
// the tab and leaves the machine with it. Only a reader who says so has them kept on the device.
import type { Record } from '../core/protocol'
import { recordOf } from './record'
import type { Lens, OtherText, State } from './store'

const slot = 'palimpsest'

export interface Saved {
  readonly version: 2
  readonly record: Record
  readonly lens: Lens
  readonly other: OtherText
}

/** The reader wants the text kept on this device: it is there. */
export function isKept(): boolean {
  try {
    return localStorage.getItem(slot) !== null
  } catch {
    return false
  }
}

/** Nothing is kept on this device any more. */
export function forget(): void {
  try {
    localStorage.removeItem(slot)
  } catch {}
}

/** Returns false when the text is too long to be kept. */
export function save(state: State, storage: Storage = sessionStorage): boolean {
  const { lens, other } = state
  const saved: Saved = { version: 2, record: recordOf(state), lens, other }
  try {
    storage.setItem(slot, JSON.stringify(saved))
    return true
  } catch {
    // Full, or forbidden: an old text must not come back in place of this one.
    try {
      storage.removeItem(slot)
    } catch {}
    return false
  }
}

export function load(storage: Storage = sessionStorage): Saved | null {
  try {
    const saved = JSON.parse(storage.getItem(slot) ?? 'null') as Saved | null
    return saved?.version === 2 && isRecord(saved.record) ? saved : null
  } catch {
    return null
  }
}

/** Whether a value from outside has the shape of a record. */
export function isRecord(value: unknown): value is Record {
  const { source, decisions, lexicon } = (value ?? {}) as Partial<Record>
  return (
    typeof source === 'string' &&
    Array.isArray(lexicon) &&
    lexicon.every((line) => typeof line?.text === 'string') &&
    Array.isArray(decisions) &&
    decisions.every(
      (d) =>
        Number.isInteger(d?.source?.[0]) &&
        Number.isInteger(d.source[1]) &&
        (d.verdict === 'kept' || d.verdict === 'back') &&
        typeof d.kind === 'string' &&
        typeof d.before === 'string' &&
        /^(?:string|undefined)$/.test(typeof d.chosen),
    )
  )
}
