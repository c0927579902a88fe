import { audit, newId, type UnitOfWork } from '@modellregion/kernel'
import { meteringOf } from './consumption.ts'
import { deleteRegister, describeRegister, endRegister, insertRegister, listRegisters, renameChain } from './queries.ts'
import { readingChannelOf, registerKinds, whyNotAdd, whyNotDescribe, whyNotEnd, whyNotKind, type RegisterRefusal } from './rules/registers.ts'
import { registerAt, successorOf, whyNotExchange, type Exchange, type ExchangeRefusal } from './rules/exchange.ts'
import type { Register } from './schema.ts'

/** What one register of an exchanged meter showed last, and the new one first. */
export type ExchangeOf = Exchange & { readonly code: string }

/**
 * Enters that a meter was exchanged, now or afterwards, with all its registers or with none. Consumption is never stored, so all of the past is right from
 * the commit on. Ids are made before the unit of work, so that repeating it enters nothing twice. Returns the first refusal with its register, or nothing.
 * @throws NotFound
 */
export async function exchangeMeter(db: UnitOfWork, meterPointId: number, exchanges: readonly ExchangeOf[], ids: { old: string; next: readonly string[] }): Promise<(ExchangeRefusal & { of: string }) | undefined> {
  const { registers } = await meteringOf(db, meterPointId)
  const chosen: { exchange: ExchangeOf; old: Register }[] = []
  for (const exchange of exchanges) {
    const refusal = whyNotExchange(registers, exchange.code, exchange, db.now)
    const old = registerAt(registers, exchange.code, exchange.at)
    if (refusal || !old) return { ...(refusal ?? { field: 'time', code: 'no-register' }), of: exchange.code }
    chosen.push({ exchange, old })
  }
  const isPlain = (await listRegisters(db, meterPointId)).length === 0
  for (const [at, { exchange, old }] of chosen.entries()) {
    const kept = isPlain ? { ...old, id: ids.old } : old
    if (isPlain) await insertRegister(db, kept)
    await endRegister(db, kept.id, exchange.at, exchange.oldReading)
    await insertRegister(db, successorOf(kept, exchange, ids.next[at] ?? newId(db.now)))
    await audit(db, { action: 'meter.exchange', subject: `meter/${meterPointId}`, detail: { at: exchange.at.toISOString(), code: exchange.code } })
  }
  return undefined
}

/**
 * Takes an exchange or an added register back that never was. Of an exchange all registers of that meter go, and those before stay for as long as the wrong
 * ones would have; an added register goes as long as others are left. False when there is nothing to take back.
 */
export async function undoExchange(db: UnitOfWork, meterPointId: number, registerId: string): Promise<boolean> {
  const registers = await listRegisters(db, meterPointId)
  const chosen = registers.find(({ id }) => id === registerId)
  if (!chosen) return false
  const before = (one: Register) => registers.find((other) => other.code === one.code && other.to?.getTime() === one.from.getTime())
  const wrong = before(chosen) ? registers.filter((one) => one.serial === chosen.serial && one.from.getTime() === chosen.from.getTime() && before(one)) : mayLeave(registers, chosen) ? [chosen] : []
  for (const one of wrong) {
    const kept = before(one)
    await deleteRegister(db, one.id)
    if (kept) await endRegister(db, kept.id, one.to, one.endReading)
    await audit(db, { action: 'meter.undo-exchange', subject: `meter/${meterPointId}`, detail: { at: one.from.toISOString(), code: one.code } })
  }
  return wrong.length > 0
}

/** Whether a register without one before or after it may be taken back: another chain was there before, so this one was added to it. */
export const mayLeave = (registers: readonly Register[], one: Register): boolean => registers.some(({ code, from }) => code !== one.code && from <= one.from) && registers.filter(({ code }) => code === one.code).length === 1

