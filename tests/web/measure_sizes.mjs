// What a visitor downloads, as brotli sends it, beside its goals: node tests/web/measure_sizes.mjs
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, deflateRawSync } from 'node:zlib'

const site = new URL('../../build/site/', import.meta.url)
const assets = readdirSync(new URL('assets/', site))
const page = readFileSync(new URL('index.html', site), 'utf8')
const brotli = (path) => brotliCompressSync(readFileSync(new URL(path, site))).length
const sum = (paths) => paths.reduce((total, path) => total + brotli(path), 0)
const ending = (pattern) => assets.filter((name) => pattern.test(name)).map((n) => `assets/${n}`)

const scripts = ending(/\.js$/)
// The page names its program; the program starts its worker. All others are loaded when it can be used.
const first = scripts.filter((path) => page.includes(path) || /worker/.test(path))
const later = scripts.filter((path) => !first.includes(path))
const rows = [
  ['HTML and CSS', sum(['index.html', ...ending(/\.css$/)]), 14],
  ['JavaScript of the first load', sum(first), 130],
  ['core, first half', sum(ending(/\.first.*\.wasm$/)), 300],
  ['font', sum(ending(/\.woff2$/)), 51],
]
const inside = (path) => (deflateRawSync(readFileSync(new URL(path, site))).length * 8) / 7
const oneFile = (patterns) =>
  patterns
    .flatMap((pattern) => ending(pattern))
    .reduce((size, path) => size + inside(path), readFileSync(new URL('one.html', site)).length)
const total = rows.reduce((all, [, size]) => all + size, 0)
rows.push(
  ['total of the first load', total, 500],
  ['JavaScript loaded later', sum(later), null],
  ['core, second half, loaded later', sum(ending(/\.later.*\.wasm$/)), null],
  ['model of names, loaded later', sum(ending(/english.*\.model$/)), 550],
  ['model of lost words, loaded later', sum(ending(/restore.*\.model$/)), 1200],
  // As it lies on a disk: what is packed has seven bits in each byte of the file.
  ['page as one file', oneFile([/\.wasm$/, /english.*\.model$/]), 1500],
  ['the same, with lost words', oneFile([/\.(?:wasm|model)$/]), null],
)
for (const [name, size, goal] of rows) {
  const shown = `${(size / 1000).toFixed(1)} KB`.padStart(10)
  console.log(`${name.padEnd(40)}${shown}${goal === null ? '' : `   goal ${goal} KB`}`)
}
