import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Evidence, EvidenceKind } from '../schema.ts'

// Evidence stands in the commons: units come from `inCommons` of the shelf.

/** Evidence of several entries. */
export const listEvidence = (db: UnitOfWork, entryIds: readonly string[]): Promise<Evidence[]> =>
  db.many(sql<Evidence>`select entry_id as "entryId", town_hash as "townHash", kind, named from portfolio.evidence where tenant_id = ${db.tenant} and entry_id = any(${entryIds}::uuid[])`)

/** Replaces what one town proves about one entry. */
export async function replaceEvidence(db: UnitOfWork, entryId: string, townHash: string, kinds: readonly EvidenceKind[], named: boolean): Promise<void> {
  await db.run(sql`delete from portfolio.evidence where tenant_id = ${db.tenant} and entry_id = ${entryId} and town_hash = ${townHash} and not (kind = any(${kinds}::text[]))`)
  for (const kind of kinds)
    await db.run(sql`
      insert into portfolio.evidence (tenant_id, entry_id, town_hash, kind, named, created_at) values (${db.tenant}, ${entryId}, ${townHash}, ${kind}, ${named}, ${db.now})
      on conflict (tenant_id, entry_id, town_hash, kind) do update set named = excluded.named`)
}
