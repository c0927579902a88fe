import { newId, type UnitOfWork } from '@modellregion/kernel'
import { addDays, dayNumber, fromDayNumber, instantAt, isSchoolDay, localDate, localTime, type PlainDate } from '@modellregion/standards'
import type { QuantityId } from '../quantity/quantity.ts'
import { closeHint, insertHint, listDismissed, listHangingSeries, listOpenHints, readHourMeans } from './queries.ts'
import { suspicionsIn, type Course, type HourMean } from './rules/pattern.ts'

const watched: readonly QuantityId[] = ['co2', 'temperature', 'light']
/** School days that are looked at: three to judge and 21 before them. Twelve weeks hold as many, unless it is summer. */
const days = 24
const oldest = 84
/** Whoever said "it hangs rightly" is not asked the same again for so long. */
const peaceDays = 60

/** Looks at the sensors of one school and writes down which seem to hang elsewhere. Returns how many hints are new. Safe to repeat. */
export async function watchSchool(db: UnitOfWork, schoolId: number): Promise<number> {
  const today = localDate(db.now)
  const span = schoolDaysBefore(today)
  const first = span[0]
  if (first === undefined) return 0
  const courses = await readCourses(db, schoolId, first, today)
  const found = suspicionsIn(courses, span.map(dayNumber))
  const dismissed = await listDismissed(db, instantAt(addDays(today, -peaceDays)))
  const open = (await listOpenHints(db)).filter((hint) => hint.schoolId === schoolId)
  for (const hint of open) if (!found.some(({ sensor, likeRoom }) => sensor === hint.devEui && likeRoom === hint.placeId)) await closeHint(db, hint.id, 'over')
  let fresh = 0
  for (const { sensor, room, likeRoom, sinceDay, score } of found) {
    if (dismissed.some(({ devEui, likeThingId }) => devEui === sensor && likeThingId === likeRoom)) continue
    fresh += await insertHint(db, { id: newId(db.now), devEui: sensor, thingId: room, likeThingId: likeRoom, since: instantAt(fromDayNumber(sinceDay)), score })
  }
  return fresh
}

/** Whole school days before today, rising. */
function schoolDaysBefore(today: PlainDate): PlainDate[] {
  const found: PlainDate[] = []
  for (let ago = 1; ago <= oldest && found.length < days; ago++) if (isSchoolDay(addDays(today, -ago))) found.unshift(addDays(today, -ago))
  return found
}

async function readCourses(db: UnitOfWork, schoolId: number, from: PlainDate, until: PlainDate): Promise<Course[]> {
  const hanging = await listHangingSeries(db, schoolId, watched)
  const rows = Map.groupBy(await readHourMeans(db, hanging.map(({ seriesId }) => seriesId), instantAt(from), instantAt(until)), ({ seriesId }) => seriesId)
  return [...Map.groupBy(hanging, ({ devEui }) => devEui)].map(([sensor, series]) => ({
    sensor,
    room: series[0]?.thingId ?? 0,
    hours: new Map(series.map(({ quantity, seriesId, since }) => [quantity, (rows.get(seriesId) ?? []).filter(({ at }) => at >= since).map(hourOf)])),
  }))
}

function hourOf({ at, value }: { at: Date; value: number }): HourMean {
  const { date, hour } = localTime(at)
  return { day: dayNumber(date), hour, value }
}
