// Prints what a visitor downloads, raw and as brotli sends it: each file named, and each folder with its sum.
// node web/sizes.mjs FILE_OR_FOLDER…
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`.padStart(11)

function print(name, { raw, brotli }) {
  console.log(`${name.padEnd(48)}${kilobytes(raw)} raw ${kilobytes(brotli)} brotli`)
}

function measure(path) {
  let size
  if (statSync(path).isDirectory()) {
    const sizes = readdirSync(path)
      // Fetched by a debugger alone, or the same files packed.
      .filter((name) => !/\.(?:map|br|gz)$/.test(name))
      .map((name) => measure(join(path, name)))
    const sum = (key) => sizes.reduce((total, each) => total + each[key], 0)
    size = { raw: sum('raw'), brotli: sum('brotli') }
  } else {
    const content = readFileSync(path)
    size = { raw: content.length, brotli: brotliCompressSync(content).length }
  }
  print(path, size)
  return size
}

for (const path of process.argv.slice(2)) measure(path)
