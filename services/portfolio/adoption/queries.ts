import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import { showsName, showsReport } from './rules/consent.ts'
import type { Adoption, Lesson, LessonKind } from './schema.ts'

// Shared tables: other towns see an adoption and its lessons only while its town lets itself be named.
const columns = sql`id, town, published, entry_id as "entryId", consent, state, version_label as "versionLabel", since::text as since, ended_on::text as "endedOn", effort_days as "effortDays",
  once_cents::float8 as "onceCents", yearly_cents::float8 as "yearlyCents", contact_office as "contactOffice", contact_email as "contactEmail", changed_at as "changedAt", created_at as "createdAt"`
// What others read: the report only where the town has consented to that too.
const openColumns = sql`a.id, a.town, a.published, a.entry_id as "entryId", a.consent, a.state, a.version_label as "versionLabel", a.since::text as since, a.ended_on::text as "endedOn",
  case when a.consent = 'named-report' then a.effort_days end as "effortDays", case when a.consent = 'named-report' then a.once_cents end::float8 as "onceCents", case when a.consent = 'named-report' then a.yearly_cents end::float8 as "yearlyCents",
  case when a.consent = 'named-report' then a.contact_office else '' end as "contactOffice", case when a.consent = 'named-report' then a.contact_email end as "contactEmail", a.changed_at as "changedAt", a.created_at as "createdAt"`
const lessonColumns = sql`adoption_id as "adoptionId", kind, town, text, created_at as "createdAt"`

/** Towns that let themselves be named with an entry, those who began first on top. */
export const listAdopters = (db: UnitOfWork, entryId: string): Promise<Adoption[]> =>
  db.many(sql<Adoption>`select ${openColumns} from portfolio.adoption a where a.entry_id = ${entryId} and a.published order by a.since, a.id limit 200`)
/** Lessons of the towns that let themselves be named. */
export const listLessons = (db: UnitOfWork, entryId: string): Promise<Lesson[]> =>
  db.many(sql<Lesson>`select ${lessonColumns} from portfolio.lesson where entry_id = ${entryId} and published order by created_at, adoption_id, kind limit 200`)

/** How many things the unit's own town began to use between two days, both included, without what is only planned, and how many such uses of its own entries other towns have made public in that time. */
export const countAdoptions = (db: UnitOfWork, { from, until }: { from: PlainDate; until: PlainDate }): Promise<{ taken: number; given: number }> =>
  db.one(sql<{ taken: number; given: number }>`
    select (select count(*)::int from portfolio.adoption where town = ${db.tenant} and state <> 'planned' and since between ${from} and ${until}) as taken,
      (select count(*)::int from portfolio.adoption a join portfolio.entry e on e.id = a.entry_id where e.town = ${db.tenant} and a.town <> ${db.tenant} and a.published and a.state <> 'planned' and a.since between ${from} and ${until}) as given`)

/** The unit's own, whatever it has consented to. */
export const findOwnAdoption = (db: UnitOfWork, id: string): Promise<Adoption | undefined> => db.maybe(sql<Adoption>`select ${columns} from portfolio.adoption where town = ${db.tenant} and id = ${id}`)
/** The same, locked until the unit ends, so that nobody writes over what somebody else has written since it was read. */
export const lockOwnAdoption = (db: UnitOfWork, id: string): Promise<Adoption | undefined> => db.maybe(sql<Adoption>`select ${columns} from portfolio.adoption where town = ${db.tenant} and id = ${id} for update`)
/** @throws NotFound */
export const getOwnAdoption = (db: UnitOfWork, id: string): Promise<Adoption> => db.one(sql<Adoption>`select ${columns} from portfolio.adoption where town = ${db.tenant} and id = ${id}`)
/** The one of an entry that has not ended. */
export const findOwnAdoptionOf = (db: UnitOfWork, entryId: string): Promise<Adoption | undefined> =>
  db.maybe(sql<Adoption>`select ${columns} from portfolio.adoption where town = ${db.tenant} and entry_id = ${entryId} and state <> 'ended'`)
/** The last changed first. */
export const listOwnAdoptions = (db: UnitOfWork, page: { from: number; size: number }): Promise<Adoption[]> =>
  db.many(sql<Adoption>`select ${columns} from portfolio.adoption where town = ${db.tenant} order by (state = 'ended'), changed_at desc, id limit ${page.size} offset ${page.from}`)
