import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { Amount, Change, NewProject, Period, Programme, ProgrammeChange, Project, Source, Stage, StageStep } from './schema.ts'

const columns = sql`slug, number, kind, origin, is_public as "isPublic", name, name_in_table as "nameInTable", aliases, stage, summary, status, notes, results, partners, partners_in_text as "partnersInText",
  links, promises, kdn, service, source, starts_on::text as "startsOn", ends_on::text as "endsOn", original_ends_on::text as "originalEndsOn", grant_cents::float8 as "grantCents", total_cents::float8 as "totalCents",
  own_share_cents::float8 as "ownShareCents", changed_at as "changedAt", created_at as "createdAt"`
const mostProjects = 1_000
type Counted = Pick<Project, 'slug' | 'kind' | 'origin' | 'stage' | 'isPublic' | 'grantCents' | 'totalCents'>

/** All projects of the town, those of the report first and in its order. A town has some dozens; at most 1,000 are given. */
export const listProjects = (db: UnitOfWork): Promise<Project[]> =>
  db.many(sql<Project>`select ${columns} from portfolio.project where tenant_id = ${db.tenant} order by number nulls last, name limit ${mostProjects}`)
/** What sums and funnels are made of, without the texts. */
export const listCounted = (db: UnitOfWork): Promise<Counted[]> =>
  db.many(sql<Counted>`
    select slug, kind, origin, stage, is_public as "isPublic", grant_cents::float8 as "grantCents", total_cents::float8 as "totalCents" from portfolio.project where tenant_id = ${db.tenant} order by number nulls last, name limit ${mostProjects}`)
export const findProject = (db: UnitOfWork, slug: string): Promise<Project | undefined> => db.maybe(sql<Project>`select ${columns} from portfolio.project where tenant_id = ${db.tenant} and slug = ${slug}`)
/** @throws NotFound */
export const getProject = (db: UnitOfWork, slug: string): Promise<Project> => db.one(sql<Project>`select ${columns} from portfolio.project where tenant_id = ${db.tenant} and slug = ${slug}`)

/** The same, held until the unit of work ends: two changes at once come one after the other. @throws NotFound */
export const holdProject = (db: UnitOfWork, slug: string): Promise<Project> => db.one(sql<Project>`select ${columns} from portfolio.project where tenant_id = ${db.tenant} and slug = ${slug} for update`)
/** Whether an account of grants hangs on the project. */
export const hasAccount = async (db: UnitOfWork, slug: string): Promise<boolean> =>
  (await db.maybe(sql<{ there: boolean }>`select true as there from portfolio.grant_notice where tenant_id = ${db.tenant} and project = ${slug} limit 1`)) !== undefined

/** Stages reached, the first on top. */
export const listSteps = (db: UnitOfWork, slug: string): Promise<StageStep[]> =>
  db.many(sql<StageStep>`select id, slug, stage, reached_on::text as "reachedOn", reason, source, created_at as "createdAt" from portfolio.project_stage where tenant_id = ${db.tenant} and slug = ${slug} order by id`)
/** Every stage that any project of the town has reached, for the funnel. */
export const listReached = (db: UnitOfWork): Promise<{ slug: string; stage: Stage }[]> =>
  db.many(sql<{ slug: string; stage: Stage }>`select distinct slug, stage from portfolio.project_stage where tenant_id = ${db.tenant} order by slug, stage limit ${mostProjects * 8}`)
/** Periods, the original on top. */
export const listPeriods = (db: UnitOfWork, slug: string): Promise<Period[]> =>
  db.many(sql<Period>`select id, slug, starts_on::text as "startsOn", ends_on::text as "endsOn", reason, source, created_at as "createdAt" from portfolio.project_period where tenant_id = ${db.tenant} and slug = ${slug} order by id`)
/** Amounts, the newest last. */
export const listAmounts = (db: UnitOfWork, slug: string): Promise<Amount[]> =>
  db.many(sql<Amount>`select id, slug, kind, cents::float8 as cents, reason, source, created_at as "createdAt" from portfolio.project_amount where tenant_id = ${db.tenant} and slug = ${slug} order by id`)
/** Where the newest amount of each project and kind comes from. */
export const listAmountSources = (db: UnitOfWork): Promise<{ slug: string; kind: Amount['kind']; source: Amount['source'] }[]> =>
  db.many(sql<{ slug: string; kind: Amount['kind']; source: Amount['source'] }>`select distinct on (slug, kind) slug, kind, source from portfolio.project_amount where tenant_id = ${db.tenant} order by slug, kind, id desc limit ${mostProjects * 3}`)
