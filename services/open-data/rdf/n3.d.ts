/** The part of n3 that is used here; the package ships no types. */
declare module 'n3' {
  import type { Transform } from 'node:stream'
  export type StreamParserOptions = { readonly format?: string; readonly baseIRI?: string; readonly blankNodePrefix?: string }
  export const DataFactory: import('@rdfjs/types').DataFactory
  export const StreamParser: new (options?: StreamParserOptions) => Transform
  export const Parser: new (options?: StreamParserOptions) => { readonly parse: (text: string) => import('@rdfjs/types').Quad[] }
}
