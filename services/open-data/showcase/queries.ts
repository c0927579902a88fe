import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Showcase } from './schema.ts'

const columns = sql`s.id, s.name, s.title, s.description, s.url, s.author, s.kind, s.published_at as "publishedAt"`

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
export const insertShowcase = (db: UnitOfWork, showcase: Showcase): Promise<number> =>
  db.run(sql`
    insert into open_data.showcase (tenant_id, id, name, title, description, url, author, kind, published_at, created_at)
    values (${db.tenant}, ${showcase.id}, ${showcase.name}, ${showcase.title}, ${showcase.description}, ${showcase.url}, ${showcase.author}, ${showcase.kind}, ${showcase.publishedAt}, ${db.now})
    on conflict do nothing`)

export const linkDatasets = (db: UnitOfWork, showcaseId: string, datasetIds: readonly string[]): Promise<number> =>
  db.insertMany('open_data.showcase_dataset', datasetIds.map((id) => ({ tenant_id: db.tenant, showcase_id: showcaseId, dataset_id: id, created_at: db.now })), { onConflict: 'nothing' })
