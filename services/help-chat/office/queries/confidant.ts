import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { Confidant } from '../schema.ts'

const columns = sql`
  id, home_town as "homeTown", account_id as "accountId", coalesce(name, '') as name, gender, photo_file as "photoFile", photo_text as "photoText", languages, coalesce(unit, '') as unit,
  coalesce(about, '') as about, hours, topics, takes_new as "takesNew", holder, absent_from::text as "absentFrom", absent_until::text as "absentUntil", substitute_id as "substituteId", state`

/** Everybody who is a confidant of this town now, own ones and those of an office that serves it, by name. */
export const listConfidants = (db: UnitOfWork): Promise<Confidant[]> =>
  db.many(sql<Confidant>`
    select ${columns} from help_chat.confidant
    where tenant_id = ${db.tenant} and state = 'active' and account_id is not null order by name, id`)

/** Also those who have left, for names beside what they once wrote. Whose account was erased has an empty name. */
export const listAllConfidants = (db: UnitOfWork): Promise<Confidant[]> => db.many(sql<Confidant>`select ${columns} from help_chat.confidant where tenant_id = ${db.tenant} order by state, name, id`)

/** @throws NotFound */
export const getConfidant = (db: UnitOfWork, id: string): Promise<Confidant> => db.one(sql<Confidant>`select ${columns} from help_chat.confidant where tenant_id = ${db.tenant} and id = ${id}`)

/** The active confidant behind an account of a home town, in the town of this unit. Does not ask whether an agreement holds: see `confidantIn`. */
export const findConfidantOf = (db: UnitOfWork, { homeTown, accountId }: { homeTown: string; accountId: string }): Promise<Confidant | undefined> =>
  db.maybe(sql<Confidant>`
    select ${columns} from help_chat.confidant
    where tenant_id = ${db.tenant} and home_town = ${homeTown} and account_id = ${accountId} and state = 'active'`)

/** Makes the row or brings it to this state. Repeating it changes nothing. */
export const putConfidant = (db: UnitOfWork, c: Confidant): Promise<number> =>
  db.run(sql`
    insert into help_chat.confidant (tenant_id, id, home_town, account_id, name, gender, photo_file, photo_text, languages, unit, about, hours, topics, takes_new, holder,
      absent_from, absent_until, substitute_id, state, created_at, changed_at)
    values (${db.tenant}, ${c.id}, ${c.homeTown}, ${c.accountId}, ${c.name}, ${c.gender}, ${c.photoFile}, ${c.photoText}, ${[...c.languages]}, ${c.unit}, ${c.about}, ${JSON.stringify(c.hours)},
      ${[...c.topics]}, ${c.takesNew}, ${c.holder}, ${c.absentFrom}, ${c.absentUntil}, ${c.substituteId}, ${c.state}, ${db.now}, ${db.now})
    on conflict (tenant_id, id) do update set
      account_id = excluded.account_id, name = excluded.name, gender = excluded.gender, photo_file = excluded.photo_file, photo_text = excluded.photo_text, languages = excluded.languages,
      unit = excluded.unit, about = excluded.about, hours = excluded.hours, topics = excluded.topics, takes_new = excluded.takes_new, holder = excluded.holder,
      absent_from = excluded.absent_from, absent_until = excluded.absent_until, substitute_id = excluded.substitute_id, state = excluded.state, changed_at = excluded.changed_at`)

// Whoever has left keeps the name beside what they wrote, and nothing else.
const withoutProfile = sql`gender = null, photo_file = null, photo_text = null, unit = null, about = null, hours = '[]', holder = false, takes_new = false, absent_from = null, absent_until = null, substitute_id = null`

/** Somebody stops. Rows changed: none when they had before. */
export const endOne = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update help_chat.confidant set state = 'ended', ${withoutProfile}, changed_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and state = 'active'`)

/** Those whom another town's office sends, of one office: the copies in a served town. */
export const listCopiesOf = (db: UnitOfWork, homeTown: string): Promise<Confidant[]> =>
  db.many(sql<Confidant>`select ${columns} from help_chat.confidant where tenant_id = ${db.tenant} and home_town = ${homeTown}`)

/** Copies of whoever serves no more end in the served town. Returns their ids. */
export const endCopies = (db: UnitOfWork, homeTown: string, stay: readonly string[]): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`
    update help_chat.confidant set state = 'ended', ${withoutProfile}, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and home_town = ${homeTown} and state = 'active' and not (id = any(${[...stay]}::uuid[])) returning id`)

/** Copies of those whose account is gone at home lose their name as well. `known` are the ids that still have one. */
export const forgetCopies = (db: UnitOfWork, homeTown: string, known: readonly string[]): Promise<number> =>
  db.run(sql`
    update help_chat.confidant set account_id = null, name = null, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and home_town = ${homeTown} and account_id is not null and not (id = any(${[...known]}::uuid[]))`)

/** What every picture of a confidant is called as a file: the name somebody's camera gave it says too much. */
export const photoName = 'portrait'

/** Pictures that nobody has any more: taken away, or of somebody who was erased. Fresh ones may be on their way to their row. */
export const listStrayPhotos = (db: UnitOfWork, before: Date): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`
    select id from platform.file f where f.tenant_id = ${db.tenant} and f.service = ${db.service} and f.name = ${photoName} and f.created_at < ${before}
      and not exists (select from help_chat.confidant c where c.tenant_id = ${db.tenant} and c.photo_file = f.id)`)

export type Change = Partial<Pick<Confidant, 'takesNew' | 'holder' | 'absentFrom' | 'absentUntil' | 'substituteId' | 'state'>>
export const changeConfidant = async (db: UnitOfWork, id: string, change: Change): Promise<number> => await putConfidant(db, { ...(await getConfidant(db, id)), ...change })

/** Those who are away no more since a day lose their dates. */
export const clearAbsences = (db: UnitOfWork, today: PlainDate): Promise<number> =>
  db.run(sql`update help_chat.confidant set absent_from = null, absent_until = null, changed_at = ${db.now} where tenant_id = ${db.tenant} and home_town = tenant_id and absent_until < ${today}`)
