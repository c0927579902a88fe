import { newId } from '@modellregion/kernel'
import type { ReuseFile, ReuseFinding } from '@modellregion/contracts'
import { beginUpdate } from './begin.ts'
import { carryOut, unit, type Acting, type Outcome } from './carry-out.ts'
import { findInstallationVersion } from './queries/installation.ts'
import { inOrder, mergeFiles, settleFiles, type Choices, type FileMerge } from './rules/merge-files.ts'
import type { Pending } from './schema.ts'
import type { Stand } from './stand.ts'

/** The three sides of a thing compared. Where the town has deleted its own, the original as it is now is the proposal. */
export const mergeOf = ({ installation, ours, theirs }: Pick<Stand, 'installation' | 'ours' | 'theirs'>): FileMerge[] => mergeFiles(installation.base, ours?.files ?? installation.base, theirs?.files ?? installation.base)

/** `open`: decisions are missing. `changed`: a side is another one than the reader saw; nothing was written. */
export type Updated = { readonly ok: true } | { readonly ok: false; readonly why: 'open' | 'changed' | 'refused' | 'gone'; readonly findings: readonly ReuseFinding[] }

/**
 * Takes the newest version of the original over. `seen` are the sides on which the reader decided: our hash and their number. The result is
 * checked by the kind first; the earlier state is kept.
 */
export async function takeOver(who: Acting, stand: Stand, seen: { ours: string; number: number }, choices: Choices): Promise<Updated> {
  const { kind, ours, theirs, oursSha } = stand
  if (!kind || !theirs) return { ok: false, why: 'gone', findings: [] }
  if (seen.ours !== oursSha || seen.number !== theirs.number) return { ok: false, why: 'changed', findings: [] }
  const files = settleFiles(mergeOf(stand), choices)
  if (!files) return { ok: false, why: 'open', findings: [] }
  const findings = ours ? await kind.kind.check({ ...ours, version: theirs.label, files: inOrder(files) }, who.now) : []
  if (findings.some(({ level }) => level === 'error')) return { ok: false, why: 'refused', findings }
  return await write(who, stand, { key: newId(who.now), kind: 'update', files, base: theirs.files ?? [], versionNumber: theirs.number, versionLabel: theirs.label, both: stand.standing === 'both' })
}

/** Puts an earlier state back, together with what both sides had in common then: the change of the original stands open again. */
export async function restore(who: Acting, stand: Stand, number: number): Promise<Updated> {
  const version = await unit(who, 'read', (db) => findInstallationVersion(db, stand.installation.id, number))
  if (!version) return { ok: false, why: 'gone', findings: [] }
  const { files, base, versionNumber, versionLabel } = version
  return await write(who, stand, { key: newId(who.now), kind: 'restore', files, base, versionNumber, versionLabel, both: false })
}

async function write(who: Acting, { installation, kind, ours }: Stand, pending: Pending): Promise<Updated> {
  if (!kind) return { ok: false, why: 'gone', findings: [] }
  const present: readonly ReuseFile[] = ours?.files ?? []
  if (!(await unit(who, 'write', (db) => beginUpdate(db, installation, pending, present)))) return { ok: false, why: 'changed', findings: [] }
  const outcome: Outcome = await carryOut(who, kind.kind, installation.id)
  return outcome.ok ? { ok: true } : outcome
}
