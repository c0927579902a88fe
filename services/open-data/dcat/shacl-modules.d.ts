/** The parts of the untyped SHACL packages that the tests use. */
declare module 'shacl-engine' {
  import type { DataFactory, DatasetCore, Term } from '@rdfjs/types'
  export type Result = { readonly focusNode: { readonly term?: Term }; readonly path?: readonly { readonly predicates?: readonly Term[] }[]; readonly value?: { readonly term?: Term }; readonly shape: { readonly ptr: { readonly term: Term } }; readonly severity: Term; readonly message: readonly Term[] }
  export const Validator: new (shapes: DatasetCore, options: { factory: DataFactory }) => { readonly validate: (data: { dataset: DatasetCore }) => Promise<{ readonly conforms: boolean; readonly results: readonly Result[] }> }
}
declare module '@rdfjs/dataset' {
  import type { DatasetCore, DatasetCoreFactory } from '@rdfjs/types'
  const factory: DatasetCoreFactory & { dataset: (quads?: Iterable<import('@rdfjs/types').Quad>) => DatasetCore }
  export default factory
}
