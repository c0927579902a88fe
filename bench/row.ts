/** One measured number beside its target. `ratio` compares with the baseline the bench names in `what`. */
export type Row = { what: string; target: string; measured: string; ratio?: number; ok: boolean }
export type Bench = { name: string; run(): Promise<Row[]> }

export const isBench = (module: unknown): module is Bench =>
  typeof module === 'object' && module !== null && 'name' in module && typeof module.name === 'string' && 'run' in module && typeof module.run === 'function'
