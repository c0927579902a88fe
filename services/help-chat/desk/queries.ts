import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { TextModule } from './schema.ts'

/** Text modules that the office has written or changed; `hidden` ones are shipped and not wanted. */
export const listModules = (db: UnitOfWork): Promise<(TextModule & { hidden: boolean })[]> =>
  db.many(sql<TextModule & { hidden: boolean }>`select id, title, text, lane, hidden from help_chat.text_module where tenant_id = ${db.tenant} order by created_at, id`)

export const putModule = (db: UnitOfWork, { id, title, text, lane }: TextModule, hidden = false): Promise<number> =>
  db.run(sql`
    insert into help_chat.text_module (tenant_id, id, title, text, lane, hidden, created_at) values (${db.tenant}, ${id}, ${title}, ${text}, ${lane}, ${hidden}, ${db.now})
    on conflict (tenant_id, id) do update set title = excluded.title, text = excluded.text, lane = excluded.lane, hidden = excluded.hidden`)

export const deleteModule = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from help_chat.text_module where tenant_id = ${db.tenant} and id = ${id}`)

/** Sealed notes of a confidant in this town. */
export const listNotes = (db: UnitOfWork, confidantId: string): Promise<{ case: string; sealed: string }[]> =>
  db.many(sql<{ case: string; sealed: string }>`select case_id as "case", sealed from help_chat.private_note where tenant_id = ${db.tenant} and confidant_id = ${confidantId} order by case_id`)

/** `day` is the midnight of the day: a note is written while somebody works on a case, and its minute would say when. */
export const putNote = (db: UnitOfWork, note: { caseId: string; confidantId: string; sealed: string; day: Date }): Promise<number> =>
  db.run(sql`
    insert into help_chat.private_note (tenant_id, case_id, confidant_id, sealed, created_at) values (${db.tenant}, ${note.caseId}, ${note.confidantId}, ${note.sealed}, ${note.day})
    on conflict (tenant_id, case_id, confidant_id) do update set sealed = excluded.sealed`)

export const deleteNote = (db: UnitOfWork, caseId: string, confidantId: string): Promise<number> =>
  db.run(sql`delete from help_chat.private_note where tenant_id = ${db.tenant} and case_id = ${caseId} and confidant_id = ${confidantId}`)