/** Where the newest period of each project comes from. */
export const listPeriodSources = (db: UnitOfWork): Promise<{ slug: string; source: Source }[]> =>
  db.many(sql<{ slug: string; source: Source }>`
    select slug, source from (select distinct on (slug) slug, source from portfolio.project_period where tenant_id = ${db.tenant} order by slug, id desc limit ${mostProjects}) newest where source is not null`)
/** Id of the newest change of a project, by which a form knows what it has not seen. */
export const findNewestChange = async (db: UnitOfWork, slug: string): Promise<string> =>
  (await db.maybe(sql<{ id: string }>`select id from portfolio.project_change where tenant_id = ${db.tenant} and slug = ${slug} order by id desc limit 1`))?.id ?? ''
/** What was changed, the newest on top; at most 200. */
export const listChanges = (db: UnitOfWork, slug: string): Promise<Change[]> =>
  db.many(sql<Change>`select id, slug, what, detail, created_at as "createdAt" from portfolio.project_change where tenant_id = ${db.tenant} and slug = ${slug} order by id desc limit 200`)

// Facts that were kept before towns could write their own came from a report.
const olderFacts = { origin: 'report', remarks: [] } as const
export const findProgramme = async (db: UnitOfWork): Promise<Programme | undefined> => {
  const found = await db.maybe(sql<{ facts: Programme }>`select facts from portfolio.programme where tenant_id = ${db.tenant}`)
  return found && { ...olderFacts, ...found.facts }
}
export const upsertProgramme = (db: UnitOfWork, facts: Programme): Promise<number> =>
  db.run(sql`insert into portfolio.programme (tenant_id, facts, created_at) values (${db.tenant}, ${JSON.stringify(facts)}::jsonb, ${db.now}) on conflict (tenant_id) do update set facts = excluded.facts`)
/** What was changed about the programme, the newest on top; at most 200. */
export const listProgrammeChanges = (db: UnitOfWork): Promise<ProgrammeChange[]> =>
  db.many(sql<ProgrammeChange>`select id, detail, created_at as "createdAt" from portfolio.programme_change where tenant_id = ${db.tenant} order by id desc limit 200`)
export const insertProgrammeChange = (db: UnitOfWork, { id, detail }: Omit<ProgrammeChange, 'createdAt'>): Promise<number> =>
  db.run(sql`insert into portfolio.programme_change (tenant_id, id, detail, created_at) values (${db.tenant}, ${id}, ${JSON.stringify(detail)}::jsonb, ${db.now}) on conflict (tenant_id, id) do nothing`)

/** Rows written: none when a project of that slug is there already. */
export const insertProject = (db: UnitOfWork, p: NewProject): Promise<number> =>
  db.run(sql`
    insert into portfolio.project (tenant_id, slug, number, kind, origin, is_public, name, name_in_table, aliases, stage, summary, status, notes, results, partners, partners_in_text, links, promises, kdn, service, source, changed_at, created_at)
    values (${db.tenant}, ${p.slug}, ${p.number}, ${p.kind}, ${p.origin}, ${p.isPublic}, ${p.name}, ${p.nameInTable}, ${p.aliases}, ${p.stage}, ${p.summary}, ${p.status}, ${p.notes}, ${p.results}, ${JSON.stringify(p.partners)}::jsonb,
      ${p.partnersInText}, ${JSON.stringify(p.links)}::jsonb, ${JSON.stringify(p.promises)}::jsonb, ${p.kdn ? JSON.stringify(p.kdn) : null}::jsonb, ${p.service}, ${p.source ? JSON.stringify(p.source) : null}::jsonb, ${db.now}, ${db.now})
    on conflict (tenant_id, slug) do nothing`)

export type ProjectTexts = Pick<Project, 'name' | 'aliases' | 'summary' | 'status' | 'notes' | 'results' | 'partners' | 'links' | 'promises' | 'isPublic' | 'kdn'>
export const updateTexts = (db: UnitOfWork, slug: string, p: ProjectTexts): Promise<number> =>
  db.run(sql`
    update portfolio.project set name = ${p.name}, aliases = ${p.aliases}, summary = ${p.summary}, status = ${p.status}, notes = ${p.notes}, results = ${p.results}, partners = ${JSON.stringify(p.partners)}::jsonb,
      links = ${JSON.stringify(p.links)}::jsonb, promises = ${JSON.stringify(p.promises)}::jsonb, is_public = ${p.isPublic}, kdn = ${p.kdn ? JSON.stringify(p.kdn) : null}::jsonb, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and slug = ${slug}`)
