// The page that is one file, as it was loaded: with another text in it, it is the next file.
import type { Parts } from './parts'

export const parts = async (): Promise<Parts | null> => null

function asLoaded(): string {
  const page = document.documentElement.cloneNode(true) as Element
  // What the file unpacked of itself.
  for (const made of page.querySelectorAll('[data-made]')) made.remove()
  return `<!doctype html>\n${page.outerHTML}\n`
}

/** Taken before anything is drawn. */
export const pageAsLoaded = asLoaded()
