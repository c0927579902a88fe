import type { UnitOfWork } from '@modellregion/kernel'
import type { OrganisationRow } from '../dataset/schema.ts'
import { insertDraft } from '../draft/queries.ts'
import { linkedFile } from '../edit/files.ts'
import { loadVersion } from '../load/load-version.ts'
import { usualCatalogue } from '../review/criteria/usual.ts'
import { checkReview, decideReview } from '../review/decide.ts'
import { findReview, listRounds, listVotes } from '../review/queries.ts'
import type { Stage } from '../review/schema.ts'
import { submitDraft } from '../review/submit.ts'
import { scanVersion } from '../scan/job.ts'
import { decideFinding, listFindings } from '../scan/queries.ts'
import type { Offices } from './offices.ts'
import { describe, keepVersion, published, zero } from './own-datasets.ts'
import { demoReviews, type DemoReview } from './review-texts.ts'
import type { DemoTown } from './town-unit.ts'

/** Leads invented drafts through the review, each as far as its story goes. What has begun goes on as people lead it. */
export async function seedReviews(town: DemoTown, offices: Offices): Promise<void> {
  // Side by side, because looking at a file takes a second of its own.
  await Promise.all(demoReviews.map((one) => seedReview(town, offices[one.office], one)))
}

async function seedReview(town: DemoTown, office: OrganisationRow, one: DemoReview): Promise<void> {
  const id = town.id('review', one.name)
  const [begun] = one.rounds
  if (!begun) return
  if (!(await town.at(0, 'dana', (db) => findReview(db, id)))) await beginDraft(town, office, one, id, begun.daysAgo + 1)
  for (const [at, round] of one.rounds.entries()) {
    const rounds = await town.at(0, 'dana', (db) => listRounds(db, id))
    if (rounds.length > at + 1) continue
    if (rounds.length === at) await said(one, town.at(round.daysAgo, 'dana', (db) => submitDraft(db, { id, revision: 1, note: round.note, ...(one.releaseInDays !== undefined && { releaseAt: town.past(-one.releaseInDays) }) })))
    const cast = await town.at(0, 'dana', async (db) => (await listVotes(db, (await listRounds(db, id)).slice(0, 1).map((review) => review.id))).length)
    for (const vote of round.votes.slice(cast)) await castVote(town, id, vote)
  }
}

async function beginDraft(town: DemoTown, office: OrganisationRow, one: DemoReview, id: string, daysAgo: number): Promise<void> {
  const begun = describe(town, office, one)
  const day = town.past(daysAgo).toISOString().slice(0, 10)
  const file = town.id('review-file', one.name)
  if (one.link !== undefined) {
    const document = { ...begun, distribution: [{ ...linkedFile(file, one.link), title: { de: one.title }, license: zero }] }
    return void (await town.at(daysAgo, 'dana', (db) => insertDraft(db, { id, name: one.name, organisationId: office.id, document, basedOn: null })))
  }
  const { table } = one
  if (!table) return
  const version = await keepVersion(town, daysAgo, { datasetId: id, distributionId: file, versionId: town.id('review-version', one.name), choices: { columns: table.columns ?? {} } }, table)
  await town.at(daysAgo, 'dana', (db) => insertDraft(db, { id, name: one.name, organisationId: office.id, document: published(begun, { file: table }, file, version, day), basedOn: null }))
  await lookThrough(town, one, version.id, daysAgo)
}

// Only what was looked through goes on; here at once, so that the story can be told to its end.
async function lookThrough(town: DemoTown, { finding }: DemoReview, versionId: string, daysAgo: number): Promise<void> {
  const unit = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => town.at(daysAgo, 'dana', work)
  const run = { platform: town.platform, tenant: town.tenant, signal: new AbortController().signal, attempt: 1, progress: () => {}, read: unit, write: unit }
  await loadVersion(run, versionId)
  await scanVersion(run, versionId)
  if (!finding) return
  await town.at(daysAgo - 1, 'eva', async (db) => {
    for (const found of await listFindings(db, [versionId])) await decideFinding(db, found.id, finding.decision, finding.reason)
  })
}

type DemoVote = DemoReview['rounds'][number]['votes'][number]
async function castVote(town: DemoTown, id: string, { person, daysAgo, verdict, no = [], reasons = '', grounds = [], publicReason = '' }: DemoVote): Promise<void> {
  const step = await town.at(daysAgo, person, async (db) => {
    const review = await findReview(db, id)
    if (!review) return undefined
    const stage: Stage = review.state === 'checking' ? 'check' : 'decide'
    const answers = Object.fromEntries(usualCatalogue.criteria.filter((one) => one.stage === stage).map(({ code }) => [code, no.includes(code) ? ('no' as const) : ('yes' as const)]))
    return await (stage === 'check' ? checkReview : decideReview)(db, review, { verdict, answers, reasons, grounds, publicReason })
  })
  if (step && !step.ok) throw new Error(`A verdict of the demonstration was not taken: ${JSON.stringify(step)}.`)
}

async function said(one: DemoReview, submitted: ReturnType<typeof submitDraft>): Promise<void> {
  const refusal = await submitted
  if (refusal) throw new Error(`The demonstration's draft "${one.title}" was not taken: ${JSON.stringify(refusal)}.`)
}
