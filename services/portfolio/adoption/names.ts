import type { Platform } from '@modellregion/kernel'
import { commons } from '../shelf/schema.ts'

/** What the town of a row is called; undefined for what comes with the platform. A town that has left is called by its id. */
export const townName = (platform: Pick<Platform, 'directory'>, id: string): string | undefined => (id === commons ? undefined : (platform.directory.byId(id)?.name ?? id))
