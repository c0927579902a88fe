import { newId } from '@modellregion/kernel'
import type { ReuseFinding } from '@modellregion/contracts'
import { unit, type Acting } from './acting.ts'
import { beginUpdate } from './begin.ts'
import { carryOut, type Outcome } from './carry-out.ts'
import { findInstallationVersion } from './queries/installation.ts'
import { inOrder, mergeFiles, settleFiles, type Choices, type FileMerge } from './rules/merge-files.ts'
import { aboutIn, asFarAs, filesIn, hasAbout, withAbout } from './rules/parts.ts'
import { canTake } from './rules/standing.ts'
import type { Pending } from './schema.ts'
import type { Seen, Stand } from './stand.ts'

/** The three sides of a thing compared. Where the town has deleted its own, the original as it is now is the proposal. */
export function mergeOf({ installation: { base }, ourParts, theirParts }: Pick<Stand, 'installation' | 'ourParts' | 'theirParts'>): FileMerge[] {
  return mergeFiles(base, asFarAs(base, ourParts ?? base), asFarAs(base, theirParts ?? base))
}

/** `open`: decisions are missing. `changed`: a side is another one than the reader saw; nothing was written. */
export type Updated = { readonly ok: true } | { readonly ok: false; readonly why: 'open' | 'changed' | 'refused' | 'gone'; readonly findings: readonly ReuseFinding[] }

/**
 * Takes the original as it is now over, with its licence. `seen` are the sides on which the reader decided. The result is checked by the kind first;
 * the earlier state is kept with its own.
 */
export async function takeOver(who: Acting, stand: Stand, seen: Seen, choices: Choices): Promise<Updated> {
  const { kind, ours, ourParts, theirs, theirItem, theirParts } = stand
  if (!kind || !theirs || !theirItem || !theirParts) return { ok: false, why: 'gone', findings: [] }
  if (seen.ours !== stand.seen.ours || seen.theirs !== stand.seen.theirs || !canTake(stand.standing, stand.theirSide)) return { ok: false, why: 'changed', findings: [] }
  const settled = settleFiles(mergeOf(stand), choices)
  if (!settled) return { ok: false, why: 'open', findings: [] }
  // What was taken over before titles were compared keeps its own.
  const files = hasAbout(stand.installation.base) ? settled : [...aboutIn(ourParts ?? theirParts), ...settled]
  const like = ours ?? theirItem
  const licence = licenceAfter(stand)
  const findings = await kind.kind.check(withAbout({ ...like, licence: licence ?? like.licence, version: theirs.label, files: filesIn(files) }, files), who.now)
  if (findings.some(({ level }) => level === 'error')) return { ok: false, why: 'refused', findings }
  return await write(who, stand, { key: newId(who.now), kind: 'update', files: inOrder(files), base: theirParts, versionNumber: theirs.number, versionLabel: theirs.label, both: stand.standing === 'both', ...(licence !== undefined && { licence }) })
}

/** The licence that comes with a new version: that of the original, when it is another one than was taken over. What was taken before keeps its own. */
export const licenceAfter = ({ installation, theirItem }: Pick<Stand, 'installation' | 'theirItem'>): string | undefined => (theirItem && theirItem.licence !== installation.licence ? theirItem.licence : undefined)

/** Puts an earlier state back, together with what both sides had in common then: the change of the original stands open again. */
export async function restore(who: Acting, stand: Stand, number: number): Promise<Updated> {
  const version = await unit(who, 'read', (db) => findInstallationVersion(db, stand.installation.id, number))
  if (!version) return { ok: false, why: 'gone', findings: [] }
  const { files, base, versionNumber, versionLabel, licence } = version
  return await write(who, stand, { key: newId(who.now), kind: 'restore', files, base, versionNumber, versionLabel, both: false, licence: licence ?? stand.installation.licence })
}

// What was compared is what may be written over: the kind refuses when somebody was quicker.
async function write(who: Acting, { installation, kind, ours, ourParts }: Stand, pending: Omit<Pending, 'over'>): Promise<Updated> {
  if (!kind) return { ok: false, why: 'gone', findings: [] }
  if (!(await unit(who, 'write', (db) => beginUpdate(db, installation, { ...pending, over: ours?.state ?? null }, ourParts)))) return { ok: false, why: 'changed', findings: [] }
  const outcome: Outcome = await carryOut(who, kind.kind, installation.id)
  return outcome.ok ? { ok: true } : outcome
}
