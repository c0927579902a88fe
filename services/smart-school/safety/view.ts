import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate } from '@modellregion/standards'
import { listWatched } from '../alarm/queries/watch.ts'
import { gapOf, openingOfChannel } from '../alarm/rules/watch.ts'
import type { Channel, Opening } from '../alarm/schema.ts'
import { listFreeDays } from '../water/queries/days.ts'
import type { School } from '../store/schema.ts'
import { listMovements, listSafetySettings, listStateSince } from './queries.ts'
import { countNights, type Night } from './rules/nights.ts'
import { settingOf } from './rules/opening.ts'
import type { SafetySetting } from './schema.ts'

export type Contact = {
  readonly seriesId: number
  readonly place: string
  readonly thingId: number
  readonly opening: Opening | null
  /** Null: it is silent, so nobody knows. */
  readonly on: boolean | null
  readonly since: Date | null
  readonly heardAt: Date | null
}
/** `sealed`: contacts at doors and windows of sealed rooms, of which nothing but their number is told: when one opens is when somebody comes. */
export type SafetyView = { readonly openings: readonly Contact[]; readonly sealed: number; readonly water: readonly Contact[]; readonly smoke: readonly Contact[]; readonly setting: SafetySetting; readonly nights: readonly Night[] }

const nightsShown = 14

/** Everything the safety page of a school shows. Movement is read only where it is switched on, and never of sealed rooms. */
export async function readSafety(db: UnitOfWork, school: Pick<School, 'id'>): Promise<SafetyView> {
  const watched = await listWatched(db, school.id)
  const setting = settingOf(await listSafetySettings(db), school.id)
  const told = ({ quantity, audience }: Channel): boolean => (quantity === 'contact' && audience !== 'sealed') || quantity === 'leak' || quantity === 'smoke'
  const contacts = watched.filter(told)
  const since = new Map((await listStateSince(db, contacts.map(({ seriesId }) => seriesId))).map((row) => [row.seriesId, row.since]))
  const contactsOf = (quantity: Channel['quantity']): Contact[] =>
    contacts.filter((row) => row.quantity === quantity).map((row) => {
      const isHeard = row.value !== null && row.lastTime !== null && db.now.getTime() - row.lastTime.getTime() <= gapOf(row) * 60_000
      return { seriesId: row.seriesId, place: row.place, thingId: row.thingId, opening: openingOfChannel(row), on: isHeard ? (row.value ?? 0) > 0.5 : null, since: isHeard ? (since.get(row.seriesId) ?? null) : null, heardAt: row.lastTime }
    })
  const sealed = watched.filter((row) => row.quantity === 'contact' && !told(row)).length
  return { openings: contactsOf('contact'), sealed, water: contactsOf('leak'), smoke: contactsOf('smoke'), setting, nights: setting.presence ? await nightsOf(db, watched, setting) : [] }
}

async function nightsOf(db: UnitOfWork, watched: readonly Channel[], setting: SafetySetting): Promise<Night[]> {
  const series = watched.filter(({ quantity, audience }) => (quantity === 'motion' || quantity === 'occupancy') && audience !== 'sealed')
  const today = localDate(db.now)
  const movements = await listMovements(db, series.map(({ seriesId }) => seriesId), instantAt(addDays(today, -nightsShown), 12), db.now)
  const free = new Set<string>((await listFreeDays(db, setting.schoolId, addDays(today, -nightsShown), today)).map(({ day }) => day))
  return countNights(movements, { ...setting, free }, today, nightsShown)
}
