import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { Experiment, Group, OwnValue, ProgramKind, Publication } from './schema.ts'

const experimentColumns = sql`id, school_id as "schoolId", account_id as "accountId", title, question, hypothesis, conclusion, learned, plan, mkr, quantities, thing_ids as "thingIds", times, comparison, band,
  from_day::text as "from", until_day::text as "until", reveal, blind, unblinded_at as "unblindedAt", own_columns as "ownColumns", code_hash as "codeHash", code_sealed as "codeSealed", code_until as "codeUntil",
  closed_at as "closedAt", keep_weeks as "keepWeeks", delete_on::text as "deleteOn", created_at as "createdAt"`

/** @throws NotFound */
export const getExperiment = (db: UnitOfWork, id: string): Promise<Experiment> => db.one(sql<Experiment>`select ${experimentColumns} from smart_school.experiment where tenant_id = ${db.tenant} and id = ${id}`)
export const findExperimentByCode = (db: UnitOfWork, hash: string): Promise<Experiment | undefined> =>
  db.maybe(sql<Experiment>`select ${experimentColumns} from smart_school.experiment where tenant_id = ${db.tenant} and code_hash = ${hash}`)
/** Experiments of a school, the newest first. */
export const listExperiments = (db: UnitOfWork, schoolId: number, size = 100): Promise<Experiment[]> =>
  db.many(sql<Experiment>`select ${experimentColumns} from smart_school.experiment where tenant_id = ${db.tenant} and school_id = ${schoolId} order by created_at desc, id limit ${size}`)
export const listExperimentsOf = (db: UnitOfWork, accountId: string, size = 50): Promise<Experiment[]> =>
  db.many(sql<Experiment>`select ${experimentColumns} from smart_school.experiment where tenant_id = ${db.tenant} and account_id = ${accountId} order by created_at desc, id limit ${size}`)

export type NewExperiment = Omit<Experiment, 'conclusion' | 'learned' | 'unblindedAt' | 'closedAt' | 'createdAt'>
/** Rows written: none when the unit of work has written it before. */
export const insertExperiment = (db: UnitOfWork, e: NewExperiment): Promise<number> =>
  db.run(sql`
    insert into smart_school.experiment (tenant_id, id, school_id, account_id, title, question, hypothesis, plan, mkr, quantities, thing_ids, times, comparison, band, from_day, until_day, reveal, blind, own_columns,
      code_hash, code_sealed, code_until, keep_weeks, delete_on, created_at)
    values (${db.tenant}, ${e.id}, ${e.schoolId}, ${e.accountId}, ${e.title}, ${e.question}, ${e.hypothesis}, ${e.plan}, ${[...e.mkr]}::text[], ${[...e.quantities]}::text[], ${[...e.thingIds]}::int[], ${e.times}, ${e.comparison}, ${e.band},
      ${e.from}, ${e.until}, ${e.reveal}, ${e.blind}, ${JSON.stringify(e.ownColumns)}::jsonb, ${e.codeHash}, ${e.codeSealed}, ${e.codeUntil}, ${e.keepWeeks}, ${e.deleteOn}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

export const setHypothesis = (db: UnitOfWork, id: string, text: string): Promise<number> => db.run(sql`update smart_school.experiment set hypothesis = ${text} where tenant_id = ${db.tenant} and id = ${id}`)
export const setConclusion = (db: UnitOfWork, id: string, conclusion: string, learned: string): Promise<number> =>
  db.run(sql`update smart_school.experiment set conclusion = ${conclusion}, learned = ${learned} where tenant_id = ${db.tenant} and id = ${id}`)
export const setUnblinded = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update smart_school.experiment set unblinded_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and blind and unblinded_at is null`)
export const setCode = (db: UnitOfWork, id: string, code: { hash: string; sealed: string; until: Date } | undefined): Promise<number> =>
  db.run(sql`update smart_school.experiment set code_hash = ${code?.hash ?? null}, code_sealed = ${code?.sealed ?? null}, code_until = ${code?.until ?? null} where tenant_id = ${db.tenant} and id = ${id}`)
export const setClosed = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update smart_school.experiment set closed_at = ${db.now}, code_hash = null, code_sealed = null where tenant_id = ${db.tenant} and id = ${id} and closed_at is null`)
export const deleteExperiment = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from smart_school.experiment where tenant_id = ${db.tenant} and id = ${id}`)

/** Experiments whose time of keeping is over, at most `size` at once; `published`: something of it is public. */
export const listOverdue = (db: UnitOfWork, today: PlainDate, size: number): Promise<{ id: string; published: boolean }[]> =>
  db.many(sql<{ id: string; published: boolean }>`
    select e.id, exists (select from smart_school.publication p where p.tenant_id = e.tenant_id and p.experiment_id = e.id and p.decision = 'consented' and p.withdrawn_at is null) as published
    from smart_school.experiment e
    where e.tenant_id = ${db.tenant} and e.delete_on <= ${today}
      and (not exists (select from smart_school.publication p where p.tenant_id = e.tenant_id and p.experiment_id = e.id and p.decision = 'consented' and p.withdrawn_at is null)
        or e.code_hash is not null or exists (select from smart_school.class_group g where g.tenant_id = e.tenant_id and g.experiment_id = e.id))
    order by e.id limit ${size}`)

