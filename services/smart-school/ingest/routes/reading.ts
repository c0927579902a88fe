import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { errorsIn, fileAnswer, get, getFile, NotFound, page, post, receiveFile, recordFile, refuse, seeOther, title, typedOf, type Answer, type Ask, type FormErrors, type Route, type Typed, type Upload } from '@modellregion/kernel'
import { localDate, localTime } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { isOf, meteringOf, type Metering } from '../../meter/consumption.ts'
import { getMeterPoint, listMeterPoints } from '../../meter/queries.ts'
import { readableRegisters } from '../../meter/rules/registers.ts'
import type { MeterPoint, ReadingUnit } from '../../meter/schema.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { worksFor } from '../../protection/rules.ts'
import { quantityOf } from '../../quantity/quantity.ts'
import { listSchools } from '../../store/queries.ts'
import { tellChange } from '../changes.ts'
import { ChooseMeterPage, ReadingPage } from '../pages/reading.tsx'
import { getReading, listLastReadings, listReadings } from '../queries/reading.ts'
import { keepReading } from '../reading.ts'
import { barePhoto } from '../rules/photo.ts'
import { whyNotMoment } from '../rules/plausible.ts'
import { doubtOf, type Doubt } from '../rules/reading.ts'
import { typedMoment, typedNumber } from '../rules/typed.ts'

const access = { access: 'meter-reading.write', title: title(words, 'ingest.reading.title') } as const
const photoLimit = 15 * 1024 * 1024
const ReadingForm = Type.Object({
  point: Type.String({ pattern: '^[0-9]{1,9}$' }),
  register: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]{0,19}$' })),
  value: Type.String({ minLength: 1, maxLength: 20 }),
  at: Type.String({ minLength: 10, maxLength: 30 }),
  photoId: Type.Optional(Type.String({ format: 'uuid' })),
  confirmed: Type.Optional(Type.Boolean()),
})

/** Somebody reads a meter, on a telephone in the cellar: value, moment, a photo. */
export const readingRoutes: readonly Route[] = [
  get('/smart-school/meter-reading/new', { ...access, query: Type.Object({ point: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })), done: Type.Optional(Type.String()) }, { additionalProperties: true }) }, async (ask) => {
    if (ask.query.point === undefined) return await choose(ask)
    const point = await pointOf(ask, ask.query.point)
    const { date, hour, minute } = localTime(ask.now)
    return await form(ask, point, { at: `${date}T${two(hour)}:${two(minute)}` }, {}, { done: ask.query.done === '1' })
  }),
  post('/smart-school/meter-reading', { ...access, bodyLimit: photoLimit + 100_000, rate: { max: 120, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const photo = await takePhoto(ask)
    const read = ask.form(ReadingForm)
    const point = await pointOf(ask, Number(typedOf(read.typed, 'point')) || 0)
    // What was uploaded is not lost when something else has to be mended.
    const typed: Typed = photo.id === undefined ? read.typed : { ...read.typed, photoId: photo.id }
    const errors: Record<string, string> = { ...(photo.error !== undefined && { photo: photo.error }), ...(read.ok ? {} : errorsIn(t, read.errors, (field) => t.find(`ingest.reading.field.${field}`) ?? field)) }
    if (!read.ok) return await form(ask, point, typed, errors)
    const metering = await ask.read((db) => meteringOf(db, point.id))
    const register = readableRegisters(metering.registers, point.quantity).find(({ code }) => code === read.value.register)
    const several = readableRegisters(metering.registers, point.quantity).length > 1
    if (several && !register) errors['register'] = t('ingest.reading.no-register')
    const code = register?.code ?? codeToRead(metering)
    const [value, at] = [typedNumber(read.value.value), typedMoment(read.value.at)]
    const [least, most] = quantityOf(point.quantity).range
    if (value === undefined) errors['value'] = t('smart-school.ingest.no-number')
    else if (value < least || value > most) errors['value'] = t('smart-school.ingest.impossible')
    if (!at) errors['at'] = t('smart-school.ingest.no-moment')
    else if (whyNotMoment(at, ask.now)) errors['at'] = t('smart-school.ingest.wrong-moment')
    if (value === undefined || !at || Object.keys(errors).length > 0) return await form(ask, point, typed, errors)
    const ownSeries = metering.series.filter((series) => metering.registers.some((one) => one.code === code && isOf(series, one, metering))).map(({ id }) => id)
    const [last, oneBefore] = await ask.read((db) => listLastReadings(db, ownSeries, at))
    const doubt = doubtOf({ at, value }, last, oneBefore)
    if (doubt && !read.value.confirmed) return await form(ask, point, typed, {}, { doubt })
    const photoId = photo.id ?? read.value.photoId ?? null
    const written = await ask.write((db) => keepReading(db, point, { code, at, value, accountId: ask.actor.id ?? null, photoId, confirmed: doubt !== undefined }))
    tellChange(ask.platform, ask.tenant.id, { observations: [written] })
    ask.platform.live.tell('smart-school', `schools ${point.schoolId}`)
    return seeOther(`/smart-school/meter-reading/new?point=${point.id}&done=1`)
  }),
  get('/smart-school/meter-reading/:id/photo', { ...access, params: Type.Object({ id: Type.String({ format: 'uuid' }) }), api: { summary: 'Photo of a meter, for those who work for the school.', tag: 'Smart School' } }, async (ask) => {
    const [reading, reach] = await ask.read(async (db) => [await getReading(db, ask.params.id), await reachOfActor(db, ask.actor)] as const)
    const { photoId, schoolId } = reading
    if (photoId === null || schoolId === null || !worksFor(reach, schoolId)) return refuse(404, 'smart-school.ingest.no-photo', ask.say(words)('smart-school.ingest.no-photo'))
    return await fileAnswer(ask.platform.files, await ask.read((db) => getFile(db, photoId)))
  }),
]

