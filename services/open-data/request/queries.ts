import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { DataRequest, RequestEvent, RequestState } from './schema.ts'

const columns = sql`r.id, r.number, r.title, r.purpose, r.organisation_id as "organisationId", r.account_id as "accountId", r.state, r.answer_by::text as "answerBy",
  r.expected_on::text as "expectedOn", r.duplicate_of as "duplicateOf", r.shown_at as "shownAt", r.answered_at as "answeredAt", r.published_at as "publishedAt", r.created_at as "createdAt", r.changed_at as "changedAt",
  (select count(*)::int from open_data.request_vote v where v.tenant_id = r.tenant_id and v.request_id = r.id) as votes,
  (select json_build_object('name', o.name, 'title', o.title) from open_data.organisation o where o.tenant_id = r.tenant_id and o.id = r.organisation_id) as organisation`

export type Wish = { states: readonly RequestState[]; sort: 'newest' | 'votes'; from: number; size: number }

/** Requests in some states; those without a reader yet by the day they came in. */
export const listRequests = (db: UnitOfWork, { states, sort, from, size }: Wish): Promise<DataRequest[]> =>
  db.many(sql<DataRequest>`
    select ${columns} from open_data.request r where r.tenant_id = ${db.tenant} and r.state = any(${states})
    order by ${sort === 'votes' ? sql`votes desc,` : sql``} coalesce(r.shown_at, r.created_at) desc, r.id limit ${size} offset ${from}`)

export const countByState = (db: UnitOfWork): Promise<{ state: RequestState; n: number }[]> =>
  db.many(sql<{ state: RequestState; n: number }>`select state, count(*)::int as n from open_data.request where tenant_id = ${db.tenant} group by state`)

/** @throws NotFound */
export const getRequest = (db: UnitOfWork, number: number): Promise<DataRequest> =>
  db.one(sql<DataRequest>`select ${columns} from open_data.request r where r.tenant_id = ${db.tenant} and r.number = ${number}`)

export const findRequest = (db: UnitOfWork, id: string): Promise<DataRequest | undefined> =>
  db.maybe(sql<DataRequest>`select ${columns} from open_data.request r where r.tenant_id = ${db.tenant} and r.id = ${id}`)

export const findByNumber = (db: UnitOfWork, number: number): Promise<DataRequest | undefined> =>
  db.maybe(sql<DataRequest>`select ${columns} from open_data.request r where r.tenant_id = ${db.tenant} and r.number = ${number}`)

export const findByReturn = (db: UnitOfWork, hash: string): Promise<DataRequest | undefined> =>
  db.maybe(sql<DataRequest>`select ${columns} from open_data.request r where r.tenant_id = ${db.tenant} and r.return_hash = ${hash}`)

/** Public requests by id, in no particular order. */
export const listByIds = (db: UnitOfWork, ids: readonly string[]): Promise<DataRequest[]> =>
  db.many(sql<DataRequest>`
    select ${columns} from open_data.request r
    where r.tenant_id = ${db.tenant} and r.id = any(${ids}::uuid[]) and r.state not in ('waiting', 'rejected') limit 500`)

export const listOwn = (db: UnitOfWork, accountId: string, size: number): Promise<DataRequest[]> =>
  db.many(sql<DataRequest>`select ${columns} from open_data.request r where r.tenant_id = ${db.tenant} and r.account_id = ${accountId} order by r.created_at desc limit ${size}`)