/** What a form says of a register. `channel`: of which measurement of a device it is the counter. */
export type Description = Pick<Register, 'serial' | 'unit' | 'pulsesPerUnit' | 'factor' | 'digitsBefore' | 'startReading' | 'expectedMinutes' | 'maxPerHour' | 'channel'>

/** Describes the register of a chain that counts now: kind, number, unit, pulses, factor, digits. All of its time is computed by it at once. `newId` serves a point of which nothing was known. */
export async function describeMeter(db: UnitOfWork, meterPointId: number, code: string, kind: string, what: Description, idOfPlain: string): Promise<RegisterRefusal | 'gone' | undefined> {
  const { registers, point } = await meteringOf(db, meterPointId)
  const current = registers.find((one) => one.code === code && one.to === null)
  if (!current) return 'gone'
  const refusal = whyNotDescribe(point.quantity, what) ?? (kind === code ? undefined : whyNotKind(registers, point.quantity, kind, firstOf(registers, code), code))
  if (refusal) return refusal
  const isPlain = (await listRegisters(db, meterPointId)).length === 0
  const described = { ...current, ...what, id: isPlain ? idOfPlain : current.id }
  if (isPlain) await insertRegister(db, described)
  else await describeRegister(db, described)
  if (kind !== code) await renameChain(db, meterPointId, code, { code: kind, sign: signOf(point.quantity, kind) }, { before: readingChannelOf(code), after: readingChannelOf(kind) })
  await audit(db, { action: 'meter.describe', subject: `meter/${meterPointId}`, detail: { unit: what.unit, factor: what.factor, code: kind } })
  return undefined
}

/** Adds a register that counts beside those that are there: a second tariff, what is fed in, the small part of a compound water meter. */
export async function addRegister(db: UnitOfWork, meterPointId: number, kind: string, from: Date, what: Description, ids: { plain: string; next: string }): Promise<RegisterRefusal | undefined> {
  const { registers, point } = await meteringOf(db, meterPointId)
  const next: Register = { ...what, id: ids.next, meterPointId, code: kind, from, to: null, endReading: null, digitsAfter: registers[0]?.digitsAfter ?? 0, sign: signOf(point.quantity, kind) }
  const refusal = whyNotAdd(registers, point.quantity, next, db.now)
  if (refusal) return refusal
  const [plain] = registers
  if (plain && (await listRegisters(db, meterPointId)).length === 0) await insertRegister(db, { ...plain, id: ids.plain })
  await insertRegister(db, next)
  await audit(db, { action: 'meter.add-register', subject: `meter/${meterPointId}`, detail: { from: from.toISOString(), code: kind } })
  return undefined
}

/** Says that a register counts no more and that none follows it: a meter of one tariff made room for one of two. What it counted stays. */
export async function takeRegisterOut(db: UnitOfWork, meterPointId: number, code: string, at: Date, endReading: number | null, idOfPlain: string): Promise<RegisterRefusal | 'gone' | undefined> {
  const { registers } = await meteringOf(db, meterPointId)
  const current = registers.find((one) => one.code === code && one.to === null)
  if (!current) return 'gone'
  const refusal = whyNotEnd(current, at, endReading, db.now)
  if (refusal) return refusal
  const isPlain = (await listRegisters(db, meterPointId)).length === 0
  if (isPlain) await insertRegister(db, { ...current, id: idOfPlain })
  await endRegister(db, isPlain ? idOfPlain : current.id, at, endReading)
  await audit(db, { action: 'meter.end-register', subject: `meter/${meterPointId}`, detail: { at: at.toISOString(), code } })
  return undefined
}

const signOf = (quantity: keyof typeof registerKinds, code: string): 1 | -1 => registerKinds[quantity].find((one) => one.code === code)?.sign ?? 1
const firstOf = (registers: readonly Register[], code: string): Date => registers.filter((one) => one.code === code).map(({ from }) => from).reduce((first, from) => (from < first ? from : first))
