import { Type } from 'typebox'
import { consolePage, errorsIn, get, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { sealThing } from '../../protection/seal.ts'
import { getSchool, getSchoolById, getThing, listThingsOfSchool } from '../../store/queries.ts'
import type { School, Thing } from '../../store/schema.ts'
import { PlaceInput, SchoolInput } from '../forms.ts'
import { schoolHref } from '../frame.ts'
import { changePlace, changeSchool, createPlace, createSchool, retirePlace, retireSchool, type SchoolDetails } from '../manage.ts'
import { PlaceFormPage, PlacesPage, RetirePlacePage, SchoolFormPage, type PlaceFormProps } from '../pages/manage.tsx'
import { readLessons, showLessons, slugOf } from '../rules/lessons.ts'
import { leastReason, sealingOf } from '../rules/sealing.ts'
import { meterUnits, placedBelow, placedKinds, type PlacedKind } from '../schema.ts'

type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'url' | 'may' | 'platform' | 'tenant' | 'actor' | 'locale' | 'now'>
const BySlug = Type.Object({ slug: Type.String({ maxLength: 60 }) })
const ById = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const Kind = Type.Union(placedKinds.map((kind) => Type.Literal(kind)))
const may = { access: 'place.manage' }
const bySlug = { ...may, params: BySlug, subject: (db: UnitOfWork, { slug }: { slug: string }) => getSchool(db, slug) }
const byId = { ...may, params: ById, subject: async (db: UnitOfWork, { id }: { id: number }): Promise<{ thing: Thing; school: School }> => {
  const thing = await getThing(db, id)
  if (thing.schoolId === null || thing.kind === 'school' || thing.kind === null) throw new NotFound()
  return { thing, school: await getSchoolById(db, thing.schoolId) }
} }
const labelsOf = (t: PageT) => (field: string): string => t.find(`place.label.${field}`) ?? t.find(`place.field.${field}`) ?? field
const failing = (ask: Asks, failed: boolean) => consolePage(ask, failed ? { status: 422, hasErrors: true } : {})

/** Schools, buildings, rooms and meters: made, changed, taken out of use. */
export const manageRoutes = [
  get('/smart-school/place/new-school', { ...may, title: title(words, 'place.manage.new-school') }, (ask) => schoolForm(ask, undefined, {}, {})),
  post('/smart-school/place/new-school', { ...may, title: title(words, 'place.manage.new-school') }, async (ask) => {
    const read = readSchool(ask, undefined)
    if (!read.ok) return schoolForm(ask, undefined, read.typed, read.errors)
    const id = await ask.write((db) => createSchool(db, read.details))
    return id === undefined ? schoolForm(ask, undefined, ask.form(SchoolInput).typed, { slug: ask.say(pageWords)('smart-school.place.slug-taken') }) : seeOther(`${schoolHref(read.details.slug)}/places?done=1`)
  }),

  get('/smart-school/school/:slug/edit', { ...bySlug, title: title(words, 'place.manage.edit-school') }, (ask) => schoolForm(ask, ask.subject, typedOfSchool(ask.subject), {})),
  post('/smart-school/school/:slug/edit', { ...bySlug, title: title(words, 'place.manage.edit-school') }, async (ask) => {
    const read = readSchool(ask, ask.subject)
    if (!read.ok) return schoolForm(ask, ask.subject, read.typed, read.errors)
    await ask.write((db) => changeSchool(db, ask.subject.id, read.details))
    return seeOther(schoolHref(ask.subject.slug))
  }),
  get('/smart-school/school/:slug/retire', { ...bySlug, title: title(words, 'place.manage.retire-school') }, (ask) => retireSchoolPage(ask, ask.subject)),
  post('/smart-school/school/:slug/retire', { ...bySlug, title: title(words, 'place.manage.retire-school') }, async (ask) => {
    const refusal = await ask.write((db) => retireSchool(db, ask.subject))
    return refusal ? retireSchoolPage(ask, ask.subject, ask.say(pageWords)(`smart-school.place.has-${refusal}`)) : seeOther('/smart-school')
  }),

  get('/smart-school/school/:slug/places', { ...bySlug, query: Type.Object({ done: Type.Optional(Type.String()) }), title: title(words, 'place.manage.places') }, async (ask) => {
    const things = await ask.read((db) => listThingsOfSchool(db, ask.subject.id))
    return page(PlacesPage, { t: ask.say(pageWords), school: ask.subject, things, done: ask.query.done !== undefined }, consolePage(ask))
  }),

  get('/smart-school/place/new', { ...may, query: Type.Object({ school: Type.String({ maxLength: 60 }), kind: Kind }), title: title(words, 'place.manage.add') }, async (ask) =>
    placeForm(ask, await ask.read((db) => getSchool(db, ask.query.school)), ask.query.kind, undefined, { outlets: '1' }, {}),
  ),
  post('/smart-school/place/new', { ...may, title: title(words, 'place.manage.add') }, async (ask) => {
    const t = ask.say(pageWords)
    const where = ask.form(Type.Object({ school: Type.String({ maxLength: 60 }), kind: Kind, parent: Type.Optional(Type.Integer()) }))
    if (!where.ok) return refuse(400, 'smart-school.place.form', t('smart-school.place.form'), { label: t('service.title'), href: '/smart-school' })
    const { kind, parent } = where.value
    const school = await ask.read((db) => getSchool(db, where.value.school))
    const form = ask.form(PlaceInput)
    const typed: Typed = { ...form.typed, ...where.typed }
    const errors: FormErrors = { ...(form.ok ? missingOf(t, kind, form.value, true) : errorsIn(t, form.errors, labelsOf(t))) }
    const things = await ask.read((db) => listThingsOfSchool(db, school.id))
    const stands = things.find(({ id, retiredAt }) => id === parent && retiredAt === null)
    const allowed: readonly (string | null)[] = placedBelow[kind]
    if (!stands || !allowed.includes(stands.kind)) return placeForm(ask, school, kind, undefined, typed, { ...errors, parent: t('smart-school.place.parent') })
    if (!form.ok || Object.keys(errors).length > 0) return placeForm(ask, school, kind, undefined, typed, errors)
    await ask.write(async (db) => {
      await createPlace(db, { kind, parentId: stands.id, schoolId: school.id, name: form.value.name, properties: propertiesOf(kind, form.value, undefined) })
    })
    return seeOther(`${schoolHref(school.slug)}/places?done=1`)
  }),

  get('/smart-school/place/:id/edit', { ...byId, title: title(words, 'place.manage.change') }, ({ subject: { thing, school }, ...ask }) => placeForm(ask, school, kindOf(thing), thing, typedOfThing(thing), {})),
  post('/smart-school/place/:id/edit', { ...byId, title: title(words, 'place.manage.change') }, async (ask) => {
    const t = ask.say(pageWords)
    const { thing, school } = ask.subject
    const form = ask.form(PlaceInput)
    if (!form.ok) return placeForm(ask, school, kindOf(thing), thing, form.typed, errorsIn(t, form.errors, labelsOf(t)))
    const missing = thing.kind === 'room' ? missingOf(t, 'room', form.value, false) : {}
    if (Object.keys(missing).length > 0) return placeForm(ask, school, kindOf(thing), thing, form.typed, missing)
    const properties = propertiesOf(kindOf(thing), form.value, thing)
    await ask.write(async (db) => {
      await changePlace(db, thing, { name: form.value.name, properties })
      if (thing.kind === 'room') await sealThing(db, thing.id, properties['sealed'] === true)
    })
    return seeOther(`${schoolHref(school.slug)}/places?done=1`)
  }),
  get('/smart-school/place/:id/retire', { ...byId, title: title(words, 'place.manage.retire') }, ({ subject: { thing }, ...ask }) => retirePage(ask, thing)),
  post('/smart-school/place/:id/retire', { ...byId, title: title(words, 'place.manage.retire') }, async (ask) => {
    const { thing, school } = ask.subject
    const refusal = await ask.write((db) => retirePlace(db, thing))
    return refusal ? retirePage(ask, thing, ask.say(pageWords)(`smart-school.place.has-${refusal}`)) : seeOther(`${schoolHref(school.slug)}/places?done=1`)
  }),
]

const kindOf = (thing: Thing): PlacedKind => placedKinds.find((kind) => kind === thing.kind) ?? 'room'

function retirePage(ask: Asks, thing: Thing, refusal?: string): Answer {
  return page(RetirePlacePage, { t: ask.say(pageWords), csrf: ask.csrf(), name: thing.name, action: `/smart-school/place/${thing.id}/retire`, back: `/smart-school/place/${thing.id}/edit`, refusal }, failing(ask, refusal !== undefined))
}

function retireSchoolPage(ask: Asks, { name, slug }: School, refusal?: string): Answer {
  return page(RetirePlacePage, { t: ask.say(pageWords), csrf: ask.csrf(), name, action: `${schoolHref(slug)}/retire`, back: schoolHref(slug), refusal }, failing(ask, refusal !== undefined))
}

function schoolForm(ask: Asks, school: School | undefined, typed: Typed, errors: FormErrors): Answer {
  return page(SchoolFormPage, { t: ask.say(pageWords), csrf: ask.csrf(), typed, errors, school }, failing(ask, Object.keys(errors).length > 0))
}

async function placeForm(ask: Asks, school: School, kind: PlacedKind, thing: Thing | undefined, typed: Typed, errors: FormErrors): Promise<Answer> {
  const things = await ask.read((db) => listThingsOfSchool(db, school.id))
  const props: PlaceFormProps = { t: ask.say(pageWords), csrf: ask.csrf(), typed, errors, school, kind, thing, things }
  return page(PlaceFormPage, props, failing(ask, Object.keys(errors).length > 0))
}

type ReadSchool = { ok: true; details: SchoolDetails } | { ok: false; typed: Typed; errors: FormErrors }

function readSchool(ask: Pick<Ask, 'form' | 'say'>, known: School | undefined): ReadSchool {
  const t = ask.say(pageWords)
  const form = ask.form(SchoolInput)
  if (!form.ok) return { ok: false, typed: form.typed, errors: errorsIn(t, form.errors, labelsOf(t)) }
  const { name, slug, form: kind, place = '', pupils = null, heatedAreaM2 = null, hallAreaM2 = null, lessons = '' } = form.value
  const read = readLessons(lessons)
  const short = known?.slug ?? slug ?? slugOf(name)
  const errors: FormErrors = { ...(read === undefined && { lessons: t('smart-school.place.lessons') }), ...(short.length < 2 && { slug: t('smart-school.place.slug') }) }
  return read === undefined || short.length < 2 ? { ok: false, typed: form.typed, errors } : { ok: true, details: { name, slug: short, form: kind, place, pupils, heatedAreaM2, hallAreaM2, lessons: read } }
}

const numberText = (value: number | null): string => (value === null ? '' : String(value))
const typedOfSchool = (school: School): Typed => ({ name: school.name, form: school.form, place: school.place, pupils: numberText(school.pupils), heatedAreaM2: numberText(school.heatedAreaM2), hallAreaM2: numberText(school.hallAreaM2), lessons: showLessons(school.lessons) })
const typedOfThing = ({ name, properties }: Thing): Typed => ({ name, ...Object.fromEntries(Object.entries(properties).flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[key, value === false ? '' : String(value)]] : []))) })