export const countOwnAdoptions = (db: UnitOfWork): Promise<{ n: number }> => db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.adoption where town = ${db.tenant}`)
export const listOwnLessons = (db: UnitOfWork, id: string): Promise<Lesson[]> => db.many(sql<Lesson>`select ${lessonColumns} from portfolio.lesson where town = ${db.tenant} and adoption_id = ${id} order by kind`)

/** The register as everybody reads it, with the titles of what is used; of all entries or of one. */
export const listRegister = (db: UnitOfWork, page: { from: number; size: number }, entryId?: string): Promise<(Adoption & { title: { de?: string; en?: string } })[]> =>
  db.many(sql<Adoption & { title: { de?: string; en?: string } }>`
    select ${openColumns}, e.title
    from portfolio.adoption a join portfolio.entry e on e.id = a.entry_id
    where a.published and e.published and (${entryId ?? null}::uuid is null or a.entry_id = ${entryId ?? null}) order by a.since desc, a.id limit ${page.size} offset ${page.from}`)

export const countRegister = (db: UnitOfWork, entryId?: string): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.adoption a join portfolio.entry e on e.id = a.entry_id where a.published and e.published and (${entryId ?? null}::uuid is null or a.entry_id = ${entryId ?? null})`)

/** Writes the unit's own line. Returns 0 when the id is another town's, or that of another entry's line. Throws when the town has another open one of this entry. */
export const upsertAdoption = (db: UnitOfWork, a: Omit<Adoption, 'town' | 'published' | 'changedAt' | 'createdAt'>): Promise<number> =>
  db.run(sql`
    insert into portfolio.adoption (id, town, published, entry_id, consent, state, version_label, since, ended_on, effort_days, once_cents, yearly_cents, contact_office, contact_email, changed_at, created_at)
    values (${a.id}, ${db.tenant}, ${showsName(a.consent, a.state)}, ${a.entryId}, ${a.consent}, ${a.state}, ${a.versionLabel}, ${a.since}, ${a.endedOn}, ${a.effortDays}, ${a.onceCents}, ${a.yearlyCents}, ${a.contactOffice}, ${a.contactEmail}, ${db.now}, ${db.now})
    on conflict (id) do update set published = excluded.published, consent = excluded.consent, state = excluded.state, version_label = excluded.version_label, since = excluded.since, ended_on = excluded.ended_on,
      effort_days = excluded.effort_days, once_cents = excluded.once_cents, yearly_cents = excluded.yearly_cents, contact_office = excluded.contact_office, contact_email = excluded.contact_email, changed_at = excluded.changed_at
    where adoption.town = ${db.tenant} and adoption.entry_id = excluded.entry_id`)
export const deleteAdoption = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from portfolio.adoption where town = ${db.tenant} and id = ${id}`)

/** Writes or removes one lesson. An empty text removes it. */
export async function keepLesson(db: UnitOfWork, a: Pick<Adoption, 'id' | 'entryId' | 'consent' | 'state'>, kind: LessonKind, text: string): Promise<void> {
  if (text === '') await db.run(sql`delete from portfolio.lesson where town = ${db.tenant} and adoption_id = ${a.id} and kind = ${kind}`)
  else
    await db.run(sql`
      insert into portfolio.lesson (adoption_id, kind, town, published, entry_id, text, created_at)
      values (${a.id}, ${kind}, ${db.tenant}, ${showsReport(a.consent, a.state)}, ${a.entryId}, ${text}, ${db.now})
      on conflict (adoption_id, kind) do update set text = excluded.text where lesson.town = ${db.tenant}`)
}
/** Shows the lessons to others or takes them back, as the adoption says. */
export const publishLessons = (db: UnitOfWork, id: string, published: boolean): Promise<number> => db.run(sql`update portfolio.lesson set published = ${published} where town = ${db.tenant} and adoption_id = ${id}`)

/** The entry of an imported package, by the address it came from. */
export const findImported = (db: UnitOfWork, sourceUrl: string): Promise<{ id: string } | undefined> =>
  db.maybe(sql<{ id: string }>`select id from portfolio.entry where town = ${db.tenant} and origin = 'package' and source_url = ${sourceUrl}`)
