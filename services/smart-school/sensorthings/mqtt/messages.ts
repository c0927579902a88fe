import type { Platform, Tenant, UnitOfWork } from '@modellregion/kernel'
import { propertyOf, renderNode } from '../answer/render.ts'
import type { Caller } from '../caller.ts'
import { isSeries, type EntityName } from '../model.ts'
import type { StaChange, StaMessage } from '../mqtt.ts'
import { endOf } from '../path/parse.ts'
import { listByKeys, listReaches } from '../queries/messages.ts'
import { beginReading, findMember, type From, type Row } from '../queries/read.ts'
import { openContext, type Context } from '../queries/scope.ts'
import { idOf, nodeOf } from '../read/node.ts'
import { resolvePath } from '../read/resolve.ts'
import { isRefusal } from '../refusal.ts'
import { baseOf } from '../server/exchange.ts'
import { readTopic, type StaTopic } from './topic.ts'

// Reads for all subscribers at once; who may hear a message is said beside it.
const everybody: Caller = { audiences: ['public', 'school', 'staff'], schoolId: null, mayWrite: false }

type Changed = { readonly entity: EntityName; readonly row: Row; readonly reach: StaMessage['reach'] }
type Heard = StaTopic & { readonly topic: string; readonly entity: EntityName; readonly single: boolean }

/** Messages that a change means for these topics (18-088, 14.3). */
export async function messagesOf(platform: Platform, tenant: Tenant, change: StaChange, topics: readonly string[]): Promise<StaMessage[]> {
  const entity = 'entity' in change ? change.entity : 'Observation'
  const heard = topics.flatMap((topic): Heard[] => {
    const read = readTopic(topic)
    return typeof read === 'string' || endOf(read.path).entity !== entity ? [] : [{ ...read, topic, ...endOf(read.path) }]
  })
  if (heard.length === 0) return []
  const origin = originOf(platform, tenant)
  return await platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'read', now: platform.now() }, async (db) => {
    await beginReading(db)
    const context = openContext(db.tenant, db.now, everybody)
    const changed = await readChanged(db, context, change)
    const messages: StaMessage[] = []
    for (const topic of heard) for (const one of await concerned(db, context, topic, changed)) messages.push({ topic: topic.topic, payload: payloadOf(topic, one, baseOf({ origin, version: topic.version })), reach: one.reach })
    return messages
  })
}

// A broker knows no request; the town's own name stands in the links.
function originOf({ config }: Platform, { id, hosts }: Tenant): string {
  const host = hosts[0] ?? `${id}.localhost`
  return config.https ? `https://${host}` : `http://${host}:${config.port}`
}

async function readChanged(db: UnitOfWork, context: Context, change: StaChange): Promise<Changed[]> {
  const rows: Row[] = []
  if ('observations' in change) rows.push(...(await listByKeys(db, context, change.observations)))
  else
    for (const id of change.ids) {
      const row = await findMember(db, context, change.entity, id)
      if (row) rows.push(row)
    }
  const entity = 'entity' in change ? change.entity : 'Observation'
  if (entity !== 'Observation' && !isSeries(entity)) return rows.map((row) => ({ entity, row, reach: null }))
  const seriesOf = (row: Row) => Number(entity === 'Observation' ? row['_series'] : row['id'])
  const reaches = new Map((await listReaches(db, [...new Set(rows.map(seriesOf))])).map(({ id, audience, schoolId }) => [id, { audience, schoolId }]))
  return rows.flatMap((row) => {
    const reach = reaches.get(seriesOf(row))
    return reach ? [{ entity, row, reach }] : []
  })
}

/** Which of the changed a topic speaks of. */
async function concerned(db: UnitOfWork, context: Context, topic: Heard, changed: readonly Changed[]): Promise<readonly Changed[]> {
  if (topic.path.root.key === undefined) return changed
  try {
    const found = await resolvePath(db, context, topic.path)
    if ('row' in found) return changed.filter(({ entity, row }) => idOf(entity, row) === idOf(found.entity, found.row))
    const { from } = found
    if (!from) return changed
    const members: Changed[] = []
    for (const one of changed) if (await isMember(db, context, from, one)) members.push(one)
    return members
  } catch (error) {
    if (isRefusal(error)) return [] // gone since the subscription
    throw error
  }
}

async function isMember(db: UnitOfWork, context: Context, from: From, { entity, row }: Changed): Promise<boolean> {
  if (entity === 'Observation') return from.start === Number(from.entity === 'FeatureOfInterest' ? row['_feature'] : row['_series'])
  return (await findMember(db, context, entity, Number(row['id']), from)) !== undefined
}

function payloadOf({ path, options }: Heard, { entity, row }: Changed, base: string): string {
  const [name] = path.property ?? []
  if (name === undefined) return JSON.stringify(renderNode(nodeOf(entity, row), options, base))
  return JSON.stringify({ [name]: name === '@iot.id' ? idOf(entity, row) : (propertyOf(entity, row, name) ?? null) })
}
