import type { Draft } from '../draft/schema.ts'
import { formatCode, inLanguage } from '../dataset/record.ts'
import { formatShort } from '../dataset/labels.ts'
import type { T } from '../locales/index.ts'
import type { FileVersion } from '../version/schema.ts'

/** How far a file is: `linked` lies elsewhere, `coming` is being fetched or never came, the rest as the look at it says. */
export type FileState = 'linked' | 'coming' | 'waiting' | 'table' | 'plain' | 'refused'

/** A file of a draft in a list. */
export type FileRow = { id: string; title: string; format: string | undefined; size: string | undefined; state: FileState; rows: number | undefined; version: { id: string; number: number } | undefined; warnings: number; stops: number; address: string | undefined }

export function fileRows(t: T, { document }: Pick<Draft, 'document'>, versions: readonly FileVersion[]): FileRow[] {
  const byId = new Map(versions.map((version) => [version.id, version]))
  return document.distribution.map((file) => {
    const version = file.versionId === undefined ? undefined : byId.get(file.versionId)
    const accepted = new Set(version?.choices.accepted ?? [])
    const count = (severity: 'warn' | 'stop') => version?.inspection?.findings.filter((finding) => finding.severity === severity && !accepted.has(finding.code)).length ?? 0
    return {
      id: file.id ?? '',
      title: inLanguage(file.title) ?? version?.name ?? file.accessURL[0] ?? '',
      format: file.format === undefined ? undefined : formatShort(formatCode(file.format)),
      size: version ? t.format.bytes(version.byteSize) : undefined,
      state: stateOf(file.versionId, version),
      rows: version?.rowCount ?? undefined,
      version: version && { id: version.id, number: version.number },
      warnings: count('warn'),
      stops: Math.max(count('stop'), version?.state === 'refused' ? 1 : 0),
      address: file.versionId === undefined ? (file.downloadURL[0] ?? file.accessURL[0]) : undefined,
    }
  })
}

function stateOf(versionId: string | undefined, version: FileVersion | undefined): FileState {
  if (versionId === undefined) return 'linked'
  if (!version) return 'coming'
  if (version.state === 'waiting' || version.state === 'loading') return 'waiting'
  if (version.state === 'refused') return 'refused'
  return version.tableFile === null ? 'plain' : 'table'
}
