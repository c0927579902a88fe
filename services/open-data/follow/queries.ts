import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Follow, Follower, FollowKind, Rhythm } from './schema.ts'

const followerColumns = sql`f.id, f.mail, f.account_id as "accountId", f.locale, f.rhythm, f.told_through as "toldThrough", f.created_at as "createdAt"`
const followColumns = sql`w.id, w.follower_id as "followerId", w.kind, w.subject, w.label, w.confirmed_at as "confirmedAt", w.created_at as "createdAt"`

/** The row of an address, made when there is none. An account is written down once, when its owner follows something. */
export const keepFollower = (db: UnitOfWork, { id, mail, accountId, locale, rhythm }: Omit<Follower, 'toldThrough' | 'createdAt'>): Promise<Follower> =>
  db.one(sql<Follower>`
    insert into open_data.follower as f (tenant_id, id, mail, account_id, locale, rhythm, told_through, created_at)
    values (${db.tenant}, ${id}, ${mail}, ${accountId}, ${locale}, ${rhythm}, ${db.now}, ${db.now})
    on conflict (tenant_id, mail) do update set account_id = coalesce(excluded.account_id, f.account_id)
    returning ${followerColumns}`)

export const findFollower = (db: UnitOfWork, id: string): Promise<Follower | undefined> =>
  db.maybe(sql<Follower>`select ${followerColumns} from open_data.follower f where f.tenant_id = ${db.tenant} and f.id = ${id}`)

export const findFollowerOf = (db: UnitOfWork, accountId: string): Promise<Follower | undefined> =>
  db.maybe(sql<Follower>`select ${followerColumns} from open_data.follower f where f.tenant_id = ${db.tenant} and f.account_id = ${accountId} order by f.created_at limit 1`)

export const setRhythm = (db: UnitOfWork, id: string, rhythm: Rhythm): Promise<number> =>
  db.run(sql`update open_data.follower set rhythm = ${rhythm} where tenant_id = ${db.tenant} and id = ${id}`)

export type NewFollow = Pick<Follow, 'id' | 'followerId' | 'kind' | 'subject' | 'label'> & { confirmed: boolean }
/** Follows once, however often it is asked for; a confirmation is never taken back by that. */
export const keepFollow = (db: UnitOfWork, follow: NewFollow): Promise<Follow> =>
  db.one(sql<Follow>`
    insert into open_data.follow as w (tenant_id, id, follower_id, kind, subject, label, confirmed_at, created_at)
    values (${db.tenant}, ${follow.id}, ${follow.followerId}, ${follow.kind}, ${follow.subject}, ${follow.label}, ${follow.confirmed ? db.now : null}, ${db.now})
    on conflict (tenant_id, follower_id, kind, subject) do update set label = excluded.label, confirmed_at = coalesce(w.confirmed_at, excluded.confirmed_at)
    returning ${followColumns}`)

export const findFollow = (db: UnitOfWork, id: string): Promise<Follow | undefined> =>
  db.maybe(sql<Follow>`select ${followColumns} from open_data.follow w where w.tenant_id = ${db.tenant} and w.id = ${id}`)

