import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import { mostProjects, type Amount, type Change, type NewProject, type Period, type Programme, type ProgrammeChange, type Project, type ProjectLine, type Source, type Stage, type StageStep } from './schema.ts'

const lineColumns = sql`slug, number, kind, origin, is_public as "isPublic", name, name_in_table as "nameInTable", aliases, stage, status, partners, partners_in_text as "partnersInText", links, promises,
  starts_on::text as "startsOn", ends_on::text as "endsOn", original_ends_on::text as "originalEndsOn", grant_cents::float8 as "grantCents", total_cents::float8 as "totalCents"`
const columns = sql`${lineColumns}, summary, notes, results, kdn, service, source, own_share_cents::float8 as "ownShareCents", changed_at as "changedAt", created_at as "createdAt"`
type Counted = Pick<Project, 'slug' | 'kind' | 'origin' | 'stage' | 'isPublic' | 'grantCents' | 'totalCents'>

/** All projects of the town, those of the report first and in its order. A town has some dozens; more than `mostProjects` are not taken in. */
export const listProjects = (db: UnitOfWork): Promise<Project[]> =>
  db.many(sql<Project>`select ${columns} from portfolio.project where tenant_id = ${db.tenant} order by number nulls last, name limit ${mostProjects}`)
/** The same for lists: half of what a row holds are texts that no list shows. */
export const listLines = (db: UnitOfWork): Promise<ProjectLine[]> =>
  db.many(sql<ProjectLine>`select ${lineColumns} from portfolio.project where tenant_id = ${db.tenant} order by number nulls last, name limit ${mostProjects}`)
/** Address and name of every project: to know what is there already, and to choose one. */
export const listNames = (db: UnitOfWork): Promise<Pick<Project, 'slug' | 'name'>[]> => db.many(sql<Pick<Project, 'slug' | 'name'>>`select slug, name from portfolio.project where tenant_id = ${db.tenant} order by number nulls last, name`)
/** What sums and funnels are made of, without the texts. */
export const listCounted = (db: UnitOfWork): Promise<Counted[]> =>
  db.many(sql<Counted>`
    select slug, kind, origin, stage, is_public as "isPublic", grant_cents::float8 as "grantCents", total_cents::float8 as "totalCents" from portfolio.project where tenant_id = ${db.tenant} order by number nulls last, name limit ${mostProjects}`)
export const findProject = (db: UnitOfWork, slug: string): Promise<Project | undefined> => db.maybe(sql<Project>`select ${columns} from portfolio.project where tenant_id = ${db.tenant} and slug = ${slug}`)
/** @throws NotFound */
export const getProject = (db: UnitOfWork, slug: string): Promise<Project> => db.one(sql<Project>`select ${columns} from portfolio.project where tenant_id = ${db.tenant} and slug = ${slug}`)