/** What a kind needs and the form left open. */
const missingOf = (t: PageT, kind: PlacedKind, input: PlaceInput, isNew: boolean): FormErrors => ({
  ...(kind === 'meter-point' && input.quantity === undefined && { quantity: t('smart-school.place.quantity') }),
  ...(kind === 'outlet-group' && input.outlets === undefined && { outlets: t('smart-school.place.outlets') }),
  ...(kind === 'room' && !sealingOf(input, isNew) && { openReason: t('smart-school.place.open-reason', { least: leastReason }) }),
})

/** What a meter counts stays as it was: its history would mean something else. */
function propertiesOf(kind: PlacedKind, input: PlaceInput, thing: Thing | undefined): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'room': {
      const sealing = sealingOf(input, thing === undefined)
      return { use: input.use, areaM2: input.areaM2, seats: input.seats, sealed: sealing?.sealed === true ? true : undefined, openReason: sealing?.openReason }
    }
    case 'meter-point':
      return { ...(thing ? {} : { quantity: input.quantity, unit: meterUnits[input.quantity ?? 'electricity'] }), serial: input.serial }
    case 'outlet-group':
      return { outlets: input.outlets ?? 1, warm: input.warm === true }
    case 'building':
    case 'floor':
    case 'outdoor':
      return {}
  }
}
