import type { T } from '../locales/index.ts'
import { standing } from './rules.ts'
import type { CorrectionData, FlushData, LabData, WaterEntry } from './schema.ts'

/** What an entry says, for tables, exports and print. */
export type EntryView = { readonly entry: WaterEntry; readonly what: string; readonly values: string; readonly counts: boolean }

/** The log of a group in words, the latest on top. */
export function viewsOf(t: T, entries: readonly WaterEntry[]): EntryView[] {
  const counted = new Set(standing(entries).map(({ seq }) => seq))
  return [...entries].sort((a, b) => b.seq - a.seq).map((entry) => ({ entry, what: whatOf(t, entry), values: valuesOf(t, entry), counts: entry.kind === 'correction' || counted.has(entry.seq) }))
}

function whatOf(t: T, { kind, data }: WaterEntry): string {
  return kind === 'correction' ? t('water.entry.kind.correction', { of: (data as CorrectionData).of }) : t(`water.entry.kind.${kind}`) // kind says which data it is
}

function valuesOf(t: T, { kind, data }: WaterEntry): string {
  if (kind === 'lab') {
    const { cfuPer100ml, laboratory } = data as LabData // kind says so
    return t('water.entry.lab', { value: cfuPer100ml, laboratory })
  }
  if (kind !== 'flush') return ''
  const { minutes, coldBefore, coldAfter, hotAfter } = data as FlushData // kind says so
  return [
    t('water.entry.minutes', { minutes }),
    ...(coldBefore !== null || coldAfter !== null ? [t('water.entry.cold', { before: coldBefore, after: coldAfter })] : []),
    ...(hotAfter !== null ? [t('water.entry.hot', { after: hotAfter })] : []),
  ].join(', ')
}
