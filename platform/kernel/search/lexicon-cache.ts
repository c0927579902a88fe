import type { UnitOfWork } from '../database/index.ts'
import { makeLexicon, type Lexicon } from './lexicon.ts'
import { readLexicon } from './queries.ts'

// One lexicon per process: it only decides how compounds are taken apart, so a little age does no harm. Read again when the town at hand
// has grown or shrunk by more than a tenth since, or after an hour. Never more often than every five seconds.
type Cached = { lexicon: Lexicon; loadedAt: number; seen: Map<string, number>; outgrown: boolean }
let cached: Cached | undefined
const hour = 3_600_000

/** The lexicon for taking compounds apart. */
export async function currentLexicon(db: UnitOfWork): Promise<Lexicon> {
  const now = performance.now()
  const age = cached ? now - cached.loadedAt : Infinity
  if (!cached || age > hour || (cached.outgrown && age > 5_000))
    cached = { lexicon: makeLexicon(await readLexicon(db)), loadedAt: now, seen: new Map(), outgrown: false }
  return cached.lexicon
}

/** Tells the cache how many public records the town has, as just read from the database. */
export function noteSize(tenant: string, documents: number): void {
  if (!cached) return
  const before = cached.seen.get(tenant)
  if (before === undefined) cached.seen.set(tenant, documents)
  else if (Math.abs(documents - before) > Math.max(50, before / 10)) cached.outgrown = true
}

/** What this process has indexed itself it knows already. */
export async function learn(db: UnitOfWork, words: Iterable<{ word: string; ndoc: number; nholder: number }>): Promise<Lexicon> {
  const lexicon = await currentLexicon(db)
  for (const { word, ndoc, nholder } of words) if (ndoc > 0) lexicon.learn(word, ndoc, nholder > 0)
  return lexicon
}

/** The town has grown by records that `learn` has been told about. */
export function noteDocuments(tenant: string, by: number): void {
  const before = cached?.seen.get(tenant)
  if (cached && before !== undefined) cached.seen.set(tenant, before + by)
}

/** Forgets everything; the next search reads the lexicon again. */
export function forgetLexicon(): void {
  cached = undefined
}
