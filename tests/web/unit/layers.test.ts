// The law of the folders: view imports state, state imports core, nothing imports main.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const src = new URL('../../../web/src/', import.meta.url)
const layers = ['core', 'state', 'view']

const files = layers.flatMap((layer) =>
  readdirSync(new URL(`${layer}/`, src))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ layer, name, text: readFileSync(new URL(`${layer}/${name}`, src), 'utf8') })),
)

it.each(files)('$layer/$name imports only its own folder and those below', ({ layer, text }) => {
  const imported = [...text.matchAll(/from '(\.{1,2}\/[^']+)'/g)].map((m) => m[1] ?? '')
  for (const path of imported) {
    if (path.startsWith('./')) continue
    const other = path.split('/')[1] ?? ''
    expect(layers, path).toContain(other)
    expect(layers.indexOf(other), path).toBeLessThanOrEqual(layers.indexOf(layer))
  }
})

it('no kind of repair is named in the page', () => {
  const repairs = readFileSync(new URL('../../core/repair/repairs.def', src), 'utf8')
  const kinds = [...repairs.matchAll(/^REPAIR\((\w+)/gm)].map((m) => m[1] ?? '')
  expect(kinds.length).toBeGreaterThan(0)
  for (const { layer, name, text } of files)
    for (const kind of kinds)
      expect(text.includes(`'${kind}'`), `${layer}/${name}: ${kind}`).toBe(false)
})
