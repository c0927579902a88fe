import { sql, type UnitOfWork } from '@modellregion/kernel'
import { instantAt, localDate, plainDateOf } from '@modellregion/standards'
import { listPublishedNews } from './queries/news.ts'
import { listQuestions } from './queries/question.ts'
import type { News, QuestionLine, TransferEvent } from './schema.ts'

/** What other parts of the service ask the network. */
export type UpcomingEvent = Pick<TransferEvent, 'id' | 'town' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'seats' | 'registered' | 'waiting'>

/** Events of all towns that take place and are not over, the next first. */
export const listUpcomingEvents = (db: UnitOfWork, size: number): Promise<UpcomingEvent[]> =>
  db.many(sql<UpcomingEvent>`
    select id, town, title, starts_at as "startsAt", ends_at as "endsAt", place, link, seats, registered, waiting
    from portfolio.event where published and state = 'published' and ends_at > ${db.now} order by starts_at, id limit ${size}`)
/** Questions of all towns that nobody has answered, the newest first. */
export const listOpenQuestions = (db: UnitOfWork, size: number): Promise<QuestionLine[]> => listQuestions(db, { state: 'open' }, { from: 0, size })
/** The town's own messages that readers see today, the newest first. */
export const listNews = (db: UnitOfWork, size: number): Promise<News[]> => listPublishedNews(db, localDate(db.now), { from: 0, size })

/** Numbers of a calendar year in Berlin, of the town alone. */
export type YearOfNetwork = {
  /** Events that took place or will, by their beginning; cancelled ones are left out. */
  readonly events: number
  /** People who had a seat at them. */
  readonly registrations: number
  readonly questions: number
  readonly solved: number
  /** Answers that the town gave, to itself or others. */
  readonly answers: number
  readonly news: number
}
export function countOfYear(db: UnitOfWork, year: number): Promise<YearOfNetwork> {
  const [first, next] = [plainDateOf(year, 1, 1), plainDateOf(year + 1, 1, 1)]
  const [from, until] = [instantAt(first), instantAt(next)]
  return db.one(sql<YearOfNetwork>`
    select
      (select count(*)::int from portfolio.event where town = ${db.tenant} and state = 'published' and starts_at >= ${from} and starts_at < ${until}) as events,
      (select coalesce(sum(registered), 0)::int from portfolio.event where town = ${db.tenant} and state = 'published' and starts_at >= ${from} and starts_at < ${until}) as registrations,
      (select count(*)::int from portfolio.question where town = ${db.tenant} and published and created_at >= ${from} and created_at < ${until}) as questions,
      (select count(*)::int from portfolio.question q where town = ${db.tenant} and published and exists (select 1 from portfolio.answer s where s.id = q.solved_by and s.published) and created_at >= ${from} and created_at < ${until}) as solved,
      (select count(*)::int from portfolio.answer where town = ${db.tenant} and published and created_at >= ${from} and created_at < ${until}) as answers,
      (select count(*)::int from portfolio.news where tenant_id = ${db.tenant} and published and day >= ${first} and day < ${next}) as news`)
}
