import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Codec } from './schema.ts'
import { findShipped, shippedCodecs } from './shipped.ts'

const codecColumns = sql`c.id, v.version, c.name, c.maker, c.model, v.program, v.mapping, 'town' as origin`
const activeCodecs = sql`smart_school.codec c join smart_school.codec_version v on v.tenant_id = c.tenant_id and v.codec_id = c.id and v.version = c.active_version`

/** Every codec that devices may use: the town's own in their active version, and those shipped. A town's own codec takes the place of a shipped one of the same id. */
export async function listCodecs(db: UnitOfWork): Promise<Codec[]> {
  const own = await db.many(sql<Codec>`select ${codecColumns} from ${activeCodecs} where c.tenant_id = ${db.tenant} order by c.id`)
  const ids = new Set(own.map(({ id }) => id))
  return [...own, ...shippedCodecs().filter(({ id }) => !ids.has(id))].sort((a, b) => a.maker.localeCompare(b.maker) || a.name.localeCompare(b.name))
}

/** The codec in its active version, or undefined: unknown, or the town's own of which no version is active yet. */
export async function findCodec(db: UnitOfWork, id: string): Promise<Codec | undefined> {
  return (await db.maybe(sql<Codec>`select ${codecColumns} from ${activeCodecs} where c.tenant_id = ${db.tenant} and c.id = ${id}`)) ?? findShipped(id)
}
