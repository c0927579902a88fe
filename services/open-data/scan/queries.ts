import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Decision, Found, Scan, ScanFinding } from './schema.ts'

const scanColumns = sql`version_id as "versionId", dataset_id as "datasetId", state, rules, smallest_group as "smallestGroup", row_count as "rowCount", column_count as "columnCount", milliseconds, failure, created_at as "createdAt"`
const findingColumns = sql`id, version_id as "versionId", dataset_id as "datasetId", kind, fields, serious, hits, of_rows as "ofRows", examples, decision, reason, decided_at as "decidedAt", created_at as "createdAt"`

export const listScans = (db: UnitOfWork, versionIds: readonly string[]): Promise<Scan[]> =>
  db.many(sql<Scan>`select ${scanColumns} from open_data.scan where tenant_id = ${db.tenant} and version_id = any(${versionIds}::uuid[])`)

export const listFindings = (db: UnitOfWork, versionIds: readonly string[]): Promise<ScanFinding[]> =>
  db.many(sql<ScanFinding>`
    select ${findingColumns} from open_data.scan_finding where tenant_id = ${db.tenant} and version_id = any(${versionIds}::uuid[]) order by serious desc, hits desc, id`)

export const findFinding = (db: UnitOfWork, id: string): Promise<ScanFinding | undefined> =>
  db.maybe(sql<ScanFinding>`select ${findingColumns} from open_data.scan_finding where tenant_id = ${db.tenant} and id = ${id}`)

/** Decides about a finding, or decides anew with another reason. */
export const decideFinding = (db: UnitOfWork, id: string, decision: Decision, reason: string): Promise<number> =>
  db.run(sql`
    update open_data.scan_finding set decision = ${decision}, reason = ${reason}, decided_by = ${db.actor ?? null}, decided_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id}`)

/** Forgets an earlier look at a file together with what it found. */
export const deleteScan = (db: UnitOfWork, versionId: string): Promise<number> => db.run(sql`delete from open_data.scan where tenant_id = ${db.tenant} and version_id = ${versionId}`)

export const insertScan = (db: UnitOfWork, scan: Omit<Scan, 'createdAt'>): Promise<number> =>
  db.run(sql`
    insert into open_data.scan (tenant_id, version_id, dataset_id, state, rules, smallest_group, row_count, column_count, milliseconds, failure, created_at)
    values (${db.tenant}, ${scan.versionId}, ${scan.datasetId}, ${scan.state}, ${scan.rules}, ${scan.smallestGroup}, ${scan.rowCount}, ${scan.columnCount}, ${scan.milliseconds}, ${scan.failure}, ${db.now})`)

export const insertFindings = (db: UnitOfWork, { versionId, datasetId }: { versionId: string; datasetId: string }, findings: readonly (Found & { id: string })[]): Promise<number> =>
  db.insertMany(
    'open_data.scan_finding',
    findings.map((found) => ({
      tenant_id: db.tenant, id: found.id, version_id: versionId, dataset_id: datasetId, kind: found.kind, fields: found.fields, serious: found.serious, hits: found.hits, of_rows: found.ofRows,
      examples: found.examples, reason: '', created_at: db.now,
    })), // prettier-ignore
  )

/** Tables of drafts nobody has looked through yet by these rules. */
export const listUnscanned = (db: UnitOfWork, rules: number, size: number): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`
    select v.id from open_data.file_version v
    where v.tenant_id = ${db.tenant} and v.state = 'ready' and v.table_file is not null
      and exists (select from open_data.draft d where d.tenant_id = v.tenant_id and d.id = v.dataset_id)
      and not exists (select from open_data.scan s where s.tenant_id = v.tenant_id and s.version_id = v.id and (s.rules >= ${rules} or s.state = 'failed'))
    order by v.created_at, v.id limit ${size}`)