/** Takes away what the class wrote: groups, measurements, programs, code. Repeatable. */
export async function deleteClassData(db: UnitOfWork, id: string): Promise<void> {
  const of = sql`tenant_id = ${db.tenant} and experiment_id = ${id}`
  await db.run(sql`delete from smart_school.class_program where ${of}`)
  await db.run(sql`delete from smart_school.class_value where ${of}`)
  await db.run(sql`delete from smart_school.class_group where ${of}`)
  await setCode(db, id, undefined)
}

const groupColumns = sql`animal, hypothesis, hypothesis_at as "hypothesisAt", conclusion`
export const listGroups = (db: UnitOfWork, experimentId: string): Promise<Group[]> =>
  db.many(sql<Group>`select ${groupColumns} from smart_school.class_group where tenant_id = ${db.tenant} and experiment_id = ${experimentId} order by animal`)
export const findGroup = (db: UnitOfWork, experimentId: string, animal: string): Promise<Group | undefined> =>
  db.maybe(sql<Group>`select ${groupColumns} from smart_school.class_group where tenant_id = ${db.tenant} and experiment_id = ${experimentId} and animal = ${animal}`)
export const insertGroup = (db: UnitOfWork, experimentId: string, animal: string): Promise<number> =>
  db.run(sql`insert into smart_school.class_group (tenant_id, experiment_id, animal, created_at) values (${db.tenant}, ${experimentId}, ${animal}, ${db.now}) on conflict do nothing`)
export const setGroupHypothesis = (db: UnitOfWork, experimentId: string, animal: string, text: string): Promise<number> =>
  db.run(sql`update smart_school.class_group set hypothesis = ${text}, hypothesis_at = ${db.now} where tenant_id = ${db.tenant} and experiment_id = ${experimentId} and animal = ${animal}`)
export const setGroupConclusion = (db: UnitOfWork, experimentId: string, animal: string, text: string): Promise<number> =>
  db.run(sql`update smart_school.class_group set conclusion = ${text} where tenant_id = ${db.tenant} and experiment_id = ${experimentId} and animal = ${animal}`)
/** Takes a group away with all it has written: the teacher does so when something does not belong there. */
export async function deleteGroup(db: UnitOfWork, experimentId: string, animal: string): Promise<void> {
  const of = sql`tenant_id = ${db.tenant} and experiment_id = ${experimentId} and animal = ${animal}`
  await db.run(sql`delete from smart_school.class_program where ${of}`)
  await db.run(sql`delete from smart_school.class_value where ${of}`)
  await db.run(sql`delete from smart_school.class_group where ${of}`)
}

export const listValues = (db: UnitOfWork, experimentId: string): Promise<OwnValue[]> =>
  db.many(sql<OwnValue>`select id, animal, own_column as "column", letter, day::text as day, number from smart_school.class_value where tenant_id = ${db.tenant} and experiment_id = ${experimentId} order by day, own_column, animal, id`)
export const insertValue = (db: UnitOfWork, experimentId: string, value: OwnValue): Promise<number> =>
  db.run(sql`insert into smart_school.class_value (tenant_id, experiment_id, id, animal, own_column, letter, day, number, created_at)
    values (${db.tenant}, ${experimentId}, ${value.id}, ${value.animal}, ${value.column}, ${value.letter}, ${value.day}, ${value.number}, ${db.now}) on conflict (tenant_id, experiment_id, id) do nothing`)
export const deleteValue = (db: UnitOfWork, experimentId: string, id: string, animal: string): Promise<number> =>
  db.run(sql`delete from smart_school.class_value where tenant_id = ${db.tenant} and experiment_id = ${experimentId} and id = ${id} and animal = ${animal}`)

export const findProgram = (db: UnitOfWork, experimentId: string, animal: string, kind: ProgramKind): Promise<{ program: string } | undefined> =>
  db.maybe(sql<{ program: string }>`select program from smart_school.class_program where tenant_id = ${db.tenant} and experiment_id = ${experimentId} and animal = ${animal} and kind = ${kind}`)
export const saveProgram = (db: UnitOfWork, experimentId: string, animal: string, kind: ProgramKind, program: string): Promise<number> =>
  db.run(sql`insert into smart_school.class_program (tenant_id, experiment_id, animal, kind, program, created_at) values (${db.tenant}, ${experimentId}, ${animal}, ${kind}, ${program}, ${db.now})
    on conflict (tenant_id, experiment_id, animal, kind) do update set program = excluded.program`)

/** Wrong codes of a network in the hour so far. */
export const countMisses = (db: UnitOfWork, network: string, hour: Date): Promise<{ n: number } | undefined> =>
  db.maybe(sql<{ n: number }>`select misses as n from smart_school.class_miss where tenant_id = ${db.tenant} and network = ${network} and hour = ${hour}`)
