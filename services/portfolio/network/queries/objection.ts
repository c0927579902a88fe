import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Objection } from '../schema.ts'

const columns = sql`o.id, o.town, o.thing, o.thing_id as "thingId", o.thing_town as "thingTown", o.reason, o.created_at as "createdAt"`

/** One objection of a town to a thing; said again, the words of the last time count. */
export const keepObjection = (db: UnitOfWork, o: Omit<Objection, 'town' | 'createdAt'>): Promise<number> =>
  db.run(sql`
    insert into portfolio.objection (id, town, thing, thing_id, thing_town, reason, created_at) values (${o.id}, ${db.tenant}, ${o.thing}, ${o.thingId}, ${o.thingTown}, ${o.reason}, ${db.now})
    on conflict (town, thing, thing_id) do update set reason = excluded.reason, created_at = excluded.created_at`)

export type OpenObjection = Objection & { readonly questionId: string; readonly title: string }
/** What other towns object to in texts of this town since it last looked at them, the newest first. */
export const listOpenObjections = (db: UnitOfWork, size: number): Promise<OpenObjection[]> =>
  db.many(sql<OpenObjection>`
    select ${columns}, q.id as "questionId", q.title
    from portfolio.objection o
      left join portfolio.answer a on o.thing = 'answer' and a.id = o.thing_id and a.town = ${db.tenant}
      join portfolio.question q on q.id = coalesce(a.question_id, o.thing_id)
    where o.thing_town = ${db.tenant} and o.town <> ${db.tenant}
      and ((o.thing = 'answer' and a.published and o.created_at > a.reviewed_at) or (o.thing = 'question' and q.town = ${db.tenant} and q.published and o.created_at > q.reviewed_at))
    order by o.created_at desc, o.id limit ${size}`)
/** Open objections to one question and its answers, as far as they are this town's. */
export const listObjectionsTo = (db: UnitOfWork, things: readonly string[]): Promise<Objection[]> =>
  db.many(sql<Objection>`select ${columns} from portfolio.objection o where o.thing_id = any(${things}::uuid[]) and (o.thing_town = ${db.tenant} or o.town = ${db.tenant}) order by o.created_at, o.id limit 200`)
