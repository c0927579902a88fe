import { Type } from 'typebox'
import { audit, consolePage, enqueue, errorsIn, get, page, post, seeOther, title, typedOf, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { findCodec, listCodecs } from '../../codec/queries.ts'
import { readKeptJob } from '../../ingest/jobs.ts'
import { tableText } from '../../ingest/rules/table-text.ts'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import type { Device } from '../../store/schema.ts'
import { deviceHref } from '../pages/list.tsx'
import { EditDevicePage, ImportPage, NewDevicePage, placeLabel, RetirePage } from '../pages/form.tsx'
import { listKnownEuis, listPlaces } from '../queries.ts'
import { changeDevice, registerDevice, retireDevice, reviveDevice } from '../register.ts'
import { readDevEui } from '../rules/state.ts'
import { mostLines, readTable, type DeviceLine, type LineFault } from '../rules/table.ts'
import { DeviceChangeForm, DeviceForm, type Place } from '../schema.ts'
import { tellSchools } from '../tell.ts'
import { ByEui, getDevice } from './read.ts'

type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'url' | 'may' | 'platform' | 'tenant' | 'actor' | 'locale' | 'now'>
const labelsOf = (t: PageT) => (field: string): string => t.find(`device.field.${field}`) ?? field
const fresh = { access: 'device.manage', title: title(words, 'device.new.title') }
const edit = { access: 'device.manage', params: ByEui, subject: getDevice, title: title(words, 'device.edit.title') }
const retire = { ...edit, title: title(words, 'device.retire.title') }
const table = { access: 'device.manage', title: title(words, 'device.import.title') }

/** Registering devices, one or many; changing and retiring them. */
export const deviceWriteRoutes = [
  get('/smart-school/device/new', { ...fresh, query: Type.Object({ eui: Type.Optional(Type.String({ maxLength: 40 })), place: Type.Optional(Type.String({ maxLength: 10 })) }) }, (ask) =>
    newForm(ask, { eui: ask.query.eui ?? '', place: ask.query.place ?? '', expectedMinutes: '15' }, {}),
  ),

  post('/smart-school/device', fresh, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(DeviceForm)
    if (!form.ok) return await newForm(ask, form.typed, errorsIn(t, form.errors, labelsOf(t)))
    const { eui, name, codec = null, expectedMinutes, place: placeId = null } = form.value
    const devEui = readDevEui(eui)
    if (devEui === undefined) return await newForm(ask, form.typed, { eui: t('smart-school.device.eui') })
    const done = await ask.write(async (db) => {
      const wrong = codec !== null && !(await findCodec(db, codec)) ? 'codec' : placeId !== null && !(await listPlaces(db)).some(({ id }) => id === placeId) ? 'place' : undefined
      if (wrong) return { field: wrong, code: `smart-school.device.${wrong}` as const }
      return (await registerDevice(db, { devEui, name, codec, expectedMinutes, placeId })) ? undefined : { field: 'eui', code: 'smart-school.device.known' as const }
    })
    if (done) return await newForm(ask, form.typed, { [done.field]: t(done.code) })
    return seeOther(`${deviceHref(devEui)}?news=registered`)
  }),

  get('/smart-school/device/:eui/edit', edit, (ask) => editForm(ask, ask.subject, typedOfDevice(ask.subject), {})),
  post('/smart-school/device/:eui/edit', edit, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(DeviceChangeForm)
    if (!form.ok) return await editForm(ask, ask.subject, form.typed, errorsIn(t, form.errors, labelsOf(t)))
    const { name, codec = null, expectedMinutes } = form.value
    const known = await ask.write(async (db) => {
      if (codec !== null && !(await findCodec(db, codec))) return false
      await changeDevice(db, ask.subject, { name, codec, expectedMinutes })
      // What it sent before can be read now, perhaps.
      if (codec !== null && codec !== ask.subject.codec) await enqueue(db, readKeptJob, { device: ask.subject.devEui }, { key: ask.subject.devEui })
      return true
    })
    return known ? seeOther(`${deviceHref(ask.subject.devEui)}?news=changed`) : await editForm(ask, ask.subject, form.typed, { codec: t('smart-school.device.codec') })
  }),

  get('/smart-school/device/:eui/retire', retire, (ask) => page(RetirePage, { t: ask.say(pageWords), csrf: ask.csrf(), device: ask.subject }, consolePage(ask))),
  post('/smart-school/device/:eui/retire', retire, async (ask) => {
    await ask.write((db) => retireDevice(db, ask.subject))
    tellSchools(ask.platform, [ask.subject.schoolId])
    return seeOther(deviceHref(ask.subject.devEui))
  }),

  post('/smart-school/device/:eui/revive', retire, async (ask) => {
    await ask.write((db) => reviveDevice(db, ask.subject))
    return seeOther(deviceHref(ask.subject.devEui))
  }),

  get('/smart-school/device/import', { ...table, query: Type.Object({ done: Type.Optional(Type.Integer({ minimum: 0 })) }) }, (ask) => importForm(ask, '', [], ask.query.done)),
  post('/smart-school/device/import', table, async (ask) => {
    const t = ask.say(pageWords)
    const file = await fileText(ask)
    const form = ask.form(Type.Object({ table: Type.Optional(Type.String({ maxLength: 200_000 })) }))
    const text = file ?? typedOf(form.typed, 'table')
    const read = readTable(text)
    if (read.lines.length === 0 && read.faults.length === 0) return importForm(ask, text, [t('smart-school.device.empty')], undefined)
    if (!form.ok || read.lines.length > mostLines) return importForm(ask, text, [t('smart-school.device.too-many', { most: mostLines })], undefined)
    // All or nothing: a list of which half is in the system is worse than none.
    const faults = await ask.write(async (db): Promise<readonly LineFault[]> => {
      const found = [...read.faults]
      const known = await listKnownEuis(db, read.lines.map(({ devEui }) => devEui))
      const codecs = new Set((await listCodecs(db)).map(({ id }) => id))
      const places = await listPlaces(db)
      const lines = read.lines.map((line) => ({ line, place: placeOfLine(t, line, places) }))
      for (const { line, place } of lines) {
        const fault = known.has(line.devEui) ? 'known' : line.codec !== null && !codecs.has(line.codec) ? 'codec' : place === 'none' ? 'place' : place === 'several' ? 'place-unclear' : undefined
        if (fault) found.push({ line: line.line, fault })
      }
      if (found.length > 0) return found
      for (const { line, place } of lines) await registerDevice(db, { ...line, placeId: typeof place === 'number' ? place : null })
      await audit(db, { action: 'device.import', subject: 'device', detail: { count: lines.length } })
      return []
    })
    if (faults.length > 0) return importForm(ask, text, faultTexts(t, faults), undefined)
    return seeOther(`/smart-school/device/import?done=${read.lines.length}`)
  }),
]

