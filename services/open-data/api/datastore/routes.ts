import { Type } from 'typebox'
import { body, get, NotFound, refuse, type Ask } from '@modellregion/kernel'
import { words } from '../../locales/index.ts'
import { dumpTable, type DumpFormat } from '../../store/dump.ts'
import { findPushedTable } from '../../store/queries.ts'
import { QueryRefused, type Question } from '../../store/table.ts'
import { callOf } from '../ckan/call.ts'
import { findCaller } from '../ckan/caller.ts'
import { ApiFailure } from '../failure.ts'
import { questionOf } from './question.ts'
import { resourceSeen } from './resource.ts'
import { toCkanField } from './types.ts'

const types: Readonly<Record<DumpFormat, string>> = { csv: 'text/csv; charset=utf-8', tsv: 'text/tab-separated-values; charset=utf-8', json: 'application/json', ndjson: 'application/x-ndjson', xml: 'text/xml; charset=utf-8' }
const Query = Type.Object({
  format: Type.Optional(Type.Union(['csv', 'tsv', 'json', 'xml', 'ndjson'].map((format) => Type.Literal(format)))),
  bom: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 0 })),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  ...Object.fromEntries(['q', 'filters', 'fields', 'sort', 'plain', 'language'].map((name) => [name, Type.Optional(Type.String())])),
})

/** Whole tables as files, at CKAN's address. */
export const datastoreRoutes = [
  get(
    '/datastore/dump/:id',
    {
      access: 'anyone', cors: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }), query: Query, rate: { max: 60, per: 'minute' },
      api: { summary: 'A whole table, or what is chosen in it, as a file.', tag: 'CKAN DataStore', description: 'format: csv, tsv, json, xml or ndjson; bom=true marks UTF-8 for Excel; q, filters, fields, sort, limit and offset as in datastore_search.' },
    }, // prettier-ignore
    async (ask) => {
      const { format = 'csv', bom, limit } = ask.query
      try {
        await resourceSeen(callOf(ask, () => findCaller(ask)), ask.params.id)
        const said = new Map((await ask.read((db) => findPushedTable(db, ask.params.id)))?.fields.map((field) => [field.id, toCkanField(field)]))
        const content = await dumpTable(ask.platform, ask.tenant.id, { distributionId: ask.params.id }, format as DumpFormat, { // one of the formats of the schema
          bom: ['true', '1', 'yes', 'on'].includes(bom ?? ''),
          query: chosen(ask, limit),
          describe: (field) => said.get(field.id) ?? toCkanField(field),
        }) // prettier-ignore
        return body(types[format as DumpFormat], content, { headers: { 'content-disposition': `attachment; filename="${ask.params.id}.${format}"`, 'accept-ranges': 'none' } })
      } catch (error) {
        if (error instanceof ApiFailure && error.type === 'Not Found Error') throw new NotFound()
        if (error instanceof ApiFailure) return refuse(error.status, 'open-data.store.wrong-question', JSON.stringify(error.detail))
        if (error instanceof QueryRefused) return refuse(400, error.refusal.code, ask.say(words)(error.refusal.code, { field: '', value: '', type: '', rows: 0, seconds: 0, function: '', ...error.refusal.values }))
        throw error
      }
    },
  ),
]

function chosen(ask: Pick<Ask, 'url'>, limit: number | undefined): Pick<Question, 'where' | 'words' | 'fields' | 'sort' | 'offset' | 'limit'> {
  const { where, words: wanted, fields, sort, offset } = questionOf(Object.fromEntries(ask.url.searchParams))
  return { ...(where?.length && { where }), ...(wanted && { words: wanted }), ...(fields && { fields }), ...(sort?.length && { sort }), ...(offset && { offset }), ...(limit !== undefined && { limit }) }
}
