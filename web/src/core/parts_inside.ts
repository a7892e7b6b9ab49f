// The page that is one file, as it was loaded: with another text in it, it is the next file.
import type { Parts } from './parts'

export const parts = async (): Promise<Parts | null> => null

/** Taken before anything is drawn. */
export const pageAsLoaded = `<!doctype html>\n${document.documentElement.outerHTML}\n`
