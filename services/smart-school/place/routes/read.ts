import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { body, boundaryOf, findMunicipality, get, NotFound, page, refuse, title, type Ask } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import type { Backdrop } from '@modellregion/ui'
import { pageWords, words } from '../../locales/index.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { worksFor } from '../../protection/rules.ts'
import { getSchool, getSchoolById, getThing, listSchools, listThingsOfSchool } from '../../store/queries.ts'
import type { School, Thing } from '../../store/schema.ts'
import { csvOfRoom } from '../csv.ts'
import { schoolCrumbs, schoolHref, schoolLinks } from '../frame.ts'
import { HomePage } from '../pages/home.tsx'
import { RoomPage } from '../pages/room.tsx'
import { RoomsPage } from '../pages/rooms.tsx'
import { SchoolPage } from '../pages/school.tsx'
import { listSchoolPositions } from '../queries.ts'
import { placeOf, readSchool } from '../read.ts'
import { readRoom } from '../room.ts'
import { dayAsked, spanOf, type RoomPeriod } from '../rules/period.ts'
import { tasksOf } from '../tasks.ts'

const BySlug = Type.Object({ slug: Type.String({ maxLength: 60 }) })
const ById = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const InSpan = Type.Object({ period: Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month'), Type.Literal('year')], { default: 'day' }), day: Type.Optional(Type.String({ maxLength: 10 })) })

/** Pages that show what is measured. Everybody comes in; what they see is decided value by value. */
export const readRoutes = [
  get('/smart-school', { access: 'anyone', title: title(words, 'place.home.title') }, async (ask) => {
    const [schools, positions, reach] = await ask.read(async (db) => [await listSchools(db), await listSchoolPositions(db), await reachOfActor(db, ask.actor)] as const)
    const own = reach.schoolIds === null ? [] : schools.filter(({ id }) => worksFor(reach, id))
    return page(HomePage, { t: ask.say(pageWords), schools, own, positions: new Map(positions.map(({ id, position }) => [id, position])), backdrop: backdropOf(schools), mayManage: ask.may('place.manage') }, { crumbs: [{ label: ask.say(words)('service.title') }], frame: 'list' })
  }),

  get('/smart-school/school/:slug', { access: 'anyone', params: BySlug, title: title(words, 'place.home.title'), subject: (db, { slug }) => getSchool(db, slug) }, async (ask) => {
    const { subject: school } = ask
    const t = ask.say(pageWords)
    const [reach, view, tasks] = await ask.read(async (db) => {
      const reach = await reachOfActor(db, ask.actor)
      return [reach, await readSchool(db, school, reach), worksFor(reach, school.id) ? await tasksOf(db, school, reach, t, ask.may('device.manage')) : []] as const
    })
    return page(SchoolPage, { t, view, links: schoolLinks(school, reach), works: worksFor(reach, school.id), mayManage: ask.may('place.manage'), tasks }, optionsOf(ask, school))
  }),

  get('/smart-school/school/:slug/rooms', { access: 'place.see-rooms', params: BySlug, title: title(words, 'place.nav.rooms'), subject: (db, { slug }) => getSchool(db, slug) }, async (ask) => {
    const { subject: school } = ask
    const t = ask.say(pageWords)
    const [reach, view] = await ask.read(async (db) => {
      const reach = await reachOfActor(db, ask.actor)
      return [reach, await readSchool(db, school, reach)] as const
    })
    if (!worksFor(reach, school.id)) return refuse(403, 'smart-school.place.other-school', t('smart-school.place.other-school'), { label: school.name, href: schoolHref(school.slug) })
    return page(RoomsPage, { t, view, links: schoolLinks(school, reach) }, optionsOf(ask, school, t('place.nav.rooms')))
  }),

  get('/smart-school/room/:id', { access: 'anyone', params: ById, query: InSpan, title: title(words, 'place.rooms.room'), subject: (db, { id }) => getPlace(db, id) }, async (ask) => {
    const t = ask.say(pageWords)
    const { subject: thing } = ask
    const today = localDate(ask.now)
    const span = spanFrom(ask.query, today)
    const { school, reach, view, where } = await ask.read(async (db) => {
      const reach = await reachOfActor(db, ask.actor)
      const school = thing.schoolId === null ? undefined : await getSchoolById(db, thing.schoolId)
      return { school, reach, view: await readRoom(db, thing, span, reach), where: school ? placeOf(thing, await listThingsOfSchool(db, school.id)) : '' }
    })
    const works = school !== undefined && worksFor(reach, school.id)
    // Whoever does not work there sees a place only by what is public about it.
    if (!works && view.series.length === 0 && view.latest.length === 0) return refuse(403, 'smart-school.place.not-public', t('smart-school.place.not-public'), school && { label: school.name, href: schoolHref(school.slug) })
    const options = school ? optionsOf(ask, school, thing.name) : { crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: thing.name }] }
    return page(RoomPage, { t, thing, where, school, links: school ? schoolLinks(school, reach) : [], works, span, today, ...view, mayDevices: ask.may('device.manage') }, { ...options, title: `${thing.name}, ${school?.name ?? ''}`, frame: 'object', private: works })
  }),

  get('/smart-school/room/:id/values.csv', { access: 'anyone', params: ById, query: InSpan, subject: (db, { id }) => getPlace(db, id), rate: { max: 60, per: 'minute' }, api: { summary: 'What was measured at a place in a day, week, month or year, as comma separated values, as far as the reader may see it.' } }, async (ask) => {
    const { subject: thing } = ask
    const span = spanFrom(ask.query, localDate(ask.now))
    const reach = await ask.read((db) => reachOfActor(db, ask.actor))
    const rows = csvOfRoom((work) => ask.read(work), thing, span, reach, ask.say(pageWords))
    return body('text/csv; charset=utf-8', Readable.from(rows), { headers: { 'content-disposition': `attachment; filename="room-${thing.id}-${span.period}-${span.from}.csv"` } })
  }),
]

/** Rooms and what else measures: not schools, buildings and floors. @throws NotFound */
async function getPlace(db: Parameters<typeof getThing>[0], id: number): Promise<Thing> {
  const thing = await getThing(db, id)
  if (thing.kind === 'school') throw new NotFound()
  return thing
}

const spanFrom = (query: { period: RoomPeriod; day?: string }, today: ReturnType<typeof localDate>) => spanOf(query.period, dayAsked(query.day, today))

function optionsOf(ask: Pick<Ask, 'say'>, school: School, here?: string) {
  return { title: here === undefined ? school.name : `${here}, ${school.name}`, frame: 'object' as const, crumbs: schoolCrumbs(ask.say(words)('service.title'), school, here) }
}

/** Outlines of the municipalities in which the schools stand. */
function backdropOf(schools: readonly School[]): Backdrop[] {
  const places = new Set(schools.flatMap(({ place }) => findMunicipality(place.split('-')[0] ?? '')?.ags ?? []))
  return [...places].flatMap((ags) => {
    const polygons = boundaryOf(ags)
    return polygons ? [{ kind: 'land' as const, geometry: { type: 'MultiPolygon' as const, coordinates: polygons } }] : []
  })
}

