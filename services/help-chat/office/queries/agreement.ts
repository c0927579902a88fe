import { sql, type UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import type { Agreement } from '../schema.ts'

const columns = sql`other_town as "otherTown", side, state, said_on::text as "saidOn"`

/** This town's own sides of its agreements, with other towns as office and as village. */
export const listAgreements = (db: UnitOfWork): Promise<Agreement[]> => db.many(sql<Agreement>`select ${columns} from help_chat.agreement where tenant_id = ${db.tenant} order by side, other_town`)

export const findAgreement = (db: UnitOfWork, otherTown: string, side: Agreement['side']): Promise<Agreement | undefined> =>
  db.maybe(sql<Agreement>`select ${columns} from help_chat.agreement where tenant_id = ${db.tenant} and other_town = ${otherTown} and side = ${side}`)

/** Says this town's side. Rows changed: none when it was said before. */
export const putAgreement = (db: UnitOfWork, { otherTown, side, state }: Pick<Agreement, 'otherTown' | 'side' | 'state'>): Promise<number> =>
  db.run(sql`
    insert into help_chat.agreement (tenant_id, other_town, side, state, said_on, created_at) values (${db.tenant}, ${otherTown}, ${side}, ${state}, ${localDate(db.now)}, ${db.now})
    on conflict (tenant_id, other_town, side) do update set state = excluded.state, said_on = excluded.said_on where help_chat.agreement.state <> excluded.state`)

/** Who of this office serves a village: ids of confidants. */
export const listServing = async (db: UnitOfWork, village: string): Promise<string[]> =>
  (await db.many(sql<{ id: string }>`select confidant_id as id from help_chat.serving where tenant_id = ${db.tenant} and village = ${village} order by confidant_id`)).map(({ id }) => id)

export async function putServing(db: UnitOfWork, village: string, ids: readonly string[]): Promise<void> {
  await db.run(sql`delete from help_chat.serving where tenant_id = ${db.tenant} and village = ${village} and not (confidant_id = any(${[...ids]}::uuid[]))`)
  for (const id of ids)
    await db.run(sql`insert into help_chat.serving (tenant_id, village, confidant_id, created_at) values (${db.tenant}, ${village}, ${id}, ${db.now}) on conflict (tenant_id, village, confidant_id) do nothing`)
}
