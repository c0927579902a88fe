import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Platform } from '@modellregion/kernel'
import { checkPubliccode } from './rules/check.ts'
import { withoutPeople } from './rules/reduce.ts'
import { complete } from './rules/write.ts'
import type { Publiccode } from './schema.ts'

type Service = Platform['registry']['services'][number]

/** The file of the whole platform: where its source is says the operator there. */
const platformFile = join(import.meta.dirname, '../../../publiccode.yml')

/** What an installed service says about itself, with its version and the address of the source; undefined when its file is missing or broken. */
export function publiccodeOfService(service: Service, usedBy: readonly string[]): Publiccode | undefined {
  const file = read(join(service.folder, 'publiccode.yml'))
  const platform = read(platformFile)
  return file && withoutPeople(complete(file, { usedBy, softwareVersion: service.version, ...(platform && { url: platform.url }) }))
}

/** The platform as a whole. */
export const publiccodeOfPlatform = (): Publiccode | undefined => {
  const file = read(platformFile)
  return file && withoutPeople(file)
}

const known = new Map<string, Publiccode | undefined>()

/** Files of the installation change with the installation only. */
function read(path: string): Publiccode | undefined {
  if (!known.has(path)) known.set(path, existsSync(path) ? checkPubliccode(readFileSync(path)).publiccode : undefined)
  return known.get(path)
}
