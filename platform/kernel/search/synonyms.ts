import type { UnitOfWork } from '../database/index.ts'
import { fold } from './fold.ts'
import * as queries from './queries.ts'
import { seed, type Synonym } from './synonym-seed.ts'
import { synonymKey } from './vocabulary.ts'

/** The town's own synonyms and the shipped ones it took out. */
export const townSynonyms = (db: UnitOfWork): Promise<queries.TownSynonymRow[]> => queries.townSynonyms(db)

/** All shipped synonyms, one entry per direction. */
export const shippedSynonyms = (): readonly Synonym[] => seed

/** From now on `term` also finds `alt`; with `bothWays` also the other way round. Counts from the next search on, nothing is indexed again. */
export const addSynonym = (db: UnitOfWork, { term, alt, bothWays = false }: Synonym & { bothWays?: boolean }): Promise<number> =>
  write(db, bothWays ? [{ term, alt }, { term: alt, alt: term }] : [{ term, alt }], false)

/** `term` no longer finds `alt`, be it shipped or the town's own. */
export const removeSynonym = (db: UnitOfWork, { term, alt }: Synonym): Promise<number> => write(db, [{ term, alt }], true)

/** Back to what is shipped for this pair. */
export const resetSynonym = (db: UnitOfWork, { term, alt }: Synonym): Promise<number> => queries.deleteSynonym(db, synonymKey(term), alt)

async function write(db: UnitOfWork, synonyms: readonly Synonym[], removed: boolean): Promise<number> {
  const usable = synonyms.filter(({ term, alt }) => fold(term) !== '' && fold(alt) !== '')
  return usable.length === 0 ? 0 : await queries.writeSynonyms(db, usable.map(({ term, alt }) => ({ term, alt, removed, key: synonymKey(term) })))
}
