import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../ui/brand')

/** Shipped marks and motifs by name. */
export function brandPictures(): { marks: string[]; motifs: string[] } {
  const files = readdirSync(folder)
  const named = (ending: string) => files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length))
  return { marks: named('-mark.svg'), motifs: named('-motif.svg') }
}