/** Two who ask at the same moment get different numbers. */
export const lockNumbers = (db: UnitOfWork): Promise<number> => db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`open-data request ${db.tenant}`}, 0))`)

export type NewRequest = Pick<DataRequest, 'id' | 'title' | 'purpose' | 'organisationId' | 'accountId' | 'state' | 'answerBy'> & { returnHash: string | null; shownAt: Date | null }
export const insertRequest = (db: UnitOfWork, request: NewRequest): Promise<{ number: number }> =>
  db.one(sql<{ number: number }>`
    insert into open_data.request (tenant_id, id, number, title, purpose, organisation_id, account_id, return_hash, state, answer_by, shown_at, created_at, changed_at)
    select ${db.tenant}, ${request.id}, coalesce(max(number), 0) + 1, ${request.title}, ${request.purpose}, ${request.organisationId}, ${request.accountId}, ${request.returnHash},
      ${request.state}, ${request.answerBy}::date, ${request.shownAt}::timestamptz, ${db.now}::timestamptz, ${db.now}::timestamptz
    from open_data.request where tenant_id = ${db.tenant}
    returning number`)

export type Change = { id: string; state: RequestState; expectedOn: PlainDate | null; duplicateOf: string | null; organisationId: string | null; isAnswer: boolean }
/** Leads a request to a state; the first answer of the town keeps its moment. */
export const moveRequest = (db: UnitOfWork, { id, state, expectedOn, duplicateOf, organisationId, isAnswer }: Change): Promise<number> =>
  db.run(sql`
    update open_data.request set state = ${state}, expected_on = coalesce(${expectedOn}::date, expected_on), duplicate_of = ${duplicateOf}, organisation_id = coalesce(${organisationId}, organisation_id), changed_at = ${db.now},
      shown_at = case when ${state} = 'rejected' then null else coalesce(shown_at, ${db.now}::timestamptz) end,
      answered_at = case when ${isAnswer} then coalesce(answered_at, ${db.now}::timestamptz) else answered_at end,
      published_at = case when ${state} = 'published' then coalesce(published_at, ${db.now}::timestamptz) else null end
    where tenant_id = ${db.tenant} and id = ${id}`)

const eventColumns = sql`id, request_id as "requestId", state, text, from_office as "fromOffice", shown, created_at as "createdAt"`

export const insertEvent = (db: UnitOfWork, event: Omit<RequestEvent, 'createdAt'>): Promise<number> =>
  db.run(sql`
    insert into open_data.request_event (tenant_id, id, request_id, state, text, from_office, shown, made_by, created_at)
    values (${db.tenant}, ${event.id}, ${event.requestId}, ${event.state}, ${event.text}, ${event.fromOffice}, ${event.shown}, ${db.actor ?? null}, ${db.now})`)

/** The newest first. */
export const listEvents = (db: UnitOfWork, requestId: string): Promise<RequestEvent[]> =>
  db.many(sql<RequestEvent>`select ${eventColumns} from open_data.request_event where tenant_id = ${db.tenant} and request_id = ${requestId} order by created_at desc, id desc limit 500`)

export const findEvent = (db: UnitOfWork, id: string): Promise<RequestEvent | undefined> =>
  db.maybe(sql<RequestEvent>`select ${eventColumns} from open_data.request_event where tenant_id = ${db.tenant} and id = ${id}`)

export const showEvent = (db: UnitOfWork, requestId: string, id: string): Promise<number> =>
  db.run(sql`update open_data.request_event set shown = true where tenant_id = ${db.tenant} and request_id = ${requestId} and id = ${id}`)

/** Requests with words of guests that nobody has read. */
export const listWithUnread = (db: UnitOfWork, size: number): Promise<DataRequest[]> =>
  db.many(sql<DataRequest>`
    select ${columns} from open_data.request r
    where r.tenant_id = ${db.tenant} and r.state not in ('waiting', 'rejected') and exists (select 1 from open_data.request_event e where e.tenant_id = r.tenant_id and e.request_id = r.id and not e.shown)
    order by r.changed_at, r.id limit ${size}`)

export const insertVote = (db: UnitOfWork, requestId: string, accountId: string): Promise<number> =>
  db.run(sql`insert into open_data.request_vote (tenant_id, request_id, account_id, created_at) values (${db.tenant}, ${requestId}, ${accountId}, ${db.now}) on conflict do nothing`)

export const deleteVote = (db: UnitOfWork, requestId: string, accountId: string): Promise<number> =>
  db.run(sql`delete from open_data.request_vote where tenant_id = ${db.tenant} and request_id = ${requestId} and account_id = ${accountId}`)

export const hasVoted = (db: UnitOfWork, requestId: string, accountId: string): Promise<{ yes: boolean }> =>
  db.one(sql<{ yes: boolean }>`select exists (select 1 from open_data.request_vote where tenant_id = ${db.tenant} and request_id = ${requestId} and account_id = ${accountId}) as yes`)

/** Votes for a request that was asked before go there; who has voted for both has one. */
export const moveVotes = (db: UnitOfWork, from: string, to: string): Promise<number> =>
  db.run(sql`
    insert into open_data.request_vote (tenant_id, request_id, account_id, created_at)
    select tenant_id, ${to}, account_id, created_at from open_data.request_vote where tenant_id = ${db.tenant} and request_id = ${from} on conflict do nothing`)

/** Links what answers a request: datasets, or drafts by the id of the dataset they become. */
export const linkDatasets = (db: UnitOfWork, requestId: string, datasetIds: readonly string[]): Promise<number> =>
  db.insertMany('open_data.request_dataset', datasetIds.map((id) => ({ tenant_id: db.tenant, request_id: requestId, dataset_id: id, created_at: db.now })), { onConflict: 'nothing' })

export const datasetIdsOf = (db: UnitOfWork, requestId: string): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select dataset_id as id from open_data.request_dataset where tenant_id = ${db.tenant} and request_id = ${requestId} limit 200`)

/** Requests that a dataset answers. */
export const listRequestsOf = (db: UnitOfWork, datasetId: string): Promise<DataRequest[]> =>
  db.many(sql<DataRequest>`
    select ${columns} from open_data.request r join open_data.request_dataset l on l.tenant_id = r.tenant_id and l.request_id = r.id
    where r.tenant_id = ${db.tenant} and l.dataset_id = ${datasetId} and r.state = 'published' order by r.published_at, r.id limit 20`)

/** Open requests of which a linked dataset has appeared in the catalogue meanwhile. */
export const listAppeared = (db: UnitOfWork, size: number): Promise<DataRequest[]> =>
  db.many(sql<DataRequest>`
    select ${columns} from open_data.request r
    where r.tenant_id = ${db.tenant} and r.state in ('new', 'clarification', 'accepted')
      and exists (select 1 from open_data.request_dataset l join open_data.dataset d on d.tenant_id = l.tenant_id and d.id = l.dataset_id
        where l.tenant_id = r.tenant_id and l.request_id = r.id and d.withdrawn_at is null)
    order by r.id limit ${size}`)

/** Two of the staff who decide at the same moment wait for each other. @throws NotFound */
export const lockRequest = (db: UnitOfWork, id: string): Promise<{ state: RequestState }> =>
  db.one(sql<{ state: RequestState }>`select state from open_data.request where tenant_id = ${db.tenant} and id = ${id} for update`)

/** Drafts that may bring what was asked for, the newest first. */
export const listLinkableDrafts = (db: UnitOfWork, size: number): Promise<{ id: string; title: string }[]> =>
  db.many(sql<{ id: string; title: string }>`
    select id, coalesce(document -> 'title' ->> 'de', (select l.value from jsonb_each_text(document -> 'title') l limit 1), name, '') as title
    from open_data.draft where tenant_id = ${db.tenant} and state <> 'refused' order by changed_at desc, id limit ${size}`)

export const listOffices = (db: UnitOfWork): Promise<{ id: string; title: string }[]> =>
  db.many(sql<{ id: string; title: string }>`select id, title from open_data.organisation where tenant_id = ${db.tenant} order by title, id limit 500`)
