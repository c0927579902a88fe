import { amrOf, type Method } from '../level/rules.ts'

export type Demand = 'allowed' | 'needs-passkey' | 'enrolment-only' | 'locked'

type Asked = {
  roles: readonly { role: string }[]
  method: Method
  /** The person may not come in at all: left the town hall, or locked. */
  locked: boolean
  /** A demonstration, where the fictional people have no keys. */
  demo: boolean
}

/**
 * Pure: what a sign-in is worth. Whoever works for the town or runs the platform comes in only by a way that a false page
 * cannot copy (`phr` in `amr`: passkey, Pass, Online-Ausweis); one stolen password of a clerk opens the files of everybody.
 * A one-time code never opens a session for staff: it leads to setting up a passkey.
 */
export function demandOf({ roles, method, locked, demo }: Asked): Demand {
  if (locked) return 'locked'
  if (!roles.some(({ role }) => role !== 'citizen')) return 'allowed'
  if (method === 'demo') return demo ? 'allowed' : 'needs-passkey'
  if (method === 'code') return 'enrolment-only'
  return amrOf[method].includes('phr') ? 'allowed' : 'needs-passkey'
}
