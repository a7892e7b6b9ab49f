// The module that CMake builds into build/wasm/ (wasm/bindings.cpp).
declare module '@wasm/palimpsest.mjs' {
  export interface PalimpsestModule {
    analyze(bytes: Uint8Array, options: string): string
    export_document(bytes: Uint8Array, format: string, options: string): Uint8Array | string
    read_record(bytes: Uint8Array): string
    load_model(bytes: Uint8Array): string
    compare(a: Uint8Array, b: Uint8Array, options: string): string
    export_comparison(a: Uint8Array, b: Uint8Array, format: string, options: string): string
    catalog(): string
  }
  const create: (moduleArg: {
    locateFile?: (file: string) => string
    wasmBinary?: ArrayBuffer
    onAbort?: (reason: unknown) => void
  }) => Promise<PalimpsestModule>
  export default create
}
// Its two halves (wasm/in_two.mjs).
declare module '@wasm/in_two.mjs' {
  export const createFirst: <Core>(
    create: (moduleArg: object) => Promise<Core>,
    first: WebAssembly.Module,
  ) => Promise<import('./running').Instance<Core>>
}
declare module '@wasm/palimpsest.first.wasm?url' {
  const url: string
  export default url
}
declare module '@wasm/palimpsest.later.wasm?url' {
  const url: string
  export default url
}
declare module '@model/english.model?url' {
  const url: string
  export default url
}
declare module '@restore/restore.model?url' {
  const url: string
  export default url
}
