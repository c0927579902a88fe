import type { UnitOfWork } from '../database/index.ts'
import { makeLexicon, type Lexicon } from './lexicon.ts'
import { documentCount, readLexicon } from './queries.ts'

// One lexicon per process: it only decides how compounds are taken apart, so a little age does no harm. Read again when the town at hand
// has grown or shrunk by more than a tenth since, or after an hour. Never more often than every five seconds.
type Cached = { lexicon: Lexicon; loadedAt: number; seen: Map<string, number> }
let cached: Cached | undefined
const hour = 3_600_000

/** The lexicon for taking compounds apart. `documents` is the number of public records of the town now. */
export async function currentLexicon(db: UnitOfWork, documents: number): Promise<Lexicon> {
  const now = performance.now()
  if (!cached || isStale(cached, db.tenant, documents, now)) {
    cached = { lexicon: makeLexicon(await readLexicon(db)), loadedAt: now, seen: new Map(cached?.seen) }
    cached.seen.set(db.tenant, documents)
  }
  return cached.lexicon
}

/** What this process has indexed itself it knows already. */
export async function learn(db: UnitOfWork, words: Iterable<{ word: string; ndoc: number; nholder: number }>): Promise<Lexicon> {
  const lexicon = cached?.lexicon ?? (await currentLexicon(db, await documentCount(db)))
  for (const { word, ndoc, nholder } of words) if (ndoc > 0) lexicon.learn(word, ndoc, nholder > 0)
  return lexicon
}

/** Tells the cache how large the town is after a change that `learn` has been told about. */
export function noteDocuments(tenant: string, by: number): void {
  const before = cached?.seen.get(tenant)
  if (cached && before !== undefined) cached.seen.set(tenant, before + by)
}

/** Forgets everything; the next search reads the lexicon again. */
export function forgetLexicon(): void {
  cached = undefined
}

function isStale({ loadedAt, seen }: Cached, tenant: string, documents: number, now: number): boolean {
  if (now - loadedAt > hour) return true
  const before = seen.get(tenant)
  if (before === undefined) return seen.set(tenant, documents) && false
  return Math.abs(documents - before) > Math.max(50, before / 10) && now - loadedAt > 5_000
}
