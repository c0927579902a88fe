import { Type, type Static } from 'typebox'

/** `program` is the same wherever this release runs; `look` is the town's colours and mark; `page` is what the town's server writes around it. */
export const FileKind = Type.Union([Type.Literal('program'), Type.Literal('look'), Type.Literal('page')])
export type FileKind = Static<typeof FileKind>

export const ManifestFile = Type.Object({ url: Type.String(), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer(), kind: FileKind })
export type ManifestFile = Static<typeof ManifestFile>

/** Every file that the case area may load. `digest` is SHA-256 over the lines of `linesOf`; `words` are its first 78 bits. */
export const AppManifest = Type.Object({
  digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  words: Type.Array(Type.String()),
  /** The same over the files of the kind `program` alone: published with the release, equal in every town. */
  program: Type.Object({ digest: Type.String(), words: Type.Array(Type.String()) }),
  files: Type.Array(ManifestFile),
  /** Pages and data for reading without network; they change with their editors and are no program. By language. */
  reading: Type.Record(Type.String(), Type.Array(Type.String())),
})
export type AppManifest = Static<typeof AppManifest>
