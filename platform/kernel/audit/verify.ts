import type { UnitOfWork } from '../database/index.ts'
import { beginning, firstBroken, type BreakReason } from './chain.ts'
import { listAfter } from './queries.ts'

export type Verification = { ok: true; entries: number; head: string } | { ok: false; seq: number; reason: BreakReason }

const pageSize = 1_000

/** Reads a town's whole audit and recomputes every hash. Run it as service `platform`. */
export async function verifyAudit(db: UnitOfWork): Promise<Verification> {
  let previous = { seq: 0, hash: beginning }
  for (;;) {
    const entries = await listAfter(db, previous.seq, pageSize)
    const broken = firstBroken(entries, previous)
    if (broken) return { ok: false, ...broken }
    const last = entries.at(-1)
    if (!last) return { ok: true, entries: previous.seq, head: previous.hash }
    previous = { seq: last.seq, hash: last.hash }
  }
}
