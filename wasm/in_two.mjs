// The core in two halves: palimpsest.first.wasm reads and repairs, palimpsest.later.wasm does all else. The second patches
// the first's table of functions when it comes; until then what is called of it is refused, and the instance that called
// it is to be thrown away: it was stopped in the middle.

/** What was called is in the second half, which is not there yet. */
export class Incomplete extends Error {
  constructor() {
    super('the second half of the core is not loaded')
    this.name = 'Incomplete'
  }
}

const compiled = (program) =>
  program instanceof WebAssembly.Module ? program : WebAssembly.compile(program)

/**
 * An instance of the core that has its first half. `create` is what palimpsest.mjs exports; the halves are bytes, or
 * compiled already.
 */
export async function createFirst(create, first) {
  const program = await compiled(first)
  let exports
  let table
  let isWhole = false
  let completing = null
  // A place in the table that the glue looked up before the second half was there still leads here.
  const place = (index) => (...args) => {
    if (!isWhole) throw new Incomplete()
    return table.get(index)(...args)
  }
  const later = {}
  for (const { module, name } of WebAssembly.Module.imports(program))
    if (module === 'later') later[name] = place(Number(name))
  const core = await new Promise((resolve, reject) => {
    const instantiateWasm = (imports, receive) => {
      const begin = (instance) => {
        exports = instance.exports
        table = Object.values(exports).find((each) => each instanceof WebAssembly.Table)
        receive(instance)
      }
      WebAssembly.instantiate(program, { ...imports, later }).then(begin).catch(reject)
      return {}
    }
    create({ instantiateWasm }).then(resolve, reject)
  })
  const add = async (second) => {
    await WebAssembly.instantiate(await compiled(second), { first: exports })
    isWhole = true
  }
  return {
    core,
    isWhole: () => isWhole,
    /** Adds the second half; once, however often it is asked for. */
    complete(second) {
      completing ??= add(second).catch((error) => {
        completing = null
        throw error
      })
      return completing
    },
  }
}
