import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { ReviewSetting } from '../schema.ts'
import type { Catalogue, Criterion, OwnCriterion } from './schema.ts'
import { usualCatalogue } from './usual.ts'

/** What the town has added, retired questions included. */
export const listOwnCriteria = (db: UnitOfWork): Promise<OwnCriterion[]> =>
  db.many(sql<OwnCriterion>`
    select id, code, stage, ground, question, weight, knock_out as "knockOut", true as own, created_at as "createdAt", retired_at as "retiredAt"
    from open_data.review_criterion where tenant_id = ${db.tenant} order by created_at, id`)

export const insertCriterion = (db: UnitOfWork, { id, code, stage, ground, question, weight, knockOut }: Criterion & { id: string }): Promise<number> =>
  db.run(sql`
    insert into open_data.review_criterion (tenant_id, id, code, stage, ground, question, weight, knock_out, created_at)
    values (${db.tenant}, ${id}, ${code}, ${stage}, ${ground}, ${JSON.stringify(question)}, ${weight}, ${knockOut}, ${db.now})`)

export const retireCriterion = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update open_data.review_criterion set retired_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and retired_at is null`)

export const keepSetting = (db: UnitOfWork, { checkDays, decideDays, smallestGroup }: ReviewSetting): Promise<number> =>
  db.run(sql`
    insert into open_data.review_setting (tenant_id, check_days, decide_days, smallest_group, created_at)
    values (${db.tenant}, ${checkDays}, ${decideDays}, ${smallestGroup}, ${db.now})
    on conflict (tenant_id) do update set check_days = excluded.check_days, decide_days = excluded.decide_days, smallest_group = excluded.smallest_group`)

/** What is asked today: the catalogue of the portal and the town's own questions. */
export async function getCatalogue(db: UnitOfWork): Promise<Catalogue> {
  const own = (await listOwnCriteria(db)).filter(({ retiredAt }) => retiredAt === null)
  return { version: usualCatalogue.version, criteria: [...usualCatalogue.criteria, ...own] }
}
