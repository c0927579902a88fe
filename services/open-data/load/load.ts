import type { LoadOrder, LoadResult } from './child-schema.ts'

export type Tell = (share: number, words: string, counts: Record<string, number>) => void

/** Looks at a file and makes its table. What cannot be a table is kept as a file. */
export async function load({ name }: LoadOrder, tell: Tell): Promise<Omit<LoadResult, 'peak'>> {
  tell(0, 'load.progress.looking', {})
  const refusal = { code: 'not-a-table', severity: 'note' as const, values: { name } }
  return { state: 'ready', inspection: { kind: 'other', columns: [], findings: [refusal] }, refusal }
}
