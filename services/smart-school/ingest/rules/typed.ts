import { instantAt, parsePlainDate } from '@modellregion/standards'

/** What a single point before three digits means: `12.345`. */
export type Point = 'decimal' | 'thousands'

/**
 * A number as people type it: `12.345,6`, `12345.6`, `12 345,6`. Undefined when it is none, or when a point could mean two things (`12.345`) and
 * `point` does not say which.
 */
export function typedNumber(text: string, point?: Point): number | undefined {
  const bare = bareOf(text)
  if (!/^[+-]?[\d.,]+$/.test(bare)) return undefined
  if (twofold.test(bare)) return point && Number(point === 'decimal' ? bare : bare.replace('.', ''))
  const [commas, points] = [bare.split(',').length - 1, bare.split('.').length - 1]
  if (commas > 1 && points > 1) return undefined
  let plain = bare
  if (commas === 1 && points === 0) plain = bare.replace(',', '.')
  else if (commas === 1 && bare.lastIndexOf(',') > bare.lastIndexOf('.')) plain = /^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : ''
  else if (points === 1 && commas >= 1) plain = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(bare) ? bare.replaceAll(',', '') : ''
  else if (points > 1 || commas > 1) plain = /^[+-]?\d{1,3}([.,]\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, '') : ''
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

const bareOf = (text: string): string => text.trim().replace(/[\s'’]/g, '')
const twofold = /^[+-]?[1-9]\d{0,2}\.\d{3}$/

/** What points mean in a column of numbers, from those that leave no doubt; undefined when there are none, or when they contradict each other. */
export function pointIn(column: readonly string[]): Point | undefined {
  const clear = column.map(bareOf).filter((text) => !twofold.test(text))
  const [decimal, thousands] = [clear.some((text) => /^[+-]?\d*\.\d+$/.test(text)), clear.some((text) => /^[+-]?([\d.]+,\d+|\d{1,3}(\.\d{3}){2,})$/.test(text))]
  return decimal === thousands ? undefined : decimal ? 'decimal' : 'thousands'
}

/** A moment as tables and forms have it: ISO 8601 with a zone, or local time (`04.03.2026 10:15`, `2026-03-04T10:15`). A day alone is its beginning. */
export function typedMoment(text: string): Date | undefined {
  const trimmed = text.trim()
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(trimmed)) {
    const at = new Date(trimmed)
    return Number.isNaN(at.getTime()) || !parsePlainDate(trimmed.slice(0, 10)) ? undefined : at
  }
  const [, year, month, day, isoHour, isoMinute, isoSecond] = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(trimmed) ?? []
  const [, germanDay, germanMonth, germanYear, hour = isoHour, minute = isoMinute, second = isoSecond] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? +(\d{1,2}):(\d\d)(?::(\d\d))?)?$/.exec(trimmed) ?? []
  const date = parsePlainDate(year !== undefined ? `${year}-${month}-${day}` : `${germanYear}-${(germanMonth ?? '').padStart(2, '0')}-${(germanDay ?? '').padStart(2, '0')}`)
  if (!date || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return undefined
  return new Date(instantAt(date, Number(hour ?? 0), Number(minute ?? 0)).getTime() + Number(second ?? 0) * 1_000)
}
