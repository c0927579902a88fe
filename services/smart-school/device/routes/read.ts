import { Type } from 'typebox'
import { consolePage, get, NotFound, page, post, seeOther, title, type UnitOfWork } from '@modellregion/kernel'
import { findCodec } from '../../codec/queries.ts'
import { pageWords, words } from '../../locales/index.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { mayRead } from '../../protection/rules.ts'
import { findDevice, listMountings, listSeriesOfThings } from '../../store/queries.ts'
import type { Device } from '../../store/schema.ts'
import { filterDevices, readDevices } from '../list.ts'
import { DevicePage } from '../pages/device.tsx'
import { LabelsPage } from '../pages/labels.tsx'
import { DeviceListPage } from '../pages/list.tsx'
import { closeHint, listOpenHints, listPlaceNames, listSeriesOfSensor } from '../queries.ts'
import { troubledFirst } from '../rules/trouble.ts'
import { deviceStates } from '../schema.ts'

export const ByEui = Type.Object({ eui: Type.String({ pattern: '^[0-9a-f]{16}$' }) })
const optional = (length: number) => Type.Optional(Type.String({ maxLength: length }))
const Filter = Type.Object({ school: optional(60), state: Type.Optional(Type.Union([...deviceStates.map((state) => Type.Literal(state)), Type.Literal('')])), text: optional(80), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) })
/** Devices on one page of the list. */
const pageSize = 50
const News = Type.Object({ news: Type.Optional(Type.Union([Type.Literal('registered'), Type.Literal('changed'), Type.Literal('moved')])), moved: Type.Integer({ minimum: 0, default: 0 }), undo: Type.Optional(Type.Integer({ minimum: 1 })), channel: optional(60), since: optional(30), until: optional(30) })

/** @throws NotFound */
export async function getDevice(db: UnitOfWork, { eui }: { eui: string }): Promise<Device> {
  const device = await findDevice(db, eui)
  if (!device) throw new NotFound()
  return device
}

const filled = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text)

/** The town's devices: the list, one device, labels to stick on. */
export const deviceReadRoutes = [
  get('/smart-school/device', { access: 'device.manage', query: Filter, title: title(words, 'device.list.title') }, async (ask) => {
    const { query } = ask
    const filter = { school: filled(query.school), state: query.state === '' ? undefined : query.state, text: filled(query.text) }
    const [{ rows, schools }, hints] = await ask.read(async (db) => [await readDevices(db), await listOpenHints(db)] as const)
    const found = troubledFirst(filterDevices(rows, filter))
    const school = schools.find(({ slug }) => slug === filter.school)
    const pages = Math.max(1, Math.ceil(found.length / pageSize))
    const at = Math.min(query.page ?? 1, pages)
    return page(DeviceListPage, { t: ask.say(pageWords), csrf: ask.csrf(), rows: found.slice((at - 1) * pageSize, at * pageSize), found: found.length, total: rows.length, troubled: filterDevices(rows, { ...filter, state: 'attention' }).length, at, pages, schools, filter, hints: hints.filter(({ schoolId }) => school === undefined || schoolId === school.id) }, consolePage(ask))
  }),

  get('/smart-school/device/labels', { access: 'device.manage', query: Type.Object({ school: optional(60) }), title: title(words, 'device.labels.title') }, async (ask) => {
    const { rows, schools } = await ask.read(readDevices)
    return page(LabelsPage, { t: ask.say(pageWords), rows: filterDevices(rows, { school: filled(ask.query.school) }), schools, school: filled(ask.query.school), origin: ask.url.origin }, consolePage(ask))
  }),

  get('/smart-school/device/:eui', { access: 'device.manage', params: ByEui, query: News, title: title(words, 'device.kind'), subject: getDevice }, async (ask) => {
    const { subject: device, query } = ask
    const view = await ask.read(async (db) => {
      const reach = await reachOfActor(db, ask.actor)
      const series = await listSeriesOfSensor(db, device.sensorId)
      const mountings = await listMountings(db, [device.devEui])
      const names = await listPlaceNames(db, [...series.map(({ thingId }) => thingId), ...mountings.map(({ thingId }) => thingId)])
      const readable = new Set((await listSeriesOfThings(db, series.map(({ thingId }) => thingId))).filter((one) => mayRead(reach, one)).map(({ id }) => id))
      const { rows } = await readDevices(db)
      return {
        row: rows.find((row) => row.device.devEui === device.devEui),
        codecName: device.codec === null ? undefined : (await findCodec(db, device.codec))?.name,
        mountings: mountings.toReversed().map((mounting) => ({ ...mounting, place: names.get(mounting.thingId) ?? '' })),
        channels: series.map((one) => ({ ...one, place: names.get(one.thingId) ?? '', mayRead: readable.has(one.id) })),
        hints: (await listOpenHints(db)).filter(({ devEui }) => devEui === device.devEui),
      }
    })
    if (!view.row) throw new NotFound()
    const undo = query.undo === undefined || query.since === undefined ? undefined : `/smart-school/device/move?${new URLSearchParams({ device: device.devEui, channel: query.channel ?? '*', place: String(query.undo), since: query.since, ...(query.until !== undefined && { until: query.until }) }).toString()}`
    return page(DevicePage, { t: ask.say(pageWords), csrf: ask.csrf(), ...view, row: view.row, news: query.news, moved: query.moved, undo }, consolePage(ask, { title: device.name }))
  }),

  post('/smart-school/device/hint/:id/dismiss', { access: 'device.manage', params: Type.Object({ id: Type.String({ format: 'uuid' }) }), title: title(words, 'device.hint.dismiss') }, async (ask) => {
    await ask.write((db) => closeHint(db, ask.params.id, 'dismissed'))
    return seeOther('/smart-school/device')
  }),
]

