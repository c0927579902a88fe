import { sql, type UnitOfWork } from '@modellregion/kernel'

/** Changes what an outlet group says of itself; everything else stays. */
export const changeGroup = (db: UnitOfWork, groupId: number, properties: { evidence: string; limitHours: number; flushMinutes: number }): Promise<number> =>
  db.run(sql`update smart_school.thing set properties = properties || ${JSON.stringify(properties)}::jsonb, changed_at = ${db.now} where tenant_id = ${db.tenant} and id = ${groupId} and kind = 'outlet-group'`)
