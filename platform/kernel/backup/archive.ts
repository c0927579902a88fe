import type { Migration, Sequence } from './queries.ts'

/**
 * The archive: a gzipped tar, read from front to end.
 *   head.json               what this is: format, releases, migrations, tables in order, sequences
 *   tables/<schema.table>   rows in PostgreSQL's text format of COPY
 *   files/<town>/<sha256>   bytes of uploaded files
 *   manifest.json           SHA-256 and size of every part before it; without it the archive is cut off
 */
export const format = 'modellregion-backup/1'

export type Head = {
  format: typeof format
  createdAt: string
  /** Releases of the kernel and the services. */
  versions: Record<string, string>
  server: string
  migrations: Migration[]
  tables: { name: string; columns: string[] }[]
  sequences: Sequence[]
}

export type Part = { name: string; sha256: string; size: number }
export type Manifest = { parts: Part[]; /** Contents that rows name and the store no longer had. */ missing: string[] }
export type Report = (line: string) => void