/** The same, held until the unit of work ends: two changes at once come one after the other. @throws NotFound */
export const holdProject = (db: UnitOfWork, slug: string): Promise<Project> => db.one(sql<Project>`select ${columns} from portfolio.project where tenant_id = ${db.tenant} and slug = ${slug} for update`)
/** Keeps everybody else of the town from adding projects or writing about the programme until the unit ends: what is read after it is still true when it is written. */
export const lockProgramme = (db: UnitOfWork): Promise<number> => db.run(sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify(['programme', db.tenant])}, 0))`)
/** Whether an account of grants hangs on the project. */
export const hasAccount = async (db: UnitOfWork, slug: string): Promise<boolean> =>
  (await db.maybe(sql<{ there: boolean }>`select true as there from portfolio.grant_notice where tenant_id = ${db.tenant} and project = ${slug} limit 1`)) !== undefined

/** Stages reached, the first on top. */
export const listSteps = (db: UnitOfWork, slug: string): Promise<StageStep[]> =>
  db.many(sql<StageStep>`select id, slug, stage, reached_on::text as "reachedOn", reason, source, created_at as "createdAt" from portfolio.project_stage where tenant_id = ${db.tenant} and slug = ${slug} order by id`)
/** The project that a step belongs to. */
export const findProjectOfStep = async (db: UnitOfWork, id: string): Promise<string | undefined> =>
  (await db.maybe(sql<{ slug: string }>`select slug from portfolio.project_stage where tenant_id = ${db.tenant} and id = ${id}`))?.slug
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

/** Writes new projects. Rows written: a project whose slug is there already is left as it is. */
export const insertProjects = (db: UnitOfWork, projects: readonly NewProject[]): Promise<number> =>
  db.insertMany(
    'portfolio.project',
    projects.map((p) => ({
      tenant_id: db.tenant, slug: p.slug, number: p.number, kind: p.kind, origin: p.origin, is_public: p.isPublic, name: p.name, name_in_table: p.nameInTable, aliases: p.aliases, stage: p.stage, summary: p.summary, status: p.status, notes: p.notes,
      results: p.results, partners: JSON.stringify(p.partners), partners_in_text: p.partnersInText, links: JSON.stringify(p.links), promises: JSON.stringify(p.promises), kdn: p.kdn && JSON.stringify(p.kdn), service: p.service,
      source: p.source && JSON.stringify(p.source), changed_at: db.now, created_at: db.now,
    })),
    { onConflict: 'nothing' },
  )

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

export const insertSteps = (db: UnitOfWork, steps: readonly Omit<StageStep, 'createdAt'>[]): Promise<number> =>
  db.insertMany('portfolio.project_stage', steps.map((s) => ({ tenant_id: db.tenant, slug: s.slug, id: s.id, stage: s.stage, reached_on: s.reachedOn, reason: s.reason, source: s.source && JSON.stringify(s.source), created_at: db.now })), { onConflict: 'nothing' })
export const insertPeriod = (db: UnitOfWork, p: Omit<Period, 'createdAt'>): Promise<number> =>
  db.run(sql`insert into portfolio.project_period (tenant_id, slug, id, starts_on, ends_on, reason, source, created_at)
    values (${db.tenant}, ${p.slug}, ${p.id}, ${p.startsOn}, ${p.endsOn}, ${p.reason}, ${p.source ? JSON.stringify(p.source) : null}::jsonb, ${db.now}) on conflict (tenant_id, slug, id) do nothing`)
export const insertAmount = (db: UnitOfWork, a: Omit<Amount, 'createdAt'>): Promise<number> =>
  db.run(sql`insert into portfolio.project_amount (tenant_id, slug, id, kind, cents, reason, source, created_at)
    values (${db.tenant}, ${a.slug}, ${a.id}, ${a.kind}, ${a.cents}, ${a.reason}, ${JSON.stringify(a.source)}::jsonb, ${db.now}) on conflict (tenant_id, slug, id) do nothing`)
export const insertChanges = (db: UnitOfWork, changes: readonly Omit<Change, 'createdAt'>[]): Promise<number> =>
  db.insertMany('portfolio.project_change', changes.map((c) => ({ tenant_id: db.tenant, slug: c.slug, id: c.id, what: c.what, detail: JSON.stringify(c.detail), created_at: db.now })), { onConflict: 'nothing' })

/** Takes a project out with its history. Only for an idea that nobody but the administration has seen. */
export async function deleteProject(db: UnitOfWork, slug: string): Promise<void> {
  await db.run(sql`delete from portfolio.project_stage where tenant_id = ${db.tenant} and slug = ${slug}`)
  await db.run(sql`delete from portfolio.project_period where tenant_id = ${db.tenant} and slug = ${slug}`)
  await db.run(sql`delete from portfolio.project_amount where tenant_id = ${db.tenant} and slug = ${slug}`)
  await db.run(sql`delete from portfolio.project_change where tenant_id = ${db.tenant} and slug = ${slug}`)
  await db.run(sql`delete from portfolio.project where tenant_id = ${db.tenant} and slug = ${slug}`)
}
