import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Checked, Codec, CodecDevice, CodecMapping, Example, FailedFrame, TownCodec, TownVersion } from './schema.ts'
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

const ownColumns = sql`id, name, maker, model, active_version as "activeVersion"`
export const listTownCodecs = (db: UnitOfWork): Promise<TownCodec[]> => db.many(sql<TownCodec>`select ${ownColumns} from smart_school.codec where tenant_id = ${db.tenant} order by id`)
export const findTownCodec = (db: UnitOfWork, id: string): Promise<TownCodec | undefined> => db.maybe(sql<TownCodec>`select ${ownColumns} from smart_school.codec where tenant_id = ${db.tenant} and id = ${id}`)
/** The same, locked until the unit ends. */
export const lockTownCodec = (db: UnitOfWork, id: string): Promise<TownCodec | undefined> => db.maybe(sql<TownCodec>`select ${ownColumns} from smart_school.codec where tenant_id = ${db.tenant} and id = ${id} for update`)

const versionColumns = sql`codec_id as "codecId", version, program, mapping, examples, note, results, passed, licence, install_key is not null as "installed", activated_at as "activatedAt", created_at as "createdAt"`
/** Newest first. */
export const listVersions = (db: UnitOfWork, id: string): Promise<TownVersion[]> =>
  db.many(sql<TownVersion>`select ${versionColumns} from smart_school.codec_version where tenant_id = ${db.tenant} and codec_id = ${id} order by version desc`)
export const findVersion = (db: UnitOfWork, id: string, version: number): Promise<TownVersion | undefined> =>
  db.maybe(sql<TownVersion>`select ${versionColumns} from smart_school.codec_version where tenant_id = ${db.tenant} and codec_id = ${id} and version = ${version}`)
/** The newest version of each of the town's codecs: how its examples came out. */
export const listNewestVersions = (db: UnitOfWork): Promise<Pick<TownVersion, 'codecId' | 'version' | 'passed'>[]> =>
  db.many(sql<Pick<TownVersion, 'codecId' | 'version' | 'passed'>>`
    select distinct on (codec_id) codec_id as "codecId", version, passed from smart_school.codec_version where tenant_id = ${db.tenant} order by codec_id, version desc`)

/** The codec in one of its versions, for trying out and for replays. Shipped ones have the version that is shipped. */
export async function findCodecVersion(db: UnitOfWork, id: string, version: number): Promise<Codec | undefined> {
  const [own, found] = [await findTownCodec(db, id), await findVersion(db, id, version)]
  if (own && found) return { id, version, name: own.name, maker: own.maker, model: own.model, program: found.program, mapping: found.mapping, origin: 'town' }
  const shipped = findShipped(id)
  return shipped?.version === version ? shipped : undefined
}

export const insertCodec = (db: UnitOfWork, { id, name, maker, model }: Omit<TownCodec, 'activeVersion'>): Promise<number> =>
  db.run(sql`insert into smart_school.codec (tenant_id, id, name, maker, model, created_at) values (${db.tenant}, ${id}, ${name}, ${maker}, ${model}, ${db.now}) on conflict do nothing`)
export const renameCodec = (db: UnitOfWork, { id, name, maker, model }: Omit<TownCodec, 'activeVersion'>): Promise<number> =>
  db.run(sql`update smart_school.codec set name = ${name}, maker = ${maker}, model = ${model} where tenant_id = ${db.tenant} and id = ${id}`)

export type NewVersion = { readonly codecId: string; readonly version: number; readonly program: string; readonly mapping: CodecMapping; readonly examples: readonly Example[]; readonly note: string; readonly results: readonly Checked[]; readonly passed: boolean; readonly licence: string; readonly installKey: string | null }
/** Returns 0 when the number is taken: somebody else wrote one at the same time. */
export const insertVersion = (db: UnitOfWork, v: NewVersion): Promise<number> =>
  db.run(sql`insert into smart_school.codec_version (tenant_id, codec_id, version, program, mapping, examples, note, results, passed, licence, install_key, created_at)
    values (${db.tenant}, ${v.codecId}, ${v.version}, ${v.program}, ${JSON.stringify(v.mapping)}::jsonb, ${JSON.stringify(v.examples)}::jsonb, ${v.note}, ${JSON.stringify(v.results)}::jsonb, ${v.passed}, ${v.licence}, ${v.installKey}, ${db.now}) on conflict do nothing`)

/** Which codec an order made or changed. */
export const findInstalledCodec = (db: UnitOfWork, key: string): Promise<{ codecId: string } | undefined> =>
  db.maybe(sql<{ codecId: string }>`select codec_id as "codecId" from smart_school.codec_version where tenant_id = ${db.tenant} and install_key = ${key}`)

/** Null: none is active any more. */
export async function setActiveVersion(db: UnitOfWork, id: string, version: number | null): Promise<void> {
  await db.run(sql`update smart_school.codec set active_version = ${version} where tenant_id = ${db.tenant} and id = ${id}`)
  if (version !== null) await db.run(sql`update smart_school.codec_version set activated_at = ${db.now} where tenant_id = ${db.tenant} and codec_id = ${id} and version = ${version}`)
}

/** `resting`: within the last hour messages were left alone because the codec had been stopped too often in a row. */
export type CodecDevices = { readonly codec: string; readonly devices: number; readonly failed: number; readonly resting: boolean }
/** How many devices use each codec, and how many frames of the last days it could not read. */
export const listUse = (db: UnitOfWork, since: Date): Promise<CodecDevices[]> =>
  db.many(sql<CodecDevices>`
    select d.codec, count(*)::int as devices, coalesce(sum(f.failed), 0)::int as failed, coalesce(bool_or(r.is), false) as resting
    from smart_school.device d
    left join (select dev_eui, count(*)::int as failed from smart_school.frame where tenant_id = ${db.tenant} and at >= ${since} and state = 'codec-failed' group by dev_eui) f on f.dev_eui = d.dev_eui
    left join (select distinct dev_eui, true as is from smart_school.quarantine where tenant_id = ${db.tenant} and last_at >= ${new Date(db.now.getTime() - 3_600_000)} and reason = 'codec-failed' and detail like 'reason=resting%') r on r.dev_eui = d.dev_eui
    where d.tenant_id = ${db.tenant} and d.codec is not null and d.state <> 'retired' group by d.codec`)

/** The last frames that a codec could not read: what to try out when mending it. */
export const listFailedFrames = (db: UnitOfWork, codec: string, size: number): Promise<FailedFrame[]> =>
  db.many(sql<FailedFrame>`
    select dev_eui as "devEui", at, f_port as "fPort", payload, codec_version as version from smart_school.frame
    where tenant_id = ${db.tenant} and codec = ${codec} and state = 'codec-failed' order by at desc limit ${size}`)

export const listDevicesOfCodec = (db: UnitOfWork, codec: string): Promise<CodecDevice[]> =>
  db.many(sql<CodecDevice>`select dev_eui as "devEui", name from smart_school.device where tenant_id = ${db.tenant} and codec = ${codec} order by name, dev_eui`)
