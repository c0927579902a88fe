import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'
import { fold } from './fold.ts'
import { seed, type Synonym } from './synonym-seed.ts'
import { synonymKey } from './vocabulary.ts'

export type TownSynonymRow = Synonym & { removed: boolean }

/** The town's own synonyms and the shipped ones it took out. */
export const townSynonyms = (db: UnitOfWork): Promise<TownSynonymRow[]> =>
  db.many<TownSynonymRow>(sql`select term, alt, removed from search.synonym where tenant_id = ${db.tenant} order by term, alt`)

/** All shipped synonyms, one entry per direction. */
export const shippedSynonyms = (): readonly Synonym[] => seed

/** From now on `term` also finds `alt`; with `bothWays` also the other way round. Counts from the next search on, nothing is indexed again. */
export const addSynonym = (db: UnitOfWork, { term, alt, bothWays = false }: Synonym & { bothWays?: boolean }): Promise<number> =>
  write(db, bothWays ? [{ term, alt }, { term: alt, alt: term }] : [{ term, alt }], false)

/** `term` no longer finds `alt`, be it shipped or the town's own. */
export const removeSynonym = (db: UnitOfWork, { term, alt }: Synonym): Promise<number> => write(db, [{ term, alt }], true)

/** Back to what is shipped for this pair. */
export const resetSynonym = (db: UnitOfWork, { term, alt }: Synonym): Promise<number> =>
  db.run(sql`delete from search.synonym where tenant_id = ${db.tenant} and term_key = ${synonymKey(term)} and alt = ${alt}`)

function write(db: UnitOfWork, synonyms: readonly Synonym[], removed: boolean): Promise<number> {
  const usable = synonyms.filter(({ term, alt }) => fold(term) !== '' && fold(alt) !== '')
  if (usable.length === 0) return Promise.resolve(0)
  return db.run(sql`
    insert into search.synonym (tenant_id, term, alt, term_key, removed)
    values ${sql.join(usable.map(({ term, alt }) => sql`(${db.tenant}, ${term}, ${alt}, ${synonymKey(term)}, ${removed})`))}
    on conflict (tenant_id, term_key, alt) do update set removed = excluded.removed, term = excluded.term`)
}
