import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { NewNews, News } from '../schema.ts'

const columns = sql`id, title, text, day::text as day, published, about_kind as "aboutKind", about_ref as "aboutRef", changed_at as "changedAt", created_at as "createdAt"`

/** @throws NotFound */
export const getNews = (db: UnitOfWork, id: string): Promise<News> => db.one(sql<News>`select ${columns} from portfolio.news where tenant_id = ${db.tenant} and id = ${id}`)
/** The same, locked until the unit ends. @throws NotFound */
export const lockNews = (db: UnitOfWork, id: string): Promise<News> => db.one(sql<News>`select ${columns} from portfolio.news where tenant_id = ${db.tenant} and id = ${id} for update`)
/** What readers see on a day, the newest first. */
export const listPublishedNews = (db: UnitOfWork, today: PlainDate, page: { from: number; size: number }): Promise<News[]> =>
  db.many(sql<News>`select ${columns} from portfolio.news where tenant_id = ${db.tenant} and published and day <= ${today} order by day desc, id desc limit ${page.size} offset ${page.from}`)
export const countPublishedNews = (db: UnitOfWork, today: PlainDate): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.news where tenant_id = ${db.tenant} and published and day <= ${today}`)
/** All messages, drafts and those of later days too. */
export const listAllNews = (db: UnitOfWork, page: { from: number; size: number }): Promise<News[]> =>
  db.many(sql<News>`select ${columns} from portfolio.news where tenant_id = ${db.tenant} order by day desc, id desc limit ${page.size} offset ${page.from}`)
export const countAllNews = (db: UnitOfWork): Promise<{ n: number }> => db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.news where tenant_id = ${db.tenant}`)
export const insertNews = (db: UnitOfWork, n: NewNews): Promise<number> =>
  db.run(sql`
    insert into portfolio.news (tenant_id, id, title, text, day, published, about_kind, about_ref, changed_at, created_at)
    values (${db.tenant}, ${n.id}, ${n.title}, ${n.text}, ${n.day}, ${n.published}, ${n.aboutKind}, ${n.aboutRef}, ${db.now}, ${db.now}) on conflict (tenant_id, id) do nothing`)
export const updateNews = (db: UnitOfWork, n: NewNews): Promise<number> =>
  db.run(sql`
    update portfolio.news set title = ${n.title}, text = ${n.text}, day = ${n.day}, published = ${n.published}, about_kind = ${n.aboutKind}, about_ref = ${n.aboutRef}, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${n.id}`)
export const deleteNews = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from portfolio.news where tenant_id = ${db.tenant} and id = ${id}`)
