import { Type } from 'typebox'
import { get, page, refuse, title, type Answer, type Ask } from '@modellregion/kernel'
import { addDays, dayBounds, isSchoolDay, localDate, nextSchoolDay, parsePlainDate, weekday, type PlainDate } from '@modellregion/standards'
import { words } from '../../locales/index.ts'
import { schoolCrumbs, schoolHref, schoolLinks } from '../../place/frame.ts'
import { firstDay } from '../../place/rules/period.ts'
import { sealedLessons } from '../../protection/aggregate.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { actsAt, worksFor } from '../../protection/rules.ts'
import type { Series } from '../../store/schema.ts'
import { getSchool, getSchoolById, getThing } from '../../store/queries.ts'
import { airingsOf, driftOf, mouldFrom, overAiringsOf, wallHumidity } from '../airing.ts'
import { lessonAir } from '../lessons.ts'
import { airNow } from '../now.ts'
import { RoomAirPage } from '../pages/room.tsx'
import { SchoolAirPage } from '../pages/school.tsx'
import { readPointsOf } from '../queries.ts'
import { airOf, inOrder } from '../rules.ts'
import { airRoomsOf, pointsOf, schoolAir } from '../read.ts'
import { sizeOf } from '../schema.ts'

const BySlug = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 80 }) })
const ById = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const ByDay = Type.Object({ day: Type.Optional(Type.String({ maxLength: 10 })), week: Type.Optional(Type.String({ maxLength: 10 })) })

/** The air of a school and of one room, for the people who work there. */
export const airReadRoutes = [
  get('/smart-school/school/:slug/air', { access: 'air.read', params: BySlug, query: ByDay, title: title(words, 'air.school.title') }, async (ask) => {
    const t = ask.say(words)
    const today = localDate(ask.now)
    const asked = parsePlainDate(ask.query.week ?? ask.query.day ?? '')
    const isWeek = ask.query.week !== undefined
    const day = asked !== undefined && isAsked(asked, today) ? asked : lastSchoolDay(today)
    const monday = addDays(day, 1 - weekday(day))
    const days: readonly [PlainDate, ...PlainDate[]] = isWeek ? [monday, ...[1, 2, 3, 4].map((n) => addDays(monday, n))] : [day]
    const found = await ask.read(async (db) => {
      const [school, reach] = [await getSchool(db, ask.params.slug), await reachOfActor(db, ask.actor)]
      return worksFor(reach, school.id) ? { school, reach, air: await schoolAir(db, school, reach, days), sealed: isWeek ? undefined : await sealedLessons(db, school, reach, day) } : undefined
    })
    if (!found) return notYours(ask)
    const { school, reach, air, sealed } = found
    const previous = isWeek ? addDays(days[0], -7) : lastSchoolDay(addDays(day, -1))
    const next = isWeek ? addDays(days[0], 7) : nextSchoolDay(day)
    return page(
      SchoolAirPage,
      { t, school, links: schoolLinks(school, reach), air, sealed, days, previous, next: next <= today ? next : undefined, mayMake: actsAt(reach, school.id) && ask.may('display.make') },
      { private: true, noindex: true, crumbs: schoolCrumbs(t('service.title'), school, t('air.school.title')) },
    )
  }),

  get('/smart-school/room/:id/air', { access: 'air.read', params: ById, query: ByDay, subject: (db, { id }) => getThing(db, id), title: title(words, 'air.room.title') }, async (ask) => {
    const { subject: room, now } = ask
    const t = ask.say(words)
    const today = localDate(now)
    const asked = parsePlainDate(ask.query.day ?? '')
    const day = asked !== undefined && isAsked(asked, today) ? asked : today
    const { start, end } = dayBounds(day)
    const found = await ask.read(async (db) => {
      const reach = await reachOfActor(db, ask.actor)
      if (room.schoolId === null || !worksFor(reach, room.schoolId)) return { refusal: 'not-yours' as const }
      const school = await getSchoolById(db, room.schoolId)
      const { rooms, hidden, outdoor } = await airRoomsOf(db, school.id, reach)
      const mine = rooms.find(({ thing }) => thing.id === room.id)
      if (!mine && hidden.some(({ id }) => id === room.id)) return { refusal: 'hidden' as const }
      if (!mine) return { refusal: room.properties['sealed'] === true ? ('sealed' as const) : ('no-sensor' as const) }
      const read = async (series: readonly Series[], from = start) => inOrder(pointsOf(await readPointsOf(db, series.map(({ id }) => id), from, end), series))
      const twoWeeks = await read(mine.co2, new Date(end.getTime() - 14 * 86_400_000))
      return { school, lessons: await lessonAir(db, school, room.id, day), co2: await read(mine.co2), temperature: await read(mine.temperature), humidity: await read(mine.humidity), outside: await read(outdoor), drift: driftOf(twoWeeks) }
    })
    if (found.refusal) return found.refusal === 'not-yours' ? notYours(ask) : refuse(404, `smart-school.air.${found.refusal}`, t(`air.${found.refusal}`))
    const { school, lessons, co2, temperature, humidity, outside, drift } = found
    const outdoorCelsius = airOf(outside, start, end, 180).mean
    const size = sizeOf(room.properties)
    const means = { indoor: airOf(temperature, start, end).mean, humidity: airOf(humidity, start, end).mean }
    const wall = means.indoor !== null && means.humidity !== null && outdoorCelsius !== null ? wallHumidity(means.indoor, means.humidity, outdoorCelsius) : undefined
    const current = airNow(co2, now)
    const next = addDays(day, 1)
    const address = (date: PlainDate): string => `/smart-school/room/${room.id}/air?day=${date}`
    return page(
      RoomAirPage,
      {
        t, room, day, from: start, until: end, co2, temperature, lessons, drift,
        airings: airingsOf(co2),
        over: overAiringsOf(co2, temperature, { volumeM3: size.volumeM3, outdoorCelsius }),
        sizeEstimated: size.estimated,
        ...(day === today && current.value !== null && current.at && { now: { value: current.value, at: current.at, band: current.band, forecast: current.forecast } }),
        ...(wall !== undefined && wall >= mouldFrom && { mould: wall }),
        previous: address(addDays(day, -1)),
        ...(next <= today && { next: address(next) }),
      },
      {
        title: t('air.room.title', { room: room.name }),
        private: true,
        noindex: true,
        crumbs: [...schoolCrumbs(t('service.title'), school, t('air.school.title')).slice(0, 2), { label: t('air.school.title'), href: schoolHref(school.slug, 'air') }, { label: room.name }],
      },
    )
  }),
]

/** Days that a page can show: over or running, and within the years of which holidays are known. */
const isAsked = (day: PlainDate, today: PlainDate): boolean => day >= firstDay && day <= today

function lastSchoolDay(today: PlainDate): PlainDate {
  let day = today
  for (let back = 0; back < 60 && !isSchoolDay(day); back++) day = addDays(day, -1)
  return day
}

/** The same refusal wherever somebody asks for a school they do not work for. */
export const notYours = (ask: Pick<Ask, 'say'>): Answer => refuse(403, 'smart-school.air.not-yours', ask.say(words)('air.not-yours'), { label: ask.say(words)('air.not-yours-next'), href: '/smart-school' })
