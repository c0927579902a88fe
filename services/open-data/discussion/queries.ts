import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Post, PostKind, PostState, Reported } from './schema.ts'

const columns = sql`p.id, p.dataset_id as "datasetId", p.parent_id as "parentId", p.kind, p.text, p.account_id as "accountId", p.from_office as "fromOffice", p.state, p.hidden_reason as "hiddenReason", p.created_at as "createdAt", p.edited_at as "editedAt"`

/** The newest posts of a dataset with everything below them. */
export const listPosts = (db: UnitOfWork, datasetId: string, size: number): Promise<Post[]> =>
  db.many(sql<Post>`
    select ${columns} from open_data.discussion_post p
    where p.tenant_id = ${db.tenant} and p.dataset_id = ${datasetId} order by p.created_at desc, p.id limit ${size}`)

/** @throws NotFound */
export const getPost = (db: UnitOfWork, id: string): Promise<Post> => db.one(sql<Post>`select ${columns} from open_data.discussion_post p where p.tenant_id = ${db.tenant} and p.id = ${id}`)

export const countPosts = (db: UnitOfWork, datasetId: string): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from open_data.discussion_post where tenant_id = ${db.tenant} and dataset_id = ${datasetId} and parent_id is null and state not in ('hidden', 'removed')`)

export type NewPost = { id: string; datasetId: string; parentId: string | null; kind: PostKind; text: string; fromOffice: boolean }
/** Rows written: none when the unit has written it before. */
export const insertPost = (db: UnitOfWork, post: NewPost): Promise<number> =>
  db.run(sql`
    insert into open_data.discussion_post (tenant_id, id, dataset_id, parent_id, kind, text, account_id, from_office, state, created_at)
    values (${db.tenant}, ${post.id}, ${post.datasetId}, ${post.parentId}, ${post.kind}, ${post.text}, ${db.actor ?? null}, ${post.fromOffice}, 'open', ${db.now})
    on conflict (tenant_id, id) do nothing`)

export const setState = (db: UnitOfWork, id: string, state: PostState, reason: string | null = null): Promise<number> =>
  db.run(sql`update open_data.discussion_post set state = ${state}, hidden_reason = ${reason} where tenant_id = ${db.tenant} and id = ${id}`)

/** What is removed by its writer loses its text at once. */
export const removePost = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update open_data.discussion_post set state = 'removed', text = '' where tenant_id = ${db.tenant} and id = ${id} and state <> 'hidden'`)

export const editPost = (db: UnitOfWork, id: string, text: string): Promise<number> =>
  db.run(sql`update open_data.discussion_post set text = ${text}, edited_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and state not in ('hidden', 'removed')`)

/** One report of each person for a post; the second changes nothing. */
export const insertReport = (db: UnitOfWork, report: { id: string; postId: string; accountId: string; reason: string }): Promise<number> =>
  db.run(sql`
    insert into open_data.discussion_report (tenant_id, id, post_id, account_id, reason, created_at)
    values (${db.tenant}, ${report.id}, ${report.postId}, ${report.accountId}, ${report.reason}, ${db.now}) on conflict do nothing`)

/** Posts that wait for an editor's look, the oldest report first. */
export const listReported = (db: UnitOfWork, size: number): Promise<Reported[]> =>
  db.many(sql<Reported>`
    select ${columns}, r.id as "reportId", r.reason, r.created_at as "reportedAt", json_build_object('name', d.name, 'title', d.title) as dataset
    from open_data.discussion_report r join open_data.discussion_post p on p.tenant_id = r.tenant_id and p.id = r.post_id join open_data.dataset d on d.tenant_id = p.tenant_id and d.id = p.dataset_id
    where r.tenant_id = ${db.tenant} and r.closed_at is null order by r.created_at, r.id limit ${size}`)

/** All open reports of a post are settled together. */
export const closeReports = (db: UnitOfWork, postId: string): Promise<number> =>
  db.run(sql`update open_data.discussion_report set closed_at = ${db.now} where tenant_id = ${db.tenant} and post_id = ${postId} and closed_at is null`)

export const insertThanks = (db: UnitOfWork, datasetId: string, accountId: string): Promise<number> =>
  db.run(sql`insert into open_data.gratitude (tenant_id, dataset_id, account_id, created_at) values (${db.tenant}, ${datasetId}, ${accountId}, ${db.now}) on conflict do nothing`)

export const deleteThanks = (db: UnitOfWork, datasetId: string, accountId: string): Promise<number> =>
  db.run(sql`delete from open_data.gratitude where tenant_id = ${db.tenant} and dataset_id = ${datasetId} and account_id = ${accountId}`)

export const countThanks = (db: UnitOfWork, datasetId: string): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from open_data.gratitude where tenant_id = ${db.tenant} and dataset_id = ${datasetId}`)

export const hasThanked = (db: UnitOfWork, datasetId: string, accountId: string): Promise<{ yes: boolean }> =>
  db.one(sql<{ yes: boolean }>`select exists (select 1 from open_data.gratitude where tenant_id = ${db.tenant} and dataset_id = ${datasetId} and account_id = ${accountId}) as yes`)
