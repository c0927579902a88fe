import { Type } from 'typebox'
import { consolePage, get, page, post, seeOther, title, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { QuarantineEntryPage, QuarantinePage } from '../pages/quarantine.tsx'
import { pipelineOf } from '../pipeline.ts'
import { countQuarantined, deleteQuarantined, getQuarantined, listQuarantined } from '../queries/quarantine.ts'
import { listSources } from '../queries/source.ts'
import { keptUplink } from '../rules/kept-uplink.ts'
import { quarantineReasons, type Quarantined } from '../schema.ts'

const see = { access: 'quarantine.see', title: title(words, 'ingest.quarantine.title') } as const
const clear = { access: 'quarantine.clear', title: title(words, 'ingest.quarantine.title') } as const
const pageSize = 50
const mostAtOnce = 1_000
const Reason = Type.Union(quarantineReasons.map((reason) => Type.Literal(reason)))
const Eui = Type.String({ pattern: '^[0-9a-f]{16}$' })
const Filter = Type.Object(
  { reason: Type.Optional(Reason), device: Type.Optional(Eui), page: Type.Integer({ minimum: 1, maximum: 1_000, default: 1 }), taken: Type.Optional(Type.Integer()), left: Type.Optional(Type.Integer()), deleted: Type.Optional(Type.Integer()) },
  { additionalProperties: true },
)
const Act = Type.Object({ act: Type.Union([Type.Literal('retry'), Type.Literal('delete')]), reason: Type.Optional(Reason), device: Type.Optional(Eui), id: Type.Optional(Type.String({ format: 'uuid' })) })

/** What was refused, why, and what can be done: mend the cause and take it again, or delete it. */
export const quarantineRoutes: readonly Route[] = [
  get('/smart-school/quarantine', { ...see, query: Filter }, async (ask) => {
    const { reason, device: devEui, page: at, taken, left, deleted } = ask.query
    const [entries, counts] = await ask.read((db) => Promise.all([listQuarantined(db, { reason, devEui }, { from: (at - 1) * pageSize, size: pageSize }), countQuarantined(db)]))
    const done = taken === undefined && deleted === undefined ? undefined : { taken: taken ?? 0, left: left ?? 0, deleted: deleted ?? 0 }
    return page(QuarantinePage, { t: ask.say(pageWords), csrf: ask.csrf(), entries, counts, reason, devEui, page: at, hasMore: entries.length === pageSize, done, mayClear: ask.may('quarantine.clear'), mayRegister: ask.may('device.manage') }, consolePage(ask))
  }),
  get('/smart-school/quarantine/:id', { ...see, params: Type.Object({ id: Type.String({ format: 'uuid' }) }), title: title(words, 'ingest.quarantine.one') }, async (ask) => {
    const entry = await ask.read((db) => getQuarantined(db, ask.params.id))
    return page(QuarantineEntryPage, { t: ask.say(pageWords), csrf: ask.csrf(), entry, canRetry: canRetry(entry), mayClear: ask.may('quarantine.clear'), mayRegister: ask.may('device.manage') }, consolePage(ask))
  }),
  post('/smart-school/quarantine', clear, async (ask) => {
    const read = ask.form(Act)
    if (!read.ok) return seeOther('/smart-school/quarantine')
    const { act, reason, device: devEui, id } = read.value
    const entries = await ask.read((db) => (id === undefined ? listQuarantined(db, { reason, devEui }, { from: 0, size: mostAtOnce }) : getQuarantined(db, id).then((one) => [one])))
    const back = `/smart-school/quarantine?${new URLSearchParams(id === undefined ? { ...(reason !== undefined && { reason }), ...(devEui !== undefined && { device: devEui }) } : {})}`
    if (act === 'delete') {
      const deleted = await ask.write((db) => deleteQuarantined(db, entries.map((entry) => entry.id)))
      return seeOther(`${back}&deleted=${deleted}`)
    }
    const schoolOf = new Map((await ask.read((db) => listSources(db))).map((source) => [source.name, source.schoolId]))
    // Each says by itself what became of it; only what was taken leaves the quarantine.
    const again = entries.filter(canRetry)
    const taken = await Promise.all(
      again.map(async (entry) => {
        const uplink = keptUplink(entry.payload.toString('utf8'), entry.source)
        const outcome = uplink && (await pipelineOf(ask.platform).take(ask.tenant.id, uplink, schoolOf.get(entry.source) ?? null))
        return outcome && outcome.outcome !== 'refused' ? [entry.id] : []
      }),
    )
    const gone = taken.flat()
    if (gone.length > 0) await ask.write((db) => deleteQuarantined(db, gone))
    return seeOther(`${back}&taken=${gone.length}&left=${entries.length - gone.length}`)
  }),
]

/** Whether what is kept is a whole uplink, so that it can be taken again. Frames with implausible values are kept anyway and are replayed with their codec. */
const canRetry = ({ payload, source, reason }: Quarantined): boolean => reason !== 'clock' && keptUplink(payload.toString('utf8'), source) !== undefined
