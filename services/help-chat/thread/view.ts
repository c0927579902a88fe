import type { UnitOfWork } from '@modellregion/kernel'
import { listAllConfidants } from '../office/queries/confidant.ts'
import { listStatements } from '../office/queries/key.ts'
import { onDuty, substituteOf } from '../office/rules.ts'
import { listClocks, listClocksAmong, nextOf } from './periods.ts'
import { listEnvelopes } from './queries/envelope.ts'
import { listEpochs } from './queries/epoch.ts'
import { listInbox, listReadersOf, type InboxPage } from './queries/inbox.ts'
import type { CaseFile, CaseView, InboxEntry } from './schema.ts'

/** Everything of a case as both sides get it, to be checked by their browsers. */
export async function viewCase(db: UnitOfWork, file: CaseFile): Promise<CaseView> {
  const epochs = await listEpochs(db, file.id)
  const { envelopes, days } = await listEnvelopes(db, file.id)
  const parties = new Set([...epochs.flatMap(({ by, copies, shares }) => [by, ...[...copies, ...shares].map(({ to }) => to)]), ...envelopes.map(({ from }) => from)])
  parties.delete('person')
  const current = epochs.at(-1)
  return {
    thread: { tenant: db.tenant, case: file.id, person: { sign: file.signKey, box: file.boxKey }, epochs, envelopes },
    keys: await listStatements(db, [...parties]),
    lane: file.lane,
    state: file.state,
    opened: file.openedOn,
    clocks: await listClocks(db, file.id),
    receivedDays: days,
    surveyOpen: file.surveyOpen,
    eraseOn: file.eraseOn,
    substitutes: await findSubstitutes(db, current?.copies.map(({ to }) => to).filter((party) => party !== 'person') ?? []),
  }
}

/** When nobody who can read is there: those who would answer instead. Nothing happens by itself, because without a key nobody can. */
export async function findSubstitutes(db: UnitOfWork, readers: readonly string[]): Promise<string[]> {
  const all = await listAllConfidants(db)
  const reading = all.filter(({ id }) => readers.includes(id))
  if (reading.some((confidant) => confidant.state === 'active' && onDuty({ ...confidant, takesNew: true }, db.now))) return []
  const instead = reading.flatMap((confidant) => substituteOf(confidant, all, db.now)?.id ?? [])
  return [...new Set(instead)].filter((id) => !readers.includes(id))
}

/** A page of a confidant's inbox in the town of this unit. */
export async function viewInbox(db: UnitOfWork, confidantId: string, page: InboxPage): Promise<InboxEntry[]> {
  const seats = await listInbox(db, confidantId, page)
  const ids = seats.map(({ id }) => id)
  const readers = Map.groupBy(await listReadersOf(db, ids), ({ caseId }) => caseId)
  const clocks = await listClocksAmong(db, ids)
  return seats.map(({ id, lane, state, openedOn, headSeq, headFrom, headDay, mine }) => ({
    town: db.tenant,
    case: id,
    lane,
    state,
    opened: openedOn,
    lastSeq: headSeq,
    lastFrom: headFrom,
    lastDay: headDay,
    mine,
    readers: (readers.get(id) ?? []).map((reader) => reader.confidantId),
    next: nextOf(clocks.get(id) ?? []),
  }))
}