const typedOfDevice = ({ name, codec, expectedMinutes }: Device): Typed => ({ name, codec: codec ?? '', expectedMinutes: String(expectedMinutes) })

async function newForm(ask: Asks, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const [codecs, places] = await ask.read(async (db) => [await listCodecs(db), await listPlaces(db)] as const)
  return page(NewDevicePage, { t, csrf: ask.csrf(), typed, errors, places, codecs: codecs.map(({ id, name, maker }) => ({ id, label: `${maker} ${name}` })) }, options(ask, errors))
}

async function editForm(ask: Asks, device: Device, typed: Typed, errors: FormErrors): Promise<Answer> {
  const codecs = await ask.read(listCodecs)
  return page(EditDevicePage, { t: ask.say(pageWords), csrf: ask.csrf(), typed, errors, device, codecs: codecs.map(({ id, name, maker }) => ({ id, label: `${maker} ${name}` })) }, options(ask, errors))
}

const options = (ask: Asks, errors: FormErrors) => consolePage(ask, Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {})

function importForm(ask: Asks, text: string, faults: readonly string[], done: number | undefined): Answer {
  return page(ImportPage, { t: ask.say(pageWords), csrf: ask.csrf(), text, faults, done }, consolePage(ask, faults.length > 0 ? { status: 422, hasErrors: true } : {}))
}

/** Faults that are told at once: a picture taken for a table has one in every line. */
const mostFaults = 50

const faultTexts = (t: PageT, faults: readonly LineFault[]): string[] => faults.toSorted((a, b) => a.line - b.line).slice(0, mostFaults).map(({ line, fault }) => t('device.import.line', { line, fault: t(`device.fault.${fault}`) }))

/** The place a line names, by the label of the forms or by `School: Name`. Empty: the device goes to the stock. */
function placeOfLine(t: PageT, { place }: DeviceLine, places: readonly Place[]): number | 'none' | 'several' | null {
  if (place === '') return null
  const found = places.filter((one) => placeLabel(t, one) === place || `${one.school}: ${one.name}` === place || String(one.id) === place)
  return found.length === 1 ? (found[0]?.id ?? 'none') : found.length === 0 ? 'none' : 'several'
}

/** The text of an uploaded file; undefined when none was sent. At most 200 kB, more is cut and then fails line by line. */
async function fileText(ask: Pick<Ask, 'uploads'>): Promise<string | undefined> {
  let text: string | undefined
  for await (const { content } of ask.uploads()) {
    const parts: Buffer[] = []
    let size = 0
    for await (const part of content) {
      const bytes = Buffer.from(part as Uint8Array) // a stream of bytes, no encoding is set
      if (size < 200_000) parts.push(bytes)
      size += bytes.length
    }
    if (size > 0) text = tableText(Buffer.concat(parts))
  }
  return text
}
