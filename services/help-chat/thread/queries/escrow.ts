import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'

export type EscrowRequest = {
  readonly id: string
  readonly caseId: string
  readonly epoch: number
  readonly by: string
  readonly box: string
  readonly reason: string
  readonly state: 'open' | 'opened' | 'withdrawn'
  readonly askedOn: PlainDate
}

const columns = sql`id, case_id as "caseId", epoch, confidant_id as by, box, reason, state, asked_on::text as "askedOn"`

/** Rows written: none when somebody has asked for this case already. */
export const insertEscrow = (db: UnitOfWork, r: Omit<EscrowRequest, 'state'>): Promise<number> =>
  db.run(sql`
    insert into help_chat.escrow_request (tenant_id, id, case_id, epoch, confidant_id, box, reason, asked_on, created_at)
    values (${db.tenant}, ${r.id}, ${r.caseId}, ${r.epoch}, ${r.by}, ${r.box}, ${r.reason}, ${r.askedOn}, ${db.now}) on conflict do nothing`)

/** The latest on top; also what is over, because everybody may see what was opened and why. */
export const listEscrow = (db: UnitOfWork, size: number): Promise<EscrowRequest[]> =>
  db.many(sql<EscrowRequest>`select ${columns} from help_chat.escrow_request where tenant_id = ${db.tenant} order by asked_on desc, id desc limit ${size}`)

export const lockEscrow = (db: UnitOfWork, id: string): Promise<EscrowRequest | undefined> =>
  db.maybe(sql<EscrowRequest>`select ${columns} from help_chat.escrow_request where tenant_id = ${db.tenant} and id = ${id} for update`)

export const findOpenEscrowOf = (db: UnitOfWork, caseId: string, confidantId: string): Promise<{ id: string } | undefined> =>
  db.maybe(sql<{ id: string }>`select id from help_chat.escrow_request where tenant_id = ${db.tenant} and case_id = ${caseId} and confidant_id = ${confidantId} and state = 'open'`)

export const listSharesOf = (db: UnitOfWork, ids: readonly string[]): Promise<{ requestId: string; confidantId: string; sealed: string }[]> =>
  db.many(sql<{ requestId: string; confidantId: string; sealed: string }>`
    select request_id as "requestId", confidant_id as "confidantId", sealed from help_chat.escrow_share
    where tenant_id = ${db.tenant} and request_id = any(${[...ids]}::uuid[]) order by request_id, confidant_id`)

/** Rows written: none when this holder has released before. */
export const insertShare = (db: UnitOfWork, { requestId, confidantId, sealed }: { requestId: string; confidantId: string; sealed: string }): Promise<number> =>
  db.run(sql`
    insert into help_chat.escrow_share (tenant_id, request_id, confidant_id, sealed, created_at) values (${db.tenant}, ${requestId}, ${confidantId}, ${sealed}, ${db.now})
    on conflict (tenant_id, request_id, confidant_id) do nothing`)

/** A new epoch ends the request: it was opened when whoever asked made it, and is not needed any more otherwise. The shares go. */
export async function finishEscrow(db: UnitOfWork, caseId: string, by: string): Promise<void> {
  const done = await db.many(sql<{ id: string }>`
    update help_chat.escrow_request set state = case when confidant_id::text = ${by} then 'opened' else 'withdrawn' end
    where tenant_id = ${db.tenant} and case_id = ${caseId} and state = 'open' returning id`)
  if (done.length > 0) await deleteSharesOf(db, done.map(({ id }) => id))
}

export const withdrawEscrow = async (db: UnitOfWork, id: string): Promise<number> => {
  const changed = await db.run(sql`update help_chat.escrow_request set state = 'withdrawn' where tenant_id = ${db.tenant} and id = ${id} and state = 'open'`)
  await deleteSharesOf(db, [id])
  return changed
}

const deleteSharesOf = (db: UnitOfWork, ids: readonly string[]): Promise<number> => db.run(sql`delete from help_chat.escrow_share where tenant_id = ${db.tenant} and request_id = any(${[...ids]}::uuid[])`)

/** Requests of a case that goes, and what was released for them. */
export async function deleteEscrow(db: UnitOfWork, caseId: string): Promise<void> {
  await db.run(sql`
    delete from help_chat.escrow_share where tenant_id = ${db.tenant}
      and request_id = any(array(select id from help_chat.escrow_request where tenant_id = ${db.tenant} and case_id = ${caseId}))`)
  await db.run(sql`delete from help_chat.escrow_request where tenant_id = ${db.tenant} and case_id = ${caseId}`)
}
