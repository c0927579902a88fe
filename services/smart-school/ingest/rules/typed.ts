import { instantAt, parsePlainDate } from '@modellregion/standards'

/** A number as people type it: `12.345,6`, `12345.6`, `12 345,6`. Undefined when it is none, or when a point could mean two things. */
export function typedNumber(text: string): number | undefined {
  const bare = text.trim().replace(/[\s'’]/g, '')
  if (!/^[+-]?[\d.,]+$/.test(bare)) return undefined
  const [commas, points] = [bare.split(',').length - 1, bare.split('.').length - 1]
  if (commas > 1 && points > 1) return undefined
  let plain = bare
  if (commas === 1 && points === 0) plain = bare.replace(',', '.')
  else if (commas === 1 && bare.lastIndexOf(',') > bare.lastIndexOf('.')) plain = /^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : ''
  else if (points === 1 && commas >= 1) plain = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(bare) ? bare.replaceAll(',', '') : ''
  else if (points > 1 || commas > 1) plain = /^[+-]?\d{1,3}([.,]\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, '') : ''
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

/** A moment as tables and forms have it: ISO 8601 with a zone, or local time (`04.03.2026 10:15`, `2026-03-04T10:15`). A day alone is its beginning. */
export function typedMoment(text: string): Date | undefined {
  const trimmed = text.trim()
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(trimmed)) {
    const at = new Date(trimmed)
    return Number.isNaN(at.getTime()) ? undefined : at
  }
  const [, year, month, day, isoHour, isoMinute, isoSecond] = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(trimmed) ?? []
  const [, germanDay, germanMonth, germanYear, hour = isoHour, minute = isoMinute, second = isoSecond] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? +(\d{1,2}):(\d\d)(?::(\d\d))?)?$/.exec(trimmed) ?? []
  const date = parsePlainDate(year !== undefined ? `${year}-${month}-${day}` : `${germanYear}-${(germanMonth ?? '').padStart(2, '0')}-${(germanDay ?? '').padStart(2, '0')}`)
  if (!date || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return undefined
  return new Date(instantAt(date, Number(hour ?? 0), Number(minute ?? 0)).getTime() + Number(second ?? 0) * 1_000)
}
