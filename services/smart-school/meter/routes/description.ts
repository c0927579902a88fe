import type { PageT } from '../../locales/index.ts'
import type { Description } from '../exchange.ts'
import { parseReading } from '../rules/units.ts'
import type { AddForm } from '../schema.ts'

type Said = Omit<AddForm, 'day' | 'time' | 'kind'>

/** What the fields about a register say in numbers, or what to mend. */
export function descriptionOf(t: PageT, { serial = '', unit, digitsBefore, expectedMinutes, channel = '', ...typed }: Said): { what: Description } | { errors: Readonly<Record<string, string>> } {
  const number = (text: string | undefined): number | null | undefined => (text === undefined ? null : parseReading(text))
  const numbers = { pulsesPerUnit: number(typed.pulsesPerUnit), factor: number(typed.factor), startReading: number(typed.startReading), maxPerHour: number(typed.maxPerHour) }
  const errors: Record<string, string> = {}
  for (const [field, value] of Object.entries(numbers)) if (value === undefined || (value === 0 && field !== 'startReading')) errors[field] = t('meter.exchange.no-reading')
  if (unit === 'pulse' && numbers.pulsesPerUnit === null) errors['pulsesPerUnit'] = t('meter.describe.pulses-missing')
  const { pulsesPerUnit, factor, startReading, maxPerHour } = numbers
  if (Object.keys(errors).length > 0 || pulsesPerUnit === undefined || factor === undefined || factor === null || startReading === undefined || maxPerHour === undefined) return { errors }
  return { what: { serial, unit, pulsesPerUnit: unit === 'pulse' ? pulsesPerUnit : null, factor, digitsBefore: digitsBefore ?? null, startReading, expectedMinutes, maxPerHour, channel: channel === '' ? null : channel } }
}
