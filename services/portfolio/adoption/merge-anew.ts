import { newId, type Platform } from '@modellregion/kernel'
import type { ReuseFile, ReuseKind } from '@modellregion/contracts'
import { unit, type Acting } from './acting.ts'
import { keepState } from './keep-state.ts'
import { listInstallationVersions, replacePending } from './queries/installation.ts'
import { inOrder, mergeFiles, settleFiles } from './rules/merge-files.ts'
import { asFarAs, partsOf } from './rules/parts.ts'
import type { Installation, Pending } from './schema.ts'

/**
 * The town went on working after its thing was compared: what was to be written becomes pending anew, brought together with the thing as it is now.
 * False where both touch the same place: nobody is there to be asked, so nothing may be written.
 */
export async function mergeAnew(who: Acting, kind: ReuseKind<Platform>, installation: Installation, pending: Pending): Promise<boolean> {
  const { id, localRef } = installation
  const ours = localRef === null ? undefined : await kind.read(who.platform, { id: who.town }, localRef, who.now)
  // The state that was compared was kept when the order was given.
  const [compared] = typeof pending.over === 'string' ? await unit(who, 'read', (db) => listInstallationVersions(db, id)) : []
  if (!ours || !compared) return false
  const parts = partsOf(ours, kind.titleApart === true)
  const wanted = (all: readonly ReuseFile[]) => asFarAs(pending.files, all)
  const merged = settleFiles(mergeFiles(wanted(compared.files), wanted(parts), pending.files), () => undefined)
  if (!merged) return false
  await unit(who, 'write', async (db) => {
    if ((await replacePending(db, id, pending.key, { ...pending, key: newId(who.now), files: inOrder(merged), both: true, over: ours.state })) > 0) await keepState(db, installation, 'found', parts)
  })
  return true
}
