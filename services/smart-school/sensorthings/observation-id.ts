/** Where an observation lies: its series, microseconds of its moment since 1970, and which of that moment it is. */
export type ObservationKey = { readonly seriesId: number; readonly micros: bigint; readonly seq: number }

/** The lasting id of an observation: `7.1741600800000000.0`. It changes when its moment is corrected or it moves to another series. */
export const printObservationId = ({ seriesId, micros, seq }: ObservationKey): string => `${seriesId}.${micros}.${seq}`

export function parseObservationId(text: string): ObservationKey | undefined {
  const found = /^(\d{1,9})\.(-?\d{1,17})\.(\d{1,5})$/.exec(text)
  if (!found) return undefined
  const [, series = '', micros = '', seq = ''] = found
  return Number(seq) <= 32_767 ? { seriesId: Number(series), micros: BigInt(micros), seq: Number(seq) } : undefined
}

/** A moment of microseconds as ISO 8601 in UTC; three decimals unless more are needed. PostgreSQL reads it as exactly this moment. */
export function momentOfMicros(micros: bigint): string {
  const rest = ((micros % 1_000n) + 1_000n) % 1_000n
  const text = new Date(Number((micros - rest) / 1_000n)).toISOString()
  return rest === 0n ? text : `${text.slice(0, -1)}${rest.toString().padStart(3, '0')}Z`
}

/** Microseconds of a moment in ISO 8601; digits beyond are cut off. Undefined when it is none. */
export function microsOfMoment(text: string): bigint | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)$/.exec(text)
  if (!found) return undefined
  const [, whole = '', decimals = '', zone = ''] = found
  const millis = Date.parse(`${whole}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`)
  return Number.isNaN(millis) ? undefined : BigInt(millis) * 1_000n + BigInt(decimals.padEnd(6, '0').slice(0, 6))
}