export const confirmFollow = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update open_data.follow set confirmed_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and confirmed_at is null`)

/** What an address follows, the newest first. */
export const listFollows = (db: UnitOfWork, followerId: string): Promise<Follow[]> =>
  db.many(sql<Follow>`select ${followColumns} from open_data.follow w where w.tenant_id = ${db.tenant} and w.follower_id = ${followerId} and w.confirmed_at is not null order by w.created_at desc, w.id limit 500`)

export const isFollowedBy = (db: UnitOfWork, accountId: string, kind: FollowKind, subject: string): Promise<{ yes: boolean }> =>
  db.one(sql<{ yes: boolean }>`
    select exists (select 1 from open_data.follow w join open_data.follower f on f.tenant_id = w.tenant_id and f.id = w.follower_id
      where w.tenant_id = ${db.tenant} and f.account_id = ${accountId} and w.kind = ${kind} and w.subject = ${subject} and w.confirmed_at is not null) as yes`)

export const deleteFollow = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from open_data.follow where tenant_id = ${db.tenant} and id = ${id}`)
export const deleteFollower = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from open_data.follower where tenant_id = ${db.tenant} and id = ${id}`)

/** Ends mail about one thing, or all of an address. Returns how many rows went. */
export const deleteFollowOrFollower = async (db: UnitOfWork, id: string): Promise<number> => (await deleteFollow(db, id)) + (await deleteFollower(db, id))

/** Who follows a request follows the one it repeats, too. */
export const moveFollows = (db: UnitOfWork, kind: FollowKind, from: string, to: string, label: string): Promise<number> =>
  db.run(sql`
    update open_data.follow w set subject = ${to}, label = ${label}
    where w.tenant_id = ${db.tenant} and w.kind = ${kind} and w.subject = ${from}
      and not exists (select 1 from open_data.follow o where o.tenant_id = w.tenant_id and o.follower_id = w.follower_id and o.kind = w.kind and o.subject = ${to})`)

/** A lot of those who follow a request and have not been told of an event; each is locked until the unit ends, and skipped by others. */
export const takeUntold = (db: UnitOfWork, requestId: string, eventId: string, size: number): Promise<(Follow & Pick<Follower, 'mail' | 'locale'>)[]> =>
  db.many(sql<Follow & Pick<Follower, 'mail' | 'locale'>>`
    select ${followColumns}, f.mail, f.locale from open_data.follow w join open_data.follower f on f.tenant_id = w.tenant_id and f.id = w.follower_id
    where w.tenant_id = ${db.tenant} and w.kind = 'request' and w.subject = ${requestId} and w.confirmed_at is not null and (w.told_event is null or w.told_event < ${eventId}::uuid)
    order by w.id limit ${size} for update of w skip locked`)

export const markTold = (db: UnitOfWork, ids: readonly string[], eventId: string): Promise<number> =>
  db.run(sql`update open_data.follow set told_event = ${eventId} where tenant_id = ${db.tenant} and id = any(${ids}::uuid[])`)

/** Addresses whose summary is due, locked until the unit ends; others skip them. */
export const takeDue = (db: UnitOfWork, rhythm: Rhythm, before: Date, size: number): Promise<Follower[]> =>
  db.many(sql<Follower>`
    select ${followerColumns} from open_data.follower f
    where f.tenant_id = ${db.tenant} and f.rhythm = ${rhythm} and f.told_through <= ${before}
      and exists (select 1 from open_data.follow w where w.tenant_id = f.tenant_id and w.follower_id = f.id and w.confirmed_at is not null and w.kind <> 'request')
    order by f.told_through, f.id limit ${size} for update of f skip locked`)

export const setToldThrough = (db: UnitOfWork, id: string, through: Date): Promise<number> =>
  db.run(sql`update open_data.follower set told_through = ${through} where tenant_id = ${db.tenant} and id = ${id}`)

/** Wishes that nobody has confirmed, and addresses that follow nothing any more. */
export async function deleteForgotten(db: UnitOfWork, before: Date): Promise<number> {
  const unconfirmed = await db.run(sql`delete from open_data.follow where tenant_id = ${db.tenant} and confirmed_at is null and created_at < ${before}`)
  const idle = await db.run(sql`
    delete from open_data.follower f where f.tenant_id = ${db.tenant} and f.created_at < ${before} and not exists (select 1 from open_data.follow w where w.tenant_id = f.tenant_id and w.follower_id = f.id)`)
  return unconfirmed + idle
}

/** What a summary names: a dataset that is new or has changed in a span of time. */
export type News = { id: string; name: string; title: string; isNew: boolean }

type Span = { since: Date; through: Date }

/** What is new of the datasets, publishers and themes that an address follows, by the follow it belongs to. */
export const listNews = (db: UnitOfWork, followerId: string, { since, through }: Span, size: number): Promise<(News & { followId: string })[]> =>
  db.many(sql<News & { followId: string }>`
    select w.id as "followId", d.id, d.name, d.title, d.created_at > ${since}::timestamptz as "isNew"
    from open_data.follow w join open_data.dataset d on d.tenant_id = w.tenant_id and (
      (w.kind = 'dataset' and d.id::text = w.subject) or (w.kind = 'organisation' and d.organisation_id::text = w.subject) or (w.kind = 'theme' and w.subject = any(d.theme)))
    where w.tenant_id = ${db.tenant} and w.follower_id = ${followerId} and w.confirmed_at is not null and d.withdrawn_at is null
      and d.changed_at > greatest(${since}::timestamptz, w.confirmed_at) and d.changed_at <= ${through}
    order by d.changed_at desc, d.id limit ${size}`)

/** Which of some datasets changed in a span: what a followed search has to tell. */
export const listChangedAmong = (db: UnitOfWork, ids: readonly string[], { since, through }: Span, size: number): Promise<News[]> =>
  db.many(sql<News>`
    select d.id, d.name, d.title, d.created_at > ${since}::timestamptz as "isNew" from open_data.dataset d
    where d.tenant_id = ${db.tenant} and d.id = any(${ids}::uuid[]) and d.withdrawn_at is null and d.changed_at > ${since} and d.changed_at <= ${through}
    order by d.changed_at desc, d.id limit ${size}`)
