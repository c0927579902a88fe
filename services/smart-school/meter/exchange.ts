import { audit, type UnitOfWork } from '@modellregion/kernel'
import { meteringOf } from './consumption.ts'
import { deleteRegister, describeRegister, endRegister, insertRegister, listRegisters } from './queries.ts'
import type { Register } from './schema.ts'
import { registerAt, successorOf, whyNotExchange, type Exchange, type ExchangeRefusal } from './rules/exchange.ts'

/**
 * Enters that a meter was exchanged, now or afterwards. Consumption is never stored, so all of the past is right from the commit on. Ids are made before
 * the unit of work, so that repeating it enters nothing twice. Returns a refusal, or nothing.
 * @throws NotFound
 */
export async function exchangeMeter(db: UnitOfWork, meterPointId: number, code: string, exchange: Exchange, ids: { old: string; next: string }): Promise<ExchangeRefusal | undefined> {
  const { registers } = await meteringOf(db, meterPointId)
  const refusal = whyNotExchange(registers, code, exchange, db.now)
  const old = registerAt(registers, code, exchange.at)
  if (refusal || !old) return refusal ?? { field: 'time', code: 'no-register' }
  const isPlain = (await listRegisters(db, meterPointId)).length === 0
  const kept = isPlain ? { ...old, id: ids.old } : old
  if (isPlain) await insertRegister(db, kept)
  await endRegister(db, kept.id, exchange.at, exchange.oldReading)
  await insertRegister(db, successorOf(kept, exchange, ids.next))
  await audit(db, { action: 'meter.exchange', subject: `meter/${meterPointId}`, detail: { at: exchange.at.toISOString(), code } })
  return undefined
}

/** Takes an exchange back that never was: the register before it stays for as long as the wrong one would have. False when it begins a chain or is gone. */
export async function undoExchange(db: UnitOfWork, meterPointId: number, registerId: string): Promise<boolean> {
  const registers = await listRegisters(db, meterPointId)
  const wrong = registers.find(({ id }) => id === registerId)
  const before = wrong && registers.find((one) => one.code === wrong.code && one.to?.getTime() === wrong.from.getTime())
  if (!wrong || !before) return false
  await deleteRegister(db, wrong.id)
  await endRegister(db, before.id, wrong.to, wrong.endReading)
  await audit(db, { action: 'meter.undo-exchange', subject: `meter/${meterPointId}`, detail: { at: wrong.from.toISOString(), code: wrong.code } })
  return true
}

/** Describes the meter that hangs at a point now: number, unit, pulses, factor, digits. All of its time is computed by it at once. `newId` serves a point of which nothing was known. */
export async function describeMeter(db: UnitOfWork, meterPointId: number, code: string, what: Pick<Register, 'serial' | 'unit' | 'pulsesPerUnit' | 'factor' | 'digitsBefore' | 'startReading' | 'expectedMinutes' | 'maxPerHour'>, newId: string): Promise<boolean> {
  const { registers } = await meteringOf(db, meterPointId)
  const current = registers.find((one) => one.code === code && one.to === null)
  if (!current) return false
  const isPlain = (await listRegisters(db, meterPointId)).length === 0
  const described = { ...current, ...what, id: isPlain ? newId : current.id }
  if (isPlain) await insertRegister(db, described)
  else await describeRegister(db, described)
  await audit(db, { action: 'meter.describe', subject: `meter/${meterPointId}`, detail: { unit: what.unit, factor: what.factor, code } })
  return true
}
