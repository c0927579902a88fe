import { audit, type UnitOfWork } from '@modellregion/kernel'
import type { Reach } from '../protection/rules.ts'
import { readPlaces } from './measured.ts'
import { decidePublication, getExperiment, insertPublication, listGroups, listPublicationsOfExperiment, listPublicationsOfSchool, withdrawPublication } from './queries.ts'
import { publishedOf } from './rules/evaluate.ts'
import type { Publication, PublishedResult } from './schema.ts'

/** Licences that the three datasets have; a consent is given for exactly this one. Experiments carry a class's words, so the school is named. */
export const licenceOf = (kind: Publication['kind']): Publication['licence'] => (kind === 'experiment' ? 'cc-by' : 'dl-zero-de')

const isOpen = ({ decision, withdrawnAt }: Publication): boolean => decision !== 'refused' && withdrawnAt === null

/** Proposes that something becomes public. Nothing is, until the school's lead consents. Proposing what is proposed already changes nothing. Returns the id under which it is found. */
export async function proposePublication(db: UnitOfWork, wish: Pick<Publication, 'id' | 'schoolId' | 'kind' | 'experimentId' | 'scope' | 'from' | 'proposedBy'>): Promise<string> {
  const before = wish.experimentId === null ? (await listPublicationsOfSchool(db, wish.schoolId)).filter(({ kind }) => kind === wish.kind) : await listPublicationsOfExperiment(db, wish.experimentId)
  const open = before.find((one) => isOpen(one))
  if (open) return open.id
  if ((await insertPublication(db, { ...wish, licence: licenceOf(wish.kind) })) > 0) await audit(db, { action: 'publication.propose', subject: `publication/${wish.id}`, detail: { kind: wish.kind, school: wish.schoolId } })
  return wish.id
}

/** What would become public of an experiment now: for the preview before the consent, and what the consent keeps. */
export async function contentOf(db: UnitOfWork, publication: Publication, reach: Reach): Promise<PublishedResult | null> {
  if (publication.experimentId === null) return null
  const experiment = await getExperiment(db, publication.experimentId)
  const [quantity = 'co2'] = experiment.quantities
  return publishedOf(experiment, await listGroups(db, experiment.id), await readPlaces(db, experiment, reach, quantity))
}

/** The lead's answer: from now on public, or not. Of an experiment exactly what was shown becomes public, whatever happens to the measurements later. */
export async function decide(db: UnitOfWork, publication: Publication, decision: 'consented' | 'refused', by: string, reach: Reach): Promise<void> {
  const content = decision === 'consented' ? await contentOf(db, publication, reach) : null
  if ((await decidePublication(db, publication.id, decision, by, content)) > 0) await audit(db, { action: `publication.${decision}`, subject: `publication/${publication.id}` })
}

/** Takes a consent or a proposal back: from now on nothing is given out any more. Copies that others have made stay with them. */
export async function withdraw(db: UnitOfWork, publication: Publication, by: string): Promise<void> {
  if ((await withdrawPublication(db, publication.id, by)) > 0) await audit(db, { action: 'publication.withdraw', subject: `publication/${publication.id}` })
}
