import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '../../../publiccode.yml')

export type SourceFacts = { url: string | undefined; version: string; licence: string }

/** What publiccode.yml (standard of the Foundation for Public Code, 0.4) says about this software. */
export function sourceFacts(text: string | undefined = existsSync(file) ? readFileSync(file, 'utf8') : undefined): SourceFacts {
  const value = (key: string) => new RegExp(`^\\s*${key}:\\s*["']?([^"'#\\n]+?)["']?\\s*$`, 'm').exec(text ?? '')?.[1]
  return { url: value('url'), version: value('softwareVersion') ?? '0.1.0', licence: value('license') ?? 'EUPL-1.2' }
}
