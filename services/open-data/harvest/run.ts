import { newId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { pageTrail } from '../dcat/paging.ts'
import { RefusalError, type Refusal } from '../dcat/refusals.ts'
import { inLanguage } from '../dataset/record.ts'
import { lotsOf, type Page } from './page.ts'
import * as queries from './queries.ts'
import { readPage } from './read-page.ts'
import { noCounts, type Counts, type HarvestRun, type Source } from './schema.ts'
import { removeUnseen, storeLot } from './store.ts'

export type HarvestContext = {
  platform: Platform
  tenant: Tenant
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

async function readAll(context: HarvestContext, unit: Unit, source: Source, run: HarvestRun): Promise<Refusal | undefined> {
  const trail = pageTrail()
  let address: string | undefined = run.nextPage ?? source.url
  let stored = 0
  while (address !== undefined) {
    const circle = trail.visit(address)
    if (circle) return circle
    const page = await readPage(context.platform, source, address, context.signal)
    if (!page.ok) return page.refusal
    const outcome = await storePage(context, unit, source, run, page, stored)
    if (typeof outcome !== 'number') return outcome
    stored += outcome
    const next = page.next
    await unit('write', (db) => queries.noteProgress(db, run.id, page.expected, next))
    address = next
  }
  return undefined
}

async function storePage(context: HarvestContext, unit: Unit, source: Source, run: HarvestRun, page: Page, before: number): Promise<number | Refusal> {
  let stored = 0
  try {
    stored = await storeRecords(context, unit, source, run, page, before)
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal // a list that breaks off in the middle
    throw error
  }
  await storeCompanions(context, unit, source, run, page)
  return stored
}

async function storeRecords(context: HarvestContext, unit: Unit, source: Source, run: HarvestRun, page: Page, before: number): Promise<number> {
  let stored = 0
  for await (const lot of lotsOf(page.records, lotSize)) {
    context.signal.throwIfAborted()
    await unit('write', (db) => storeLot(db, source, run.id, lot))
    stored += lot.length
    if (page.expected) context.progress(Math.min(0.99, (before + stored) / page.expected), await unit('read', (db) => countsOf(db, run.id)))
  }
  return stored
}

async function storeCompanions(context: HarvestContext, unit: Unit, source: Source, run: HarvestRun, page: Page): Promise<void> {
  const companions = [
    ...[...page.services].map((document) => ({ table: 'data_service' as const, document })),
    ...[...page.series].map((document) => ({ table: 'dataset_series' as const, document })),
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
