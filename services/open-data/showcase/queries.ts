import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainShowcase, Showcase, Submission } from './schema.ts'

const columns = sql`s.id, s.name, s.title, s.description, s.url, s.author, s.kind, s.published_at as "publishedAt",
  s.source_code_url as "sourceCodeUrl", s.code_licence as "codeLicence", s.picture_file as "pictureFile", s.picture_text as "pictureText"`
const submitted = sql`${columns}, s.state, s.account_id as "accountId", s.returned_reason as "returnedReason", s.created_at as "createdAt"`

/** Published showcases, the newest first. */
export const listShowcases = (db: UnitOfWork, page: { from: number; size: number }): Promise<Showcase[]> =>
  db.many(sql<Showcase>`
    select ${columns} from open_data.showcase s
    where s.tenant_id = ${db.tenant} and s.published_at <= ${db.now} order by s.published_at desc, s.id limit ${page.size} offset ${page.from}`)

export const countShowcases = (db: UnitOfWork): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*) as n from open_data.showcase s where s.tenant_id = ${db.tenant} and s.published_at <= ${db.now}`)

export const findShowcase = (db: UnitOfWork, name: string): Promise<Showcase | undefined> =>
  db.maybe(sql<Showcase>`select ${columns} from open_data.showcase s where s.tenant_id = ${db.tenant} and s.name = ${name} and s.published_at <= ${db.now}`)

/** What was made of one dataset. */
export const listShowcasesOf = (db: UnitOfWork, datasetId: string): Promise<Showcase[]> =>
  db.many(sql<Showcase>`
    select ${columns} from open_data.showcase s join open_data.showcase_dataset l on l.tenant_id = s.tenant_id and l.showcase_id = s.id
    where s.tenant_id = ${db.tenant} and l.dataset_id = ${datasetId} and s.published_at <= ${db.now} order by s.published_at desc, s.id`)

export const datasetIdsOf = (db: UnitOfWork, showcaseId: string): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select dataset_id as id from open_data.showcase_dataset where tenant_id = ${db.tenant} and showcase_id = ${showcaseId}`)

/** Keeps a showcase by its short name; repeating it changes nothing. */
export const insertShowcase = (db: UnitOfWork, showcase: PlainShowcase): Promise<number> =>
  db.run(sql`
    insert into open_data.showcase (tenant_id, id, name, title, description, url, author, kind, published_at, created_at)
    values (${db.tenant}, ${showcase.id}, ${showcase.name}, ${showcase.title}, ${showcase.description}, ${showcase.url}, ${showcase.author}, ${showcase.kind}, ${showcase.publishedAt}, ${db.now})
    on conflict do nothing`)

export const linkDatasets = (db: UnitOfWork, showcaseId: string, datasetIds: readonly string[]): Promise<number> =>
  db.insertMany('open_data.showcase_dataset', datasetIds.map((id) => ({ tenant_id: db.tenant, showcase_id: showcaseId, dataset_id: id, created_at: db.now })), { onConflict: 'nothing' })

/** What somebody hands in: nobody sees it before an editor has read it. */
export const insertSubmission = (db: UnitOfWork, showcase: Omit<Showcase, 'publishedAt'>): Promise<number> =>
  db.run(sql`
    insert into open_data.showcase (tenant_id, id, name, title, description, url, author, kind, state, account_id, source_code_url, code_licence, picture_file, picture_text, created_at)
    values (${db.tenant}, ${showcase.id}, ${showcase.name}, ${showcase.title}, ${showcase.description}, ${showcase.url}, ${showcase.author}, ${showcase.kind}, 'waiting', ${db.actor ?? null},
      ${showcase.sourceCodeUrl}, ${showcase.codeLicence}, ${showcase.pictureFile}, ${showcase.pictureText}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

export const isNameTaken = (db: UnitOfWork, name: string): Promise<{ yes: boolean }> =>
  db.one(sql<{ yes: boolean }>`select exists (select 1 from open_data.showcase where tenant_id = ${db.tenant} and name = ${name}) as yes`)

/** Whatever its state. @throws NotFound */
export const getSubmission = (db: UnitOfWork, id: string): Promise<Submission> => db.one(sql<Submission>`select ${submitted} from open_data.showcase s where s.tenant_id = ${db.tenant} and s.id = ${id}`)

/** Those that wait for an editor, the oldest first. */
export const listWaiting = (db: UnitOfWork, size: number): Promise<Submission[]> =>
  db.many(sql<Submission>`select ${submitted} from open_data.showcase s where s.tenant_id = ${db.tenant} and s.state = 'waiting' order by s.created_at, s.id limit ${size}`)

export const listOwnSubmissions = (db: UnitOfWork, accountId: string, size: number): Promise<Submission[]> =>
  db.many(sql<Submission>`select ${submitted} from open_data.showcase s where s.tenant_id = ${db.tenant} and s.account_id = ${accountId} order by s.created_at desc, s.id limit ${size}`)

/** Shows it, or gives it back with a reason. 0 when somebody was faster. */
export const decideSubmission = (db: UnitOfWork, id: string, reason: string | null): Promise<number> =>
  db.run(sql`
    update open_data.showcase set state = ${reason === null ? 'shown' : 'returned'}, returned_reason = ${reason}, published_at = ${reason === null ? db.now : null}
    where tenant_id = ${db.tenant} and id = ${id} and state = 'waiting'`)

/** Published showcases by id, in no particular order. */
export const listShowcasesByIds = (db: UnitOfWork, ids: readonly string[]): Promise<Showcase[]> =>
  db.many(sql<Showcase>`select ${columns} from open_data.showcase s where s.tenant_id = ${db.tenant} and s.id = any(${ids}::uuid[]) and s.published_at <= ${db.now} limit 200`)

/** The requests behind the datasets of a showcase: what was asked for, and when the data came. */
export type Step = { number: number; title: string; askedAt: Date; publishedAt: Date; dataset: { name: string; title: string } }
export const listStepsTo = (db: UnitOfWork, showcaseId: string): Promise<Step[]> =>
  db.many(sql<Step>`
    select r.number, r.title, r.created_at as "askedAt", r.published_at as "publishedAt", json_build_object('name', d.name, 'title', d.title) as dataset
    from open_data.showcase_dataset l
    join open_data.request_dataset q on q.tenant_id = l.tenant_id and q.dataset_id = l.dataset_id
    join open_data.request r on r.tenant_id = q.tenant_id and r.id = q.request_id and r.state = 'published'
    join open_data.dataset d on d.tenant_id = l.tenant_id and d.id = l.dataset_id and d.withdrawn_at is null
    where l.tenant_id = ${db.tenant} and l.showcase_id = ${showcaseId} order by r.created_at, r.id limit 20`)