/** What is granted is public from then on. */
export const updateStage = (db: UnitOfWork, slug: string, stage: Stage, isPublic: boolean): Promise<number> =>
  db.run(sql`update portfolio.project set stage = ${stage}, is_public = ${isPublic}, changed_at = ${db.now} where tenant_id = ${db.tenant} and slug = ${slug}`)
export const updatePeriod = (db: UnitOfWork, slug: string, p: { startsOn: PlainDate; endsOn: PlainDate; originalEndsOn: PlainDate | null }): Promise<number> =>
  db.run(sql`update portfolio.project set starts_on = ${p.startsOn}, ends_on = ${p.endsOn}, original_ends_on = ${p.originalEndsOn}, changed_at = ${db.now} where tenant_id = ${db.tenant} and slug = ${slug}`)
export const updateAmount = (db: UnitOfWork, slug: string, kind: Amount['kind'], cents: number): Promise<number> =>
  db.run(sql`
    update portfolio.project set grant_cents = case when ${kind} = 'grant' then ${cents}::bigint else grant_cents end, total_cents = case when ${kind} = 'total' then ${cents}::bigint else total_cents end,
      own_share_cents = case when ${kind} = 'own-share' then ${cents}::bigint else own_share_cents end, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and slug = ${slug}`)

export const insertStep = (db: UnitOfWork, s: Omit<StageStep, 'createdAt'>): Promise<number> =>
  db.run(sql`insert into portfolio.project_stage (tenant_id, slug, id, stage, reached_on, reason, source, created_at)
    values (${db.tenant}, ${s.slug}, ${s.id}, ${s.stage}, ${s.reachedOn}, ${s.reason}, ${s.source ? JSON.stringify(s.source) : null}::jsonb, ${db.now}) on conflict (tenant_id, slug, id) do nothing`)
export const insertPeriod = (db: UnitOfWork, p: Omit<Period, 'createdAt'>): Promise<number> =>
  db.run(sql`insert into portfolio.project_period (tenant_id, slug, id, starts_on, ends_on, reason, source, created_at)
    values (${db.tenant}, ${p.slug}, ${p.id}, ${p.startsOn}, ${p.endsOn}, ${p.reason}, ${p.source ? JSON.stringify(p.source) : null}::jsonb, ${db.now}) on conflict (tenant_id, slug, id) do nothing`)
export const insertAmount = (db: UnitOfWork, a: Omit<Amount, 'createdAt'>): Promise<number> =>
  db.run(sql`insert into portfolio.project_amount (tenant_id, slug, id, kind, cents, reason, source, created_at)
    values (${db.tenant}, ${a.slug}, ${a.id}, ${a.kind}, ${a.cents}, ${a.reason}, ${JSON.stringify(a.source)}::jsonb, ${db.now}) on conflict (tenant_id, slug, id) do nothing`)
export const insertChange = (db: UnitOfWork, c: Omit<Change, 'createdAt'>): Promise<number> =>
  db.run(sql`insert into portfolio.project_change (tenant_id, slug, id, what, detail, created_at) values (${db.tenant}, ${c.slug}, ${c.id}, ${c.what}, ${JSON.stringify(c.detail)}::jsonb, ${db.now}) on conflict (tenant_id, slug, id) do nothing`)

/** Takes a project out with its history. Only for an idea that nobody but the administration has seen. */
export async function deleteProject(db: UnitOfWork, slug: string): Promise<void> {
  await db.run(sql`delete from portfolio.project_stage where tenant_id = ${db.tenant} and slug = ${slug}`)
  await db.run(sql`delete from portfolio.project_period where tenant_id = ${db.tenant} and slug = ${slug}`)
  await db.run(sql`delete from portfolio.project_amount where tenant_id = ${db.tenant} and slug = ${slug}`)
  await db.run(sql`delete from portfolio.project_change where tenant_id = ${db.tenant} and slug = ${slug}`)
  await db.run(sql`delete from portfolio.project where tenant_id = ${db.tenant} and slug = ${slug}`)
}
