import { Type } from 'typebox'
import { get, NotFound, page, post, seeOther, title, typedOf, type Answer, type Ask, type Route } from '@modellregion/kernel'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { meteringOf } from '../../meter/consumption.ts'
import { nameOfRegister } from '../../meter/pages/register-fields.tsx'
import { getMeterPoint, listMeterPoints } from '../../meter/queries.ts'
import { readableRegisters } from '../../meter/rules/registers.ts'
import type { MeterPoint } from '../../meter/schema.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { mayRead, worksFor } from '../../protection/rules.ts'
import { isQuantity, quantityOf, type QuantityId } from '../../quantity/quantity.ts'
import { getSeries, listSchools, listSeriesOfSchool, writeObservations } from '../../store/queries.ts'
import { tellChange } from '../changes.ts'
import { TablePage, type TableProblems } from '../pages/table.tsx'
import { manualSeries } from '../reading.ts'
import { tableText } from '../rules/table-text.ts'
import { readTable, type TableError } from '../rules/table.ts'

const access = { access: 'reading-table.upload', title: title(words, 'ingest.table.title') } as const
const limit = 3 * 1024 * 1024
const TableForm = Type.Object({ target: Type.String({ pattern: '^(point|series)-[0-9]{1,9}(-[a-z][a-z0-9-]{0,19})?$' }) })
export type Target = { readonly value: string; readonly label: string }

/** Readings as a table: for a meter point, or for a series that is there. All rows or none. */
export const tableRoutes: readonly Route[] = [
  get('/smart-school/readings/upload', { ...access, query: Type.Object({ written: Type.Optional(Type.Integer()), rows: Type.Optional(Type.Integer()) }, { additionalProperties: true }) }, (ask) => {
    const { written, rows } = ask.query
    return form(ask, '', [], {}, written === undefined ? undefined : { written, rows: rows ?? written })
  }),
  post('/smart-school/readings/upload', { ...access, bodyLimit: limit + 100_000, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const text = await textOf(ask)
    const read = ask.form(TableForm)
    const problems: TableProblems = {
      ...(!read.ok && { target: t('smart-school.ingest.no-target') }),
      ...((text === undefined || text === '') && { table: t(text === undefined ? 'smart-school.ingest.table-too-large' : 'smart-school.ingest.no-table') }),
    }
    if (!read.ok || text === undefined || text === '') return await form(ask, typedOf(read.typed, 'target'), [], problems)
    const [kind, number = '0', ...code] = read.value.target.split('-')
    const found = await ask.read((db) => targetOf(db, ask.actor, kind === 'point' ? 'point' : 'series', Number(number), code.join('-') || undefined))
    const { rows, errors } = readTable(text, quantityOf(found.quantity).range, ask.now)
    if (errors.length > 0) return await form(ask, read.value.target, errors, {})
    const { written, observations } = await ask.write(async (db) => {
      const seriesId = 'point' in found ? (await manualSeries(db, found.point, found.code)).id : found.seriesId
      const observations = rows.map(({ at, value }) => ({ seriesId, at, number: value }))
      return { observations, written: await writeObservations(db, observations) }
    })
    if (written > 0) tellChange(ask.platform, ask.tenant.id, { observations })
    ask.platform.live.tell('smart-school', `schools ${found.schoolId}`)
    return seeOther(`/smart-school/readings/upload?written=${written}&rows=${rows.length}`)
  }),
]

type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'actor' | 'uploads'>
type Db = Parameters<Parameters<Ask['read']>[0]>[0]

/** Where the rows go, for those who work for the school and may read what is there. */
async function targetOf(db: Db, actor: Ask['actor'], kind: 'point' | 'series', id: number, code: string | undefined) {
  const reach = await reachOfActor(db, actor)
  if (kind === 'point') {
    const point = await getMeterPoint(db, id)
    if (!worksFor(reach, point.schoolId)) throw new NotFound()
    const codes = await codesOf(db, point)
    if (!(code === undefined ? codes.length === 0 || (codes.length === 1 && codes[0] === 'total') : codes.includes(code))) throw new NotFound()
    return { point, code, quantity: point.quantity as QuantityId, schoolId: point.schoolId } // meter quantities are among ours
  }
  const series = await getSeries(db, id)
  if (series.schoolId === null || series.quantity === null || !worksFor(reach, series.schoolId) || !mayRead(reach, series)) throw new NotFound()
  return { seriesId: series.id, quantity: series.quantity, schoolId: series.schoolId }
}

async function form(ask: Asks, target: string, errors: readonly TableError[], problems: TableProblems, done?: { written: number; rows: number }): Promise<Answer> {
  const t: PageT = ask.say(pageWords)
  const groups = await ask.read(async (db) => {
    const reach = await reachOfActor(db, ask.actor)
    const own = (await listSchools(db)).filter(({ id }) => worksFor(reach, id))
    return await Promise.all(
      own.map(async ({ id, name }) => {
        const [points, series] = await Promise.all([listMeterPoints(db, id), listSeriesOfSchool(db, id)])
        const choices: Target[] = [...(await Promise.all(points.map((point) => targetsOf(db, t, name, point)))).flat(), ...series.filter((one) => one.quantity !== null && isQuantity(one.quantity) && mayRead(reach, one)).map((one) => ({ value: `series-${one.id}`, label: `${name}: ${one.name}` }))]
        return choices
      }),
    )
  })
  const failed = Object.keys(problems).length > 0 || errors.length > 0
  return page(TablePage, { t, csrf: ask.csrf(), targets: groups.flat(), target, errors, problems, done }, { frame: 'question', private: true, noindex: true, crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: t('ingest.table.title') }], ...(failed && { status: 422, hasErrors: true }) })
}

const codesOf = async (db: Db, point: MeterPoint): Promise<string[]> => readableRegisters((await meteringOf(db, point.id)).registers, point.quantity).map(({ code }) => code)

// A meter with several registers is several targets.
async function targetsOf(db: Db, t: PageT, school: string, point: MeterPoint): Promise<Target[]> {
  const codes = await codesOf(db, point)
  if (codes.length < 2) return [{ value: `point-${point.id}${codes[0] && codes[0] !== 'total' ? `-${codes[0]}` : ''}`, label: `${school}: ${point.name}` }]
  return codes.map((code) => ({ value: `point-${point.id}-${code}`, label: `${school}: ${point.name}, ${nameOfRegister(t, code, point.quantity)}` }))
}

/** The uploaded text; empty without a file, undefined when it is too large. */
async function textOf({ uploads }: Pick<Asks, 'uploads'>): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const { content } of uploads())
    for await (const chunk of content) {
      const piece = Buffer.from(chunk as Uint8Array) // a byte stream's chunks
      size += piece.length
      if (size <= limit) chunks.push(piece)
    }
  if (size > limit) return undefined
  return tableText(Buffer.concat(chunks))
}