export const addMiss = (db: UnitOfWork, network: string, hour: Date): Promise<number> =>
  db.run(sql`insert into smart_school.class_miss as m (tenant_id, network, hour, misses, created_at) values (${db.tenant}, ${network}, ${hour}, 1, ${db.now})
    on conflict (tenant_id, network, hour) do update set misses = m.misses + 1`)
export const deleteMissesBefore = (db: UnitOfWork, at: Date): Promise<number> => db.run(sql`delete from smart_school.class_miss where tenant_id = ${db.tenant} and hour < ${at}`)

export type SlotRow = { readonly seriesId: number; readonly bucket: number; readonly count: number; readonly sum: number; readonly above: number; readonly last: number }
/**
 * Series by buckets between rising moments: how many numbers, their sum, how many lie above `band`, and the last one. Bucket 0 is before the first
 * bound, reaching back to `since`, so that a counter has a reading to begin with. Empty buckets are left out.
 */
export const readSlotRows = (db: UnitOfWork, seriesIds: readonly number[], bounds: readonly Date[], since: Date, band: number | null): Promise<SlotRow[]> =>
  db.many(sql<SlotRow>`
    select series_id as "seriesId", width_bucket(phenomenon_time, ${[...bounds]}::timestamptz[]) as bucket, count(*)::int as count, sum(number) as sum,
      count(*) filter (where number > ${band ?? Number.MAX_VALUE}::float8)::int as above, (array_agg(number order by phenomenon_time desc))[1] as last
    from smart_school.observation
    where tenant_id = ${db.tenant} and series_id = any(${[...seriesIds]}::int[]) and phenomenon_time >= ${since} and phenomenon_time < ${bounds.at(-1)} and number is not null
    group by 1, 2 order by 1, 2`)

const publicationColumns = sql`id, school_id as "schoolId", kind, experiment_id as "experimentId", scope, from_day::text as "from", licence, proposed_by as "proposedBy", proposed_at as "proposedAt", decision, decided_at as "decidedAt", withdrawn_at as "withdrawnAt", content`
/** @throws NotFound */
export const getPublication = (db: UnitOfWork, id: string): Promise<Publication> => db.one(sql<Publication>`select ${publicationColumns} from smart_school.publication where tenant_id = ${db.tenant} and id = ${id}`)
export const listPublicationsOfSchool = (db: UnitOfWork, schoolId: number): Promise<Publication[]> =>
  db.many(sql<Publication>`select ${publicationColumns} from smart_school.publication where tenant_id = ${db.tenant} and school_id = ${schoolId} order by proposed_at desc, id`)
export const listPublicationsOfExperiment = (db: UnitOfWork, experimentId: string): Promise<Publication[]> =>
  db.many(sql<Publication>`select ${publicationColumns} from smart_school.publication where tenant_id = ${db.tenant} and experiment_id = ${experimentId} order by proposed_at desc, id`)
/** What is public now, the oldest first: an order in which new ones come last. */
export const listPublic = (db: UnitOfWork): Promise<Publication[]> =>
  db.many(sql<Publication>`select ${publicationColumns} from smart_school.publication where tenant_id = ${db.tenant} and decision = 'consented' and withdrawn_at is null order by decided_at, id`)
export const insertPublication = (db: UnitOfWork, p: Pick<Publication, 'id' | 'schoolId' | 'kind' | 'experimentId' | 'scope' | 'from' | 'licence' | 'proposedBy'>): Promise<number> =>
  db.run(sql`insert into smart_school.publication (tenant_id, id, school_id, kind, experiment_id, scope, from_day, licence, proposed_by, proposed_at, created_at)
    values (${db.tenant}, ${p.id}, ${p.schoolId}, ${p.kind}, ${p.experimentId}, ${[...p.scope]}::text[], ${p.from}, ${p.licence}, ${p.proposedBy}, ${db.now}, ${db.now}) on conflict (tenant_id, id) do nothing`)
/** Rows changed: none when somebody has decided before. */
export const decidePublication = (db: UnitOfWork, id: string, decision: 'consented' | 'refused', by: string, content: Publication['content']): Promise<number> =>
  db.run(sql`update smart_school.publication set decision = ${decision}, decided_by = ${by}, decided_at = ${db.now}, content = ${content === null ? null : JSON.stringify(content)}::jsonb
    where tenant_id = ${db.tenant} and id = ${id} and decision is null and withdrawn_at is null`)
/** Ends it: a proposal is taken back, a consent withdrawn; what was published of an experiment goes with it. */
export const withdrawPublication = (db: UnitOfWork, id: string, by: string): Promise<number> =>
  db.run(sql`update smart_school.publication set withdrawn_by = ${by}, withdrawn_at = ${db.now}, content = null where tenant_id = ${db.tenant} and id = ${id} and withdrawn_at is null`)
export const deletePublicationsOf = (db: UnitOfWork, experimentId: string): Promise<number> => db.run(sql`delete from smart_school.publication where tenant_id = ${db.tenant} and experiment_id = ${experimentId}`)
