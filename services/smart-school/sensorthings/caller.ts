import type { Audience } from '../store/schema.ts'

/** Whoever speaks SensorThings with us: a source with a credential (`ingest/`), or anybody. */
export type Caller = {
  readonly id?: string
  readonly audiences: readonly Audience[]
  /** Null: the whole town. */
  readonly schoolId: number | null
  readonly mayWrite: boolean
}

/** Without a credential one reads what is public, and writes nothing. */
export const anybody: Caller = { audiences: ['public'], schoolId: null, mayWrite: false }

/** Audiences whose single values the caller may read; `sealed` never. */
export const heard = ({ audiences }: Caller): Audience[] => [...new Set<Audience>(['public', ...audiences])].filter((audience) => audience !== 'sealed')

/** Whether the caller may read single values of a series. */
export function mayHear(caller: Caller, series: { audience: Audience; schoolId: number | null }): boolean {
  if (series.audience === 'public') return true
  if (!heard(caller).includes(series.audience)) return false
  return caller.schoolId === null || series.schoolId === caller.schoolId
}
