import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Installation, InstallationVersion, Pending, ReuseFile, VersionReason } from '../schema.ts'

const columns = sql`id, entry_id as "entryId", entry_town as "entryTown", title, licence, class, languages, source_url as "sourceUrl", kind, local_ref as "localRef", href, state, version_number as "versionNumber", version_label as "versionLabel",
  base, base_sha256 as "baseSha256", pending, updates, merges, changed_at as "changedAt", created_at as "createdAt"`

export const findInstallation = (db: UnitOfWork, id: string): Promise<Installation | undefined> =>
  db.maybe(sql<Installation>`select ${columns} from portfolio.installation where tenant_id = ${db.tenant} and id = ${id}`)
/** The one of an entry that has not ended. */
export const findInstallationOfEntry = (db: UnitOfWork, entryId: string): Promise<Installation | undefined> =>
  db.maybe(sql<Installation>`select ${columns} from portfolio.installation where tenant_id = ${db.tenant} and entry_id = ${entryId} and state <> 'ended'`)

/** The ones of these ids that are there. */
export const listInstallations = (db: UnitOfWork, ids: readonly string[]): Promise<Installation[]> =>
  db.many(sql<Installation>`select ${columns} from portfolio.installation where tenant_id = ${db.tenant} and id = any(${ids}::uuid[])`)

/** Those whose writing has begun and not come to an end. */
export const listWaiting = (db: UnitOfWork): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select id from portfolio.installation where tenant_id = ${db.tenant} and state in ('installing', 'updating') order by id`)

export type NewInstallation = Pick<Installation, 'id' | 'entryId' | 'entryTown' | 'title' | 'licence' | 'class' | 'languages' | 'sourceUrl' | 'kind' | 'versionNumber' | 'versionLabel' | 'base' | 'baseSha256'>
/** Begins one: nothing is written yet, `pending` says what will be. Returns 0 when the entry has one already. */
export const insertInstallation = (db: UnitOfWork, it: NewInstallation, pending: Pending): Promise<number> =>
  db.run(sql`
    insert into portfolio.installation (tenant_id, id, entry_id, entry_town, title, licence, class, languages, source_url, kind, state, version_number, version_label, base, base_sha256, pending, account_id, changed_at, created_at)
    values (${db.tenant}, ${it.id}, ${it.entryId}, ${it.entryTown}, ${JSON.stringify(it.title)}::jsonb, ${it.licence}, ${it.class}, ${it.languages}, ${it.sourceUrl}, ${it.kind}, 'installing', ${it.versionNumber}, ${it.versionLabel}, ${JSON.stringify(it.base)}::jsonb, ${it.baseSha256},
      ${JSON.stringify(pending)}::jsonb, ${db.actor ?? null}, ${db.now}, ${db.now})
    on conflict do nothing`)

/** Says what is to be written over the town's thing. Returns 0 when it is another one than it was: something is being written, or was since `changedAt`. */
export const orderUpdate = (db: UnitOfWork, { id, changedAt }: Pick<Installation, 'id' | 'changedAt'>, pending: Pending): Promise<number> =>
  db.run(sql`
    update portfolio.installation set state = 'updating', pending = ${JSON.stringify(pending)}::jsonb, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and state = 'running' and changed_at = ${changedAt}`)

export type Settled = Pick<Installation, 'title' | 'versionNumber' | 'licence' | 'versionLabel' | 'base' | 'baseSha256' | 'updates' | 'merges'> & { readonly localRef: string; readonly href: string }
/** What was pending stands. Returns 0 when somebody else has said so before. */
export const settleInstallation = (db: UnitOfWork, id: string, key: string, s: Settled): Promise<number> =>
  db.run(sql`
    update portfolio.installation set state = 'running', local_ref = ${s.localRef}, href = ${s.href}, title = ${JSON.stringify(s.title)}::jsonb, licence = ${s.licence}, version_number = ${s.versionNumber}, version_label = ${s.versionLabel}, base = ${JSON.stringify(s.base)}::jsonb, base_sha256 = ${s.baseSha256},
      updates = ${s.updates}, merges = ${s.merges}, pending = null, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and pending ->> 'key' = ${key}`)

/** Something else is to be written: what was pending, brought together with what the town has done since. Returns 0 when it is settled or dropped. */
export const replacePending = (db: UnitOfWork, id: string, key: string, next: Pending): Promise<number> =>
  db.run(sql`update portfolio.installation set pending = ${JSON.stringify(next)}::jsonb where tenant_id = ${db.tenant} and id = ${id} and pending ->> 'key' = ${key}`)

/** It was refused: what ran before goes on running, a first installation is gone. Returns how many first installations went. */
export async function dropPending(db: UnitOfWork, id: string, key: string): Promise<number> {
  await db.run(sql`update portfolio.installation set state = 'running', pending = null, changed_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and pending ->> 'key' = ${key} and state = 'updating'`)
  return await db.run(sql`delete from portfolio.installation where tenant_id = ${db.tenant} and id = ${id} and pending ->> 'key' = ${key} and state = 'installing'`)
}

export const endInstallation = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update portfolio.installation set state = 'ended', changed_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and state = 'running'`)

const versionColumns = sql`number, reason, files, sha256, base, version_number as "versionNumber", version_label as "versionLabel", licence, created_at as "createdAt"`
/** Earlier states, the newest first. */
export const listInstallationVersions = (db: UnitOfWork, id: string): Promise<InstallationVersion[]> =>
  db.many(sql<InstallationVersion>`select ${versionColumns} from portfolio.installation_version where tenant_id = ${db.tenant} and installation_id = ${id} order by number desc`)
export const findInstallationVersion = (db: UnitOfWork, id: string, number: number): Promise<InstallationVersion | undefined> =>
  db.maybe(sql<InstallationVersion>`select ${versionColumns} from portfolio.installation_version where tenant_id = ${db.tenant} and installation_id = ${id} and number = ${number}`)

/** Keeps an earlier state under the next number. Returns 0 when somebody else took that number at the same time. */
export const insertInstallationVersion = (db: UnitOfWork, of: Installation, reason: VersionReason, files: readonly ReuseFile[], sha256: string): Promise<number> =>
  db.run(sql`
    insert into portfolio.installation_version (tenant_id, installation_id, number, reason, files, sha256, base, version_number, version_label, licence, created_at)
    select ${db.tenant}, ${of.id}, coalesce(max(number), 0) + 1, ${reason}, ${JSON.stringify(files)}::jsonb, ${sha256}, ${JSON.stringify(of.base)}::jsonb, ${of.versionNumber}, ${of.versionLabel}, ${of.licence}, ${db.now}
    from portfolio.installation_version where tenant_id = ${db.tenant} and installation_id = ${of.id}
    on conflict do nothing`)
