import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'
import { beginning, hashOf, type AuditDetail, type AuditEntry } from './chain.ts'

/**
 * Writes one line of the audit inside the caller's unit of work: both happen or neither. Call it last, because it keeps the
 * town's other writers of the audit waiting until the commit.
 */
export async function audit(db: UnitOfWork, { action, subject, detail = {} }: { action: string; subject: string; detail?: AuditDetail }): Promise<void> {
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${db.tenant}`}, 0))`)
  const head = await findHead(db)
  const entry = {
    tenant: db.tenant,
    seq: (head?.seq ?? 0) + 1,
    at: db.now,
    actor: db.actor ?? null,
    service: db.service,
    action,
    subject,
    detail: JSON.parse(JSON.stringify(detail)) as AuditDetail, // as the database will give it back
    prevHash: head?.hash ?? beginning,
  }
  await db.run(sql`
    insert into platform.audit_entry (tenant_id, seq, created_at, actor, service, action, subject, detail, prev_hash, hash)
    values (${entry.tenant}, ${entry.seq}, ${entry.at}, ${entry.actor}, ${entry.service}, ${action}, ${subject},
      ${JSON.stringify(entry.detail)}::jsonb, ${entry.prevHash}, ${hashOf(entry)})`)
}

/** The end of the chain. Written down elsewhere, it also proves that nothing was cut off at the end. */
export const findHead = (db: UnitOfWork): Promise<{ seq: number; hash: string } | undefined> =>
  db.maybe(sql<{ seq: number; hash: string }>`
    select seq, hash from platform.audit_entry where tenant_id = ${db.tenant} order by seq desc limit 1`)

const columns = sql`tenant_id as tenant, seq, created_at as at, actor, service, action, subject, detail, prev_hash as "prevHash", hash`

export const listAfter = (db: UnitOfWork, seq: number, size: number): Promise<AuditEntry[]> =>
  db.many(sql<AuditEntry>`
    select ${columns} from platform.audit_entry where tenant_id = ${db.tenant} and seq > ${seq} order by seq limit ${size}`)

export type AuditPage = { before?: number; size: number; actor?: string; subject?: string; action?: string }

/** Newest first. `before` is the `seq` of the last line of the page before. For the platform's own pages only. */
export const listAudit = (db: UnitOfWork, page: AuditPage): Promise<AuditEntry[]> =>
  db.many(sql<AuditEntry>`
    select ${columns} from platform.audit_entry
    where tenant_id = ${db.tenant}
      and (${page.before ?? null}::bigint is null or seq < ${page.before ?? null})
      and (${page.actor ?? null}::text is null or actor = ${page.actor ?? null})
      and (${page.subject ?? null}::text is null or subject = ${page.subject ?? null})
      and (${page.action ?? null}::text is null or action = ${page.action ?? null})
    order by seq desc limit ${page.size}`)