const two = (number: number): string => String(number).padStart(2, '0')
type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'write' | 'now' | 'actor' | 'tenant' | 'platform' | 'uploads'>

/** The meter point, for those who work for its school; nobody else learns that it is there. */
async function pointOf(ask: Pick<Asks, 'read' | 'actor'>, id: number): Promise<MeterPoint> {
  const [point, reach] = await ask.read(async (db) => [await getMeterPoint(db, id), await reachOfActor(db, ask.actor)] as const)
  if (!worksFor(reach, point.schoolId)) throw new NotFound()
  return point
}

// Whoever reads a meter with one register need not say which. Where a device counts pulses, the display is the whole.
const codeToRead = ({ registers, point }: Metering): string => readableRegisters(registers, point.quantity)[0]?.code ?? 'total'
const unitOfReading = (unit: ReadingUnit | undefined): string | undefined => (unit === 'm3' ? 'm³' : unit)

async function choose(ask: Pick<Asks, 'say' | 'read' | 'actor'>): Promise<Answer> {
  const schools = await ask.read(async (db) => {
    const reach = await reachOfActor(db, ask.actor)
    const own = (await listSchools(db)).filter(({ id }) => worksFor(reach, id))
    return await Promise.all(own.map(async ({ id, name }) => ({ name, points: (await listMeterPoints(db, id)).filter(({ retiredAt }) => retiredAt === null) })))
  })
  const t = ask.say(pageWords)
  return page(ChooseMeterPage, { t, schools }, { frame: 'list', private: true, crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: t('ingest.reading.title') }] })
}

async function form(ask: Asks, point: MeterPoint, typed: Typed, errors: FormErrors, { doubt, done = false }: { doubt?: Doubt; done?: boolean } = {}): Promise<Answer> {
  const t: PageT = ask.say(pageWords)
  const past = await ask.read((db) => listReadings(db, point.id, 12))
  const failed = doubt !== undefined || Object.keys(errors).length > 0
  const { registers } = await ask.read((db) => meteringOf(db, point.id))
  const choices = readableRegisters(registers, point.quantity)
  const unit = unitOfReading(choices[0]?.unit) ?? quantityOf(point.quantity).unit?.symbol ?? ''
  return page(ReadingPage, { t, csrf: ask.csrf(), point, registers: choices, unit, typed, errors, doubt, done, past, today: localDate(ask.now) }, { frame: 'question', private: true, noindex: true, crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: point.name }], ...(failed && { status: 422, hasErrors: Object.keys(errors).length > 0 }) })
}

/** The photo of the form without what its camera wrote into it, kept and named; or why not. */
async function takePhoto(ask: Asks): Promise<{ id?: string; error?: string }> {
  const t = ask.say(pageWords)
  let taken: { id?: string; error?: string } = {}
  for await (const upload of ask.uploads()) {
    const bytes = await gather(upload)
    const bare = bytes && barePhoto(bytes)
    if (!bare) {
      taken = { error: t(bytes ? 'smart-school.ingest.no-picture' : 'smart-school.ingest.photo-too-large') }
      continue
    }
    const name = bare.type === 'image/png' ? 'zaehler.png' : 'zaehler.jpg'
    const received = await receiveFile(ask.platform.files, ask.tenant.id, { name, declaredType: bare.type, content: Readable.from([bare.bytes]) }, { limit: photoLimit, allowedTypes: ['image/'] })
    taken = received.ok ? { id: (await ask.write((db) => recordFile(db, received.file))).id } : { error: t('smart-school.ingest.no-picture') }
  }
  return taken
}

async function gather({ content }: Upload): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of content) {
    const piece = Buffer.from(chunk as Uint8Array) // a byte stream's chunks
    size += piece.length
    if (size <= photoLimit) chunks.push(piece)
  }
  return size <= photoLimit ? Buffer.concat(chunks) : undefined
}
