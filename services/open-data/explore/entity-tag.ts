import { createHash } from 'node:crypto'
import type { Opened } from './open.ts'
import { changed, pairsOf } from './selection.ts'

/** The same rows, the same choice, the same form: the same tag. */
export function entityTag({ file, version, revision, selection }: Opened, form: string): string {
  const choice = JSON.stringify(pairsOf(changed(selection, { view: 'table' })))
  return `"${createHash('sha256').update(`${file.id} ${version?.tableFile ?? ''} ${revision} ${form} ${choice}`).digest('hex').slice(0, 32)}"`
}

export const names = (header: string | undefined, tag: string): boolean => header?.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === tag) ?? false
