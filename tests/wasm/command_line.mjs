// The native command line, to hold the module's answers against.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const binary = fileURLToPath(new URL('../../build/native/palimpsest', import.meta.url))

/** What the command prints, as a string of bytes read as UTF-8. */
export function palimpsest(words, input = '') {
  return execFileSync(binary, words, { input, encoding: 'utf8', maxBuffer: 2 ** 30 })
}
