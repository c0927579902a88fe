import { listDueDeadlines, type UnitOfWork } from '@modellregion/kernel'
import { addDays, localDate, type PlainDate } from '@modellregion/standards'
import { listEscrow, listSharesOf } from '../thread/queries/escrow.ts'
import { listAllConfidants } from './queries/confidant.ts'
import { servedTowns, unitIn, type Place } from './towns.ts'

export type EscrowLine = { readonly id: string; readonly on: PlainDate; readonly by: string; readonly released: number; readonly state: 'open' | 'opened' | 'withdrawn' }
export type Watch = { readonly overdue: number; readonly escrow: readonly EscrowLine[] }

const most = 500

/**
 * What the head of an office learns about its cases, at home and in the villages it serves: how many have a deadline that has run out, and that
 * somebody asked to open one. Not which, and not why.
 */
export async function watchOffice(platform: Place, office: string, now: Date): Promise<Watch> {
  const towns = [office, ...(await servedTowns(platform, office)).map(({ town }) => town)]
  const seen: Watch[] = []
  for (const town of towns) seen.push(await unitIn(platform, town, 'read', (db) => watchTown(db, now)))
  return { overdue: seen.reduce((sum, { overdue }) => sum + overdue, 0), escrow: seen.flatMap(({ escrow }) => escrow).toSorted((a, b) => (a.on < b.on ? 1 : -1)) }
}

async function watchTown(db: UnitOfWork, now: Date): Promise<Watch> {
  const over = await listDueDeadlines(db, { until: addDays(localDate(now), -1), size: most })
  const overdue = new Set(over.filter(({ kind }) => kind === 'case').map(({ ref }) => ref)).size
  const requests = await listEscrow(db, 20)
  const shares = await listSharesOf(db, requests.map(({ id }) => id))
  const names = new Map((await listAllConfidants(db)).map(({ id, name }) => [id, name]))
  const escrow = requests.map(({ id, by, askedOn, state }) => ({ id, on: askedOn, by: names.get(by) ?? '', state, released: shares.filter(({ requestId }) => requestId === id).length }))
  return { overdue, escrow }
}
