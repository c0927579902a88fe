import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { Notice } from './schema.ts'

const columns = sql`id, account_id as "accountId", title, text, contact_mail as "contactMail", ends_on::text as "endsOn", state, hidden_reason as "hiddenReason", created_at as "createdAt"`

/** @throws NotFound */
export const getNotice = (db: UnitOfWork, id: string): Promise<Notice> =>
  db.one(sql<Notice>`select ${columns} from example.notice where tenant_id = ${db.tenant} and id = ${id}`)

/** What hangs on the board on a day, the newest first. */
export const listOnBoard = (db: UnitOfWork, today: PlainDate, page: { from: number; size: number }): Promise<Notice[]> =>
  db.many(sql<Notice>`
    select ${columns} from example.notice
    where tenant_id = ${db.tenant} and state = 'open' and ends_on >= ${today}
    order by created_at desc, id desc limit ${page.size} offset ${page.from}`)

export const countOnBoard = (db: UnitOfWork, today: PlainDate): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from example.notice where tenant_id = ${db.tenant} and state = 'open' and ends_on >= ${today}`)

/** Everything a person has pinned to the board and that has not been cleared away yet. */
export const listOwn = (db: UnitOfWork, accountId: string, size: number): Promise<Notice[]> =>
  db.many(sql<Notice>`
    select ${columns} from example.notice where tenant_id = ${db.tenant} and account_id = ${accountId} order by created_at desc limit ${size}`)

/** How many others of the same author hang on the board. */
export const countOthersOf = (db: UnitOfWork, { accountId, id }: Pick<Notice, 'accountId' | 'id'>, today: PlainDate): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`
    select count(*)::int as n from example.notice
    where tenant_id = ${db.tenant} and account_id = ${accountId} and state = 'open' and ends_on >= ${today} and id <> ${id}`)

export type NewNotice = Pick<Notice, 'id' | 'accountId' | 'title' | 'text' | 'contactMail' | 'endsOn'>
/** Rows written: none when the unit of work has written it before. */
export const insertNotice = (db: UnitOfWork, notice: NewNotice): Promise<number> =>
  db.run(sql`
    insert into example.notice (tenant_id, id, account_id, title, text, contact_mail, ends_on, created_at)
    values (${db.tenant}, ${notice.id}, ${notice.accountId}, ${notice.title}, ${notice.text}, ${notice.contactMail}, ${notice.endsOn}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

/** Rows changed: none when it hangs no more. */
export const closeNotice = (db: UnitOfWork, id: string, state: 'withdrawn' | 'hidden', reason: string | null = null): Promise<number> =>
  db.run(sql`update example.notice set state = ${state}, hidden_reason = ${reason} where tenant_id = ${db.tenant} and id = ${id} and state = 'open'`)

/** Marks what ended before a day, at most `size` at once, and names it. */
export const endNotices = (db: UnitOfWork, today: PlainDate, size: number): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`
    update example.notice set state = 'ended'
    where tenant_id = ${db.tenant} and id = any(array(
      select id from example.notice where tenant_id = ${db.tenant} and state = 'open' and ends_on < ${today} order by id limit ${size}))
    returning id`)

export const addToDay = (db: UnitOfWork, day: PlainDate): Promise<number> =>
  db.run(sql`
    insert into example.daily_count (tenant_id, day, published, created_at) values (${db.tenant}, ${day}, 1, ${db.now})
    on conflict (tenant_id, day) do update set published = example.daily_count.published + 1`)

/** How many notices were published from a day on. */
export const countPublishedSince = (db: UnitOfWork, day: PlainDate): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select coalesce(sum(published), 0)::int as n from example.daily_count where tenant_id = ${db.tenant} and day >= ${day}`)

/** Days on which something was published, the first on top. */
export const listDays = (db: UnitOfWork): Promise<{ day: PlainDate; published: number }[]> =>
  db.many(sql<{ day: PlainDate; published: number }>`select day::text as day, published::int as published from example.daily_count where tenant_id = ${db.tenant} order by day`)
