import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { DatasetFeed, FeedFile } from '@modellregion/contracts'
import type { JobRun, Platform, UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { findDatasetById } from '../dataset/queries.ts'
import { slugOf } from '../dataset/record.ts'
import { takeUpload } from '../load/take.ts'
import { keepOrganisation } from '../organisation/queries.ts'
import { publishDataset } from '../publish/publish.ts'
import { getSetting } from '../review/queries.ts'
import { scanVersion } from '../scan/job.ts'
import { listFindings, listScans } from '../scan/queries.ts'
import { listVersionsOfFile } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import { documentOf, fileName } from './document.ts'
import { feedId } from './ids.ts'
import { keepFeed, listDecidedFindings, type KeptFeed } from './queries.ts'
import { csvLine, whyNotFeed, withoutSmallCells } from './rules.ts'
import type { FeedState } from './schema.ts'

export type Run = Pick<JobRun<unknown>, 'platform' | 'tenant' | 'now' | 'signal' | 'read' | 'write'>
export type Offered = { service: string; feed: DatasetFeed<Platform> }
type Reached = Omit<KeptFeed, 'service' | 'feed' | 'datasetId'>
type GivenFile = { distributionId: string; version: FileVersion }

/**
 * Takes a dataset of another service one step further: rows become versions when they differ from the last, versions become tables, tables are
 * searched for people, and what is clean is published. Each call ends in a state that the next one goes on from.
 */
export async function advanceFeed(run: Run, { service, feed }: Offered): Promise<FeedState> {
  const datasetId = feedId(run.tenant.id, service, feed.id)
  const reached = await attempt(run, feed, datasetId)
  await run.write((db) => keepFeed(db, { datasetId, service, feed: feed.id, ...reached }))
  return reached.state
}

// A service that fails is no reason to leave out the others.
async function attempt(run: Run, feed: DatasetFeed<Platform>, datasetId: string): Promise<Reached> {
  try {
    const broken = whyNotFeed(feed)
    return broken ? failed(broken) : await advance(run, feed, datasetId)
  } catch (error) {
    if (run.signal.aborted) throw error
    return failed(error instanceof Error ? error.message.slice(0, 500) : 'Error')
  }
}

const failed = (failure: string): Reached => ({ state: 'failed', failure, heldVersion: null, isNew: false })

async function advance(run: Run, feed: DatasetFeed<Platform>, datasetId: string): Promise<Reached> {
  const { smallestGroup } = await run.read(getSetting)
  const files: GivenFile[] = []
  for (const file of feed.files) files.push(await give(run, feed, file, datasetId, smallestGroup))
  const refused = files.find(({ version }) => version.state === 'refused')
  if (refused) return failed(`The file ${refused.version.name} was not accepted: ${refused.version.refusal?.code ?? ''}`)
  if (files.some(({ version }) => version.state !== 'ready')) return { state: 'loading', failure: '', heldVersion: null, isNew: false }
  const held = await firstHeld(run, datasetId, files)
  if (held) return { state: 'held', failure: '', heldVersion: held, isNew: false }
  return { state: 'published', failure: '', heldVersion: null, isNew: await run.write((db) => publishIfChanged(db, run, feed, datasetId, files)) }
}

// The newest version when nothing has changed, else a new one. Feeds are aggregates: their text fits in memory.
async function give(run: Run, feed: DatasetFeed<Platform>, file: FeedFile<Platform>, datasetId: string, smallestGroup: number): Promise<GivenFile> {
  const { platform, tenant, now, signal } = run
  const distributionId = feedId(datasetId, file.id)
  const lines = [csvLine(file.fields.map(({ id }) => id))]
  for await (const row of file.rows(platform, tenant, now)) {
    signal.throwIfAborted()
    lines.push(csvLine(withoutSmallCells(row, file, smallestGroup)))
  }
  const text = lines.join('')
  const [newest] = await run.read((db) => listVersionsOfFile(db, distributionId))
  if (newest && newest.state !== 'deleted' && newest.sha256 === createHash('sha256').update(text).digest('hex')) return { distributionId, version: newest }
  const columns = Object.fromEntries(file.fields.map(({ id, type, label, notes, unit }) => [id, { type, label: label.de, ...(notes && { notes: notes.de }), ...(unit && { unit }) }]))
  const taken = await takeUpload(run, { datasetId, distributionId, choices: { encoding: 'utf-8', delimiter: ',', decimal: '.', headerLine: 1, columns }, upload: { name: fileName(feed, file.id), declaredType: 'text/csv', content: Readable.from([text]) } })
  if (!taken.ok) throw new Error(`The file ${fileName(feed, file.id)} was not taken: ${taken.refusal.code}`)
  return { distributionId, version: taken.version }
}

// A finding about which somebody has decided for an earlier version of the same columns is not asked again.
async function firstHeld(run: Run, datasetId: string, files: readonly GivenFile[]): Promise<string | undefined> {
  const ids = files.filter(({ version }) => version.tableFile !== null).map(({ version }) => version.id)
  if (ids.length === 0) return undefined
  const done = new Set((await run.read((db) => listScans(db, ids))).map(({ versionId }) => versionId))
  for (const id of ids) if (!done.has(id)) await scanVersion(run, id)
  return await run.read(async (db) => {
    const keyOf = ({ kind, fields }: { kind: string; fields: readonly string[] }): string => JSON.stringify([kind, fields])
    const decided = new Set((await listDecidedFindings(db, datasetId)).map(keyOf))
    const failed = (await listScans(db, ids)).find(({ state }) => state === 'failed')
    return failed?.versionId ?? (await listFindings(db, ids)).find((finding) => finding.serious && finding.decision === null && !decided.has(keyOf(finding)))?.versionId
  })
}

async function publishIfChanged(db: UnitOfWork, { tenant, now }: Run, feed: DatasetFeed<Platform>, id: string, files: readonly GivenFile[]): Promise<boolean> {
  const before = await findDatasetById(db, id)
  const same = before && before.withdrawnAt === null && before.document.modified !== undefined && sameAs(before.document, documentOf(feed, tenant, files, before.document.modified))
  // Whoever has taken it out of the catalogue wants it out: a feed does not bring it back.
  if (same || before?.withdrawnAt) return false
  const name = slugOf(`${tenant.kind} ${tenant.name}`)
  const organisation = await keepOrganisation(db, { id: feedId(id, 'organisation'), name, title: `${tenant.kind} ${tenant.name}`, description: '', homepage: null, email: tenant.contact.mail, uri: null })
  await publishDataset(db, { id, organisationId: organisation.id, document: documentOf(feed, tenant, files, localDate(now)) })
  return true
}

// Property order differs between what was stored and what was made.
const sameAs = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (one !== null && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one))
