import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { get, json, post, refuse, type Answer, type Ask } from '@modellregion/kernel'
import { findExplored } from '../explore/find.ts'
import { words } from '../locales/index.ts'
import { askTable } from './ask.ts'
import { QueryAnswer, QueryBody } from './query-schema.ts'
import type { TableQuery } from './schema.ts'
import { QueryRefused } from './table.ts'

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Version = Type.Optional(Type.Integer({ minimum: 1, description: 'an older upload, by its number' }))
const api = { summary: 'Asks a table in a typed grammar: conditions, words, columns, order, groups with sums.', tag: 'Tables', answers: { 200: QueryAnswer } }
const open = { access: 'anyone', cors: true, csrf: false, params: Params, rate: { max: 600, per: 'minute' } } as const

/** Questions to tables for programs. */
export const queryRoutes = [
  post('/open-data/table/:id/query', { ...open, query: Type.Object({ version: Version }), body: QueryBody, api }, (ask) => answer(ask, ask.params.id, ask.query.version, ask.body as TableQuery)), // the schema is that of the grammar

  get(
    '/open-data/table/:id/query',
    { ...open, query: Type.Object({ version: Version, query: Type.Optional(Type.String({ maxLength: 20_000, description: 'the question as JSON' })) }), api: { ...api, description: 'The question stands as JSON in the parameter query.' } },
    (ask) => {
      const query = readQuery(ask.query.query ?? '{}')
      return query ? answer(ask, ask.params.id, ask.query.version, query) : refuse(400, 'open-data.store.wrong-question', ask.say(words)('open-data.store.wrong-question'))
    },
  ),
]

function readQuery(text: string): TableQuery | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Check(QueryBody, value) ? (value as TableQuery) : undefined // the schema is that of the grammar
  } catch {
    return undefined
  }
}

async function answer(ask: Pick<Ask, 'read' | 'actor' | 'may' | 'platform' | 'tenant' | 'say'>, id: string, version: number | undefined, query: TableQuery): Promise<Answer> {
  const { table } = await ask.read((db) => findExplored(ask, db, id, version))
  try {
    const { fields, rows, total } = await askTable(ask.platform, ask.tenant.id, table, query)
    return json({ fields, rows, ...(total !== undefined && { total }) })
  } catch (error) {
    if (error instanceof QueryRefused) return refuse(422, error.refusal.code, refusalText(ask, error))
    throw error
  }
}

const refusalText = (ask: Pick<Ask, 'say'>, { refusal: { code, field = '', values } }: QueryRefused): string => ask.say(words)(code, { value: '', type: '', rows: 0, seconds: 0, function: '', field, ...values })
