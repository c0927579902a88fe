import { newId, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { pageTrail } from '../dcat/paging.ts'
import { RefusalError, type Refusal } from '../dcat/refusals.ts'
import { markSeen } from '../dataset/queries.ts'
import { inLanguage } from '../dataset/record.ts'
import type { DataService, DatasetSeries } from '../dcat/schema.ts'
import { fetchPage } from './fetch-page.ts'
import type { HarvestPlatform } from './harvest-platform.ts'
import type { Prepared } from './prepare.ts'
import * as queries from './queries.ts'
import { readInThread } from './read-in-thread.ts'
import { noCounts, type Counts, type HarvestRun, type Source } from './schema.ts'
import { removeUnseen, storeLot } from './store.ts'

export type HarvestContext = {
  platform: HarvestPlatform
  tenant: Pick<Tenant, 'id'>
  /** Stops between two lots; the run stays open and goes on at the same page next time. */
  signal: AbortSignal
  progress(share: number, counts: Counts): void
}

const lotSize = 200

/**
 * Harvests one source: every page, lot by lot, then what the source no longer has. A run that was killed is taken up again;
 * lots it had stored are met as they are, and each record counts once.
 */
export async function harvest(context: HarvestContext, sourceName: string): Promise<{ run: HarvestRun; counts: Counts }> {
  const { platform, tenant } = context
  const enter = (access: 'read' | 'write') => ({ tenant: tenant.id, service: 'open-data', access, now: platform.now() })
  const unit = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>) => platform.database.unit(enter(access), work)
  const source = await unit('read', (db) => queries.getSource(db, sourceName))
  const run = await openRun(unit, source, newId(platform.now()))
  const refusal = await readAll(context, unit, source, run)
  if (refusal) await unit('write', (db) => queries.finishRun(db, run.id, 'failed', refusal))
  else await complete(unit, source, run, context.signal)
  return { run: await unit('read', (db) => queries.getRun(db, run.id)), counts: await unit('read', (db) => countsOf(db, run.id)) }
}

type Unit = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>) => Promise<T>

async function openRun(unit: Unit, source: Source, freshId: string): Promise<HarvestRun> {
  const open = await unit('read', (db) => queries.findRunningRun(db, source.id))
  if (open) return open
  return await unit('write', async (db) => {
    await queries.insertRun(db, freshId, source.id)
    return await queries.getRun(db, freshId)
  })
}

// Raised when the mapping changes what it makes of the same bytes: then every page is read again.
const mappingVersion = '1'

async function readAll(context: HarvestContext, unit: Unit, source: Source, run: HarvestRun): Promise<Refusal | undefined> {
  const trail = pageTrail()
  let address: string | undefined = run.nextPage ?? source.url
  while (address !== undefined) {
    const circle = trail.visit(address)
    if (circle) return circle
    const page = await readOnePage(context, unit, source, run, address)
    if (!page.ok) return page.refusal
    await unit('write', (db) => queries.noteProgress(db, run.id, page.expected ?? undefined, page.next ?? undefined))
    address = page.next ?? undefined
  }
  return undefined
}

type PageRead = { ok: true; expected: number | null; next: string | null } | { ok: false; refusal: Refusal }

async function readOnePage(context: HarvestContext, unit: Unit, source: Source, run: HarvestRun, address: string): Promise<PageRead> {
  const fetched = await fetchPage(context.platform, source, address, context.signal)
  if (!fetched.ok) return fetched
  const { file, drop } = fetched.page
  const digest = `${mappingVersion}:${JSON.stringify(source.options)}:${fetched.page.digest}`
  try {
    const known = await unit('read', (db) => queries.findPage(db, source.id, address))
    if (known?.digest === digest) return await repeatPage(unit, source, run, address, known)
    const read = await storePage(context, unit, source, run, address, file)
    await unit('write', (db) => queries.keepPage(db, source.id, address, { digest, runId: run.id, expected: read.expected, nextPage: read.next }))
    return { ok: true, ...read }
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal }
    throw error
  } finally {
    await drop()
  }
}

async function repeatPage(unit: Unit, source: Source, run: HarvestRun, address: string, known: queries.KnownPage): Promise<PageRead> {
  await unit('write', async (db) => {
    const ids = (await queries.datasetsOfPage(db, address, known.runId)).map(({ id }) => id)
    // By the keys themselves, in lots: a join between two tables that just grew is planned on old statistics.
    for (let start = 0; start < ids.length; start += 1_000) await markSeen(db, ids.slice(start, start + 1_000), run.id)
    await queries.repeatItems(db, address, known.runId, run.id)
    await queries.keepCompanionsSeen(db, source.id, known.runId, run.id)
    await queries.keepSeriesSeen(db, source.id, known.runId, run.id)
    await queries.keepPage(db, source.id, address, { ...known, runId: run.id })
  })
  return { ok: true, expected: known.expected, next: known.nextPage }
}

async function storePage(context: HarvestContext, unit: Unit, source: Source, run: HarvestRun, address: string, file: string): Promise<{ expected: number | null; next: string | null }> {
  const read = { expected: null as number | null, next: null as string | null }
  for await (const message of readInThread({ source, address, file, lotSize }, context.signal)) {
    if (message.kind === 'page') Object.assign(read, { expected: message.expected ?? null, next: message.next ?? null })
    if (message.kind === 'lot') await storeOneLot(context, unit, source, run, address, message.lot, read.expected)
    if (message.kind === 'end') await storeCompanions(context, unit, source, run, message)
  }
  return read
}

async function storeOneLot(context: HarvestContext, unit: Unit, source: Source, run: HarvestRun, page: string, lot: readonly Prepared[], expected: number | null): Promise<void> {
  context.signal.throwIfAborted()
  await unit('write', (db) => storeLot(db, source, { runId: run.id, page }, lot))
  if (!expected) return
  const counts = await unit('read', (db) => countsOf(db, run.id))
  const seen = Object.values(counts).reduce((sum, n) => sum + n, 0)
  context.progress(Math.min(0.99, seen / expected), counts)
}

async function storeCompanions(context: HarvestContext, unit: Unit, source: Source, run: HarvestRun, { services, series }: { services: DataService[]; series: DatasetSeries[] }): Promise<void> {
  const companions = [
    ...services.map((document) => ({ table: 'data_service' as const, document })),
    ...series.map((document) => ({ table: 'dataset_series' as const, document })),
  ]
  if (companions.length === 0) return
  const now = context.platform.now()
  const rows = companions.map(({ table, document }) => ({ table, row: { id: newId(now), sourceId: source.id, key: document.uri ?? inLanguage(document.title) ?? '', title: inLanguage(document.title) ?? '', document, runId: run.id } }))
  await unit('write', async (db) => {
    for (const { table, row } of rows) await queries.keepCompanion(db, table, row)
  })
}

async function complete(unit: Unit, source: Source, run: HarvestRun, signal: AbortSignal): Promise<void> {
  while (!(await unit('write', (db) => removeUnseen(db, source, run.id)))) signal.throwIfAborted()
  await unit('write', async (db) => {
    await queries.dropUnseenCompanions(db, 'data_service', source.id, run.id)
    await queries.dropUnseenCompanions(db, 'dataset_series', source.id, run.id)
    await queries.finishRun(db, run.id, 'done')
  })
}

export async function countsOf(db: UnitOfWork, runId: string): Promise<Counts> {
  const rows = await queries.countItems(db, runId)
  return { ...noCounts, ...Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])) }
}
