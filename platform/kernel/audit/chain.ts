import { createHash } from 'node:crypto'

/** What happened, in ids: names and addresses of people do not belong into a record that nobody can correct. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export type AuditEntry = {
  tenant: string
  seq: number
  at: Date
  /** Account id; null when the platform acted by itself or for a guest. */
  actor: string | null
  service: string
  /** Verb of the access rule or event, such as `dataset.publish`. */
  action: string
  /** What it was done to, such as `dataset/0190…`. */
  subject: string
  detail: AuditDetail
  prevHash: string
  hash: string
}

/** Before the first entry of a town. */
export const beginning = '0'.repeat(64)

/** SHA-256 over the entry's canonical JSON, previous hash included (hex). */
export function hashOf({ tenant, seq, at, actor, service, action, subject, detail, prevHash }: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256')
    .update(canonicalJson({ tenant, seq, at: at.toISOString(), actor, service, action, subject, detail, prevHash }))
    .digest('hex')
}

/** JSON with one form only: keys sorted by UTF-16 code units, no blanks (RFC 8785; numbers as ECMAScript prints them). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
}

/** The first entry that does not fit, or undefined. `previous` is the entry before the page. */
export function firstBroken(entries: readonly AuditEntry[], previous: { seq: number; hash: string }): { seq: number; reason: BreakReason } | undefined {
  let { seq, hash } = previous
  for (const entry of entries) {
    if (entry.seq !== seq + 1) return { seq: seq + 1, reason: 'missing' }
    if (entry.prevHash !== hash) return { seq: entry.seq, reason: 'unchained' }
    if (hashOf(entry) !== entry.hash) return { seq: entry.seq, reason: 'altered' }
    seq = entry.seq
    hash = entry.hash
  }
  return undefined
}

/** An entry is not there, does not follow its predecessor, or says something else than when it was written. */
export type BreakReason = 'missing' | 'unchained' | 'altered'
