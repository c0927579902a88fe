import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'
import type { Feedback, FeedbackMessage, News } from './schema.ts'

const newsColumns = sql`id, texts, invented, published_at as "publishedAt", created_at as "createdAt", updated_at as "updatedAt"`
const feedbackColumns = sql`id, number, kind, page, message, mail, return_hash is not null as returns, state, done_at as "doneAt", created_at as "createdAt"`

/** What the public may read, newest first. */
export const listPublishedNews = (db: UnitOfWork, { size, from = 0 }: { size: number; from?: number }): Promise<News[]> =>
  db.many(sql<News>`
    select ${newsColumns} from platform.news where tenant_id = ${db.tenant} and published_at <= ${db.now}
    order by published_at desc, id desc limit ${size} offset ${from}`)

/** @throws NotFound also for drafts. */
export const getPublishedNews = (db: UnitOfWork, id: string): Promise<News> =>
  db.one(sql<News>`select ${newsColumns} from platform.news where tenant_id = ${db.tenant} and id = ${id} and published_at <= ${db.now}`)

/** Drafts too: for the editor. */
export const listNews = (db: UnitOfWork, size: number): Promise<News[]> =>
  db.many(sql<News>`select ${newsColumns} from platform.news where tenant_id = ${db.tenant} order by coalesce(published_at, created_at) desc, id desc limit ${size}`)

/** @throws NotFound */
export const getNews = (db: UnitOfWork, id: string): Promise<News> =>
  db.one(sql<News>`select ${newsColumns} from platform.news where tenant_id = ${db.tenant} and id = ${id}`)

export type NewNews = Pick<News, 'id' | 'texts' | 'publishedAt'> & { invented?: boolean }

export const saveNews = (db: UnitOfWork, news: NewNews): Promise<number> =>
  db.run(sql`
    insert into platform.news (tenant_id, id, texts, invented, published_at, created_at, updated_at)
    values (${db.tenant}, ${news.id}, ${JSON.stringify(news.texts)}::jsonb, ${news.invented ?? false}, ${news.publishedAt}, ${db.now}, ${db.now})
    on conflict (tenant_id, id) do update set texts = excluded.texts, published_at = excluded.published_at, updated_at = excluded.updated_at`)

/** For demonstrations: writes only what was never there, so that a deleted or edited message stays as it is. */
export const insertNews = (db: UnitOfWork, news: NewNews): Promise<number> =>
  db.run(sql`
    insert into platform.news (tenant_id, id, texts, invented, published_at, created_at, updated_at)
    values (${db.tenant}, ${news.id}, ${JSON.stringify(news.texts)}::jsonb, ${news.invented ?? false}, ${news.publishedAt}, ${db.now}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

export const deleteNews = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from platform.news where tenant_id = ${db.tenant} and id = ${id}`)

export type NewFeedback = Pick<Feedback, 'id' | 'number' | 'kind' | 'page' | 'message' | 'mail'> & { returnHash?: string }

export const insertFeedback = (db: UnitOfWork, report: NewFeedback): Promise<number> =>
  db.run(sql`
    insert into platform.feedback (tenant_id, id, number, kind, page, message, mail, return_hash, created_at)
    values (${db.tenant}, ${report.id}, ${report.number}, ${report.kind}, ${report.page}, ${report.message}, ${report.mail}, ${report.returnHash ?? null}, ${db.now})`)

export const listFeedback = (db: UnitOfWork, { state, size }: { state: Feedback['state']; size: number }): Promise<Feedback[]> =>
  db.many(sql<Feedback>`
    select ${feedbackColumns} from platform.feedback where tenant_id = ${db.tenant} and state = ${state} order by created_at desc, id desc limit ${size}`)

/** @throws NotFound */
export const getFeedback = (db: UnitOfWork, id: string): Promise<Feedback> =>
  db.one(sql<Feedback>`select ${feedbackColumns} from platform.feedback where tenant_id = ${db.tenant} and id = ${id}`)

export const countOpenFeedback = async (db: UnitOfWork): Promise<number> =>
  (await db.one(sql<{ n: number }>`select count(*)::int as n from platform.feedback where tenant_id = ${db.tenant} and state = 'open'`)).n

/** 0 when it was closed before. */
export const closeFeedback = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`
    update platform.feedback set state = 'done', done_by = ${db.actor ?? null}, done_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and state = 'open'`)

/** What belongs to a guest's code. */
export const findFeedbackByReturn = (db: UnitOfWork, returnHash: string): Promise<Feedback | undefined> =>
  db.maybe(sql<Feedback>`select ${feedbackColumns} from platform.feedback where tenant_id = ${db.tenant} and return_hash = ${returnHash}`)

const messageColumns = sql`feedback_id as "feedbackId", from_office as "fromOffice", text, created_at as "createdAt"`

/** What was said about some reports, in order. */
export const listFeedbackMessages = (db: UnitOfWork, feedbackIds: readonly string[]): Promise<FeedbackMessage[]> =>
  db.many(sql<FeedbackMessage>`
    select ${messageColumns} from platform.feedback_message where tenant_id = ${db.tenant} and feedback_id = any(${[...feedbackIds]}::uuid[]) order by created_at, id limit 2000`)

export const insertFeedbackMessage = (db: UnitOfWork, message: { id: string; feedbackId: string; fromOffice: boolean; text: string }): Promise<number> =>
  db.run(sql`
    insert into platform.feedback_message (tenant_id, id, feedback_id, from_office, text, by_id, created_at)
    values (${db.tenant}, ${message.id}, ${message.feedbackId}, ${message.fromOffice}, ${message.text}, ${message.fromOffice ? (db.actor ?? null) : null}, ${db.now})`)

/** One answer of the guest to each of the office: locks the report, so that two at the same moment are one. */
export const lockFeedback = (db: UnitOfWork, id: string): Promise<Feedback> =>
  db.one(sql<Feedback>`select ${feedbackColumns} from platform.feedback where tenant_id = ${db.tenant} and id = ${id} for update`)

/** A guest who answers opens the report again. */
export const reopenFeedback = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update platform.feedback set state = 'open', done_by = null, done_at = null where tenant_id = ${db.tenant} and id = ${id}`)
