import type { MandateClaim } from '@modellregion/contracts'
import type { Platform } from '../boot/platform.ts'
import type { Actor } from './actor.ts'
import { endSessionsUnderMandate } from './queries/session.ts'

/** Whoever acts for somebody else does so within the mandate: in all services when it names none, else in those it names. */
export const actsWithin = ({ mandate }: Pick<Actor, 'mandate'>, service: string): boolean => mandate === undefined || mandate.scope.length === 0 || mandate.scope.includes(service)

/** Is the last moment of a mandate over? */
export const isOver = ({ until }: Pick<MandateClaim, 'until'>, now: Date): boolean => until !== undefined && new Date(until) <= now

/** Ends at once every session of the platform in which somebody acts under this mandate. Returns how many there were. */
export const endSessionsUnder = (platform: Pick<Platform, 'database' | 'now'>, tenant: string, mandateId: string): Promise<number> =>
  platform.database.unit({ tenant, service: 'platform', access: 'write', now: platform.now() }, (db) => endSessionsUnderMandate(db, mandateId))
