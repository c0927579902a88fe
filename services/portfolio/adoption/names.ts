import type { Platform } from '@modellregion/kernel'
import { commons, type Entry } from '../shelf/schema.ts'
import type { Installation } from './schema.ts'

/** What the town of a row is called; undefined for what comes with the platform. A town that has left is called by its id. */
export const townName = (platform: Pick<Platform, 'directory'>, id: string): string | undefined => (id === commons ? undefined : (platform.directory.byId(id)?.name ?? id))

type Origin = { readonly entry?: Pick<Entry, 'town' | 'origin' | 'contact' | 'sourceUrl'> | undefined; readonly installation?: Pick<Installation, 'entryTown' | 'sourceUrl'> | undefined }

/** Whom a thing is from. A package is in the town's own catalogue, but it is from whoever wrote it elsewhere. Undefined for what comes with the platform. */
export function originName(platform: Pick<Platform, 'directory'>, { id }: { readonly id: string }, { entry, installation }: Origin): string | undefined {
  const address = installation?.sourceUrl ?? entry?.sourceUrl
  if (entry?.origin === 'package' && entry.contact.office) return entry.contact.office
  const town = installation?.entryTown ?? entry?.town ?? commons
  return town === id && address && URL.canParse(address) ? new URL(address).host : townName(platform, town)
}
