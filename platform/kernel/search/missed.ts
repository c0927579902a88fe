import type { UnitOfWork } from '../database/index.ts'
import type { ParsedQuery } from './parse-query.ts'
import * as queries from './queries.ts'

const fewHits = 3
const mostWords = 6
const shownFrom = 3
const keptDays = 90
const mostPerTown = 1_000

type Count = queries.MissedCount & { tenant: string }

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
  if (counts.length > 0) await queries.addMissed(db, counts)
  await queries.forgetMissed(db, keptDays)
}

/** What people looked for in vain at least three times: for editors' synonyms and for requests for data. */
export const missedSearches = (db: UnitOfWork): Promise<queries.MissedSearch[]> => queries.listMissed(db, keptDays, shownFrom)
