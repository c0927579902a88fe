import type { PlainDate } from '@modellregion/standards'

/** What a key may do; each scope includes those before it. `publish` goes past the two-step review, `admin` also changes organisations and purges. */
export type Scope = 'read' | 'write' | 'publish' | 'admin'
export const scopes: readonly Scope[] = ['read', 'write', 'publish', 'admin']

/** A key as its list shows it; the key itself is shown once and never kept. */
export type ApiToken = {
  id: string
  accountId: string
  /** What it is for. */
  title: string
  scope: Scope
  /** Ids of organisations; empty: all that the account belongs to. */
  organisations: readonly string[]
  expiresAt: Date
  /** Day of the last use; null: never used. */
  lastUsedOn: PlainDate | null
  revokedAt: Date | null
  /** Account of whoever has allowed publication without review. */
  allowedBy: string | null
  createdAt: Date
}
