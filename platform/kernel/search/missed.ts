import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'
import type { ParsedQuery } from './parse-query.ts'

/** A search that found little, counted over the last 90 days. */
export type MissedSearch = { q: string; hits: number; n: number; last: string }

const fewHits = 3
const mostWords = 6
const shownFrom = 3
const keptDays = 90
const mostPerTown = 1_000

type Count = { tenant: string; day: string; q: string; hits: number; n: number }

// A search is a reading transaction, so misses gather here until a job writes them. What a killed process had not written is lost; it is a count.
function makeCounter() {
  let counts = new Map<string, Count>()
  return {
    note(tenant: string, typed: string, query: ParsedQuery, hits: number, now: Date): void {
      const q = [...query.phrases.flat(), ...query.words].join(' ')
      // What might name a person or a case is not kept: numbers, addresses, long texts.
      if (hits > fewHits || q === '' || q.split(' ').length > mostWords || /[\d@]/.test(typed) || q.length > 100) return
      const day = now.toISOString().slice(0, 10)
      const key = JSON.stringify([tenant, day, q])
      const known = counts.get(key)
      if (known) counts.set(key, { ...known, hits, n: known.n + 1 })
      else if (counts.size < mostPerTown * 10) counts.set(key, { tenant, day, q, hits, n: 1 })
    },
    take(tenant: string): Count[] {
      const mine = [...counts.values()].filter((count) => count.tenant === tenant)
      counts = new Map([...counts].filter(([, count]) => count.tenant !== tenant))
      return mine
    },
    towns: (): string[] => [...new Set([...counts.values()].map(({ tenant }) => tenant))],
  }
}
export const missedSoFar = makeCounter()

/** Towns with misses that are not written yet. */
export const townsWithMissedSearches = (): string[] => missedSoFar.towns()

/** Writes the misses gathered in this process for the unit's town, and deletes those older than 90 days. For a job every few minutes. */
export async function writeMissedSearches(db: UnitOfWork): Promise<void> {
  const counts = missedSoFar.take(db.tenant).sort((a, b) => (a.day + a.q < b.day + b.q ? -1 : 1))
  if (counts.length > 0)
    await db.run(sql`
      insert into search.missed as m (tenant_id, day, q, hits, n)
      values ${sql.join(counts.map(({ day, q, hits, n }) => sql`(${db.tenant}, ${day}::date, ${q}, ${hits}::int, ${n}::int)`))}
      on conflict (tenant_id, day, q) do update set n = m.n + excluded.n, hits = excluded.hits`)
  await db.run(sql`delete from search.missed where tenant_id = ${db.tenant} and day < ${db.now}::date - ${keptDays}::int`)
}

/** What people looked for in vain at least three times: for editors' synonyms and for requests for data. */
export const missedSearches = (db: UnitOfWork): Promise<MissedSearch[]> =>
  db.many<MissedSearch>(sql`
    select q, (array_agg(hits order by day desc))[1] as hits, sum(n)::int as n, max(day) as last from search.missed
     where tenant_id = ${db.tenant} and day >= ${db.now}::date - ${keptDays}::int
     group by q having sum(n) >= ${shownFrom} order by sum(n) desc, q limit 200`)
