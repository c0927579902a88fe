import type { MeterQuantity, ReadingUnit, Register } from '../schema.ts'

/** What one unit of a reading is in the unit of the quantity (kWh, m³). 1 GJ = 10⁹ J / 3.6·10⁶ J per kWh (SI brochure, table 8). */
const perUnit: Readonly<Record<Exclude<ReadingUnit, 'pulse'>, number>> = { Wh: 0.001, kWh: 1, MWh: 1_000, GJ: 1_000 / 3.6, m3: 1, l: 0.001 }

const unitsOf: Readonly<Record<MeterQuantity, readonly ReadingUnit[]>> = { electricity: ['Wh', 'kWh', 'MWh', 'GJ', 'pulse'], heat: ['Wh', 'kWh', 'MWh', 'GJ', 'pulse'], gas: ['m3', 'l', 'pulse'], water: ['m3', 'l', 'pulse'], pulses: ['pulse'] }
/** Whether a meter of a quantity can show a unit: a water meter has no kilowatt hours. */
export const fits = (quantity: MeterQuantity, unit: ReadingUnit): boolean => unitsOf[quantity].includes(unit)

/** By what a difference of readings is multiplied to become consumption: unit or pulses, converter ratio, and the sign of the chain. */
export const multiplierOf = ({ unit, pulsesPerUnit, factor, sign }: Pick<Register, 'unit' | 'pulsesPerUnit' | 'factor' | 'sign'>): number =>
  (unit === 'pulse' ? 1 / (pulsesPerUnit ?? 1) : perUnit[unit]) * factor * sign

/** What the register's display or the pulse counter can hold before it begins again at zero; infinite where nobody knows. Pulse counters of devices have 32 bits. */
export const capacityOf = ({ unit, digitsBefore }: Pick<Register, 'unit' | 'digitsBefore'>): number => (digitsBefore !== null ? 10 ** digitsBefore : unit === 'pulse' ? 2 ** 32 : Infinity)

/** Smallest step that the display shows. */
export const stepOf = ({ digitsAfter }: Pick<Register, 'digitsAfter'>): number => 10 ** -digitsAfter

/** The unit of amounts. Gas is in kWh as soon as somebody has said what a cubic metre is worth. */
export const unitOf = (quantity: MeterQuantity, hasGasValue = false): string =>
  quantity === 'electricity' || quantity === 'heat' || (quantity === 'gas' && hasGasValue) ? 'kWh' : quantity === 'pulses' ? '' : 'm³'

/** Reads what people copy from a meter: `12.345,6`, `12345,6`, `12345.6`. Undefined when it is no reading. */
export function parseReading(text: string): number | undefined {
  const bare = text.replace(/[\s\u00A0\u202F]/g, '')
  const match = /^(\d{1,3}(?:\.\d{3})+(?=,|$)|\d+)(?:[.,](\d{1,6}))?$/.exec(bare)
  return match ? Number(`${(match[1] ?? '').replaceAll('.', '')}.${match[2] ?? '0'}`) : undefined
}
