import { audit, type UnitOfWork } from '@modellregion/kernel'
import { forgetProviders } from './instances.ts'
import { algorithms, dueSteps, type Key, type KeyStep } from './key-rules.ts'
import { enter, newKey, type Place } from './keys.ts'
import { activateSigningKey, deleteSigningKey, insertSigningKey, listSigningKeys, lockSigningKeys, retireSigningKey } from './queries.ts'

/** The keys that a town publishes, the signing ones first, without their secrets. */
export const publishedKeys = (place: Place): Promise<Key[]> => place.platform.database.unit(enter(place, 'read'), listSigningKeys)

/** Does what is due for the keys of a town; services notice nothing. `begin` makes the next keys today. Returns what was done. */
export const rotateKeys = (place: Place, wish: { begin?: boolean } = {}): Promise<KeyStep[]> => work(place, (keys) => dueSteps(keys, place.platform.now(), wish))

/**
 * For keys that somebody else may have: all of them go at once, new ones sign. Services with a copy of the list refuse sign-ins
 * until they fetch it anew, and what was signed before is worth nothing any more.
 */
export const replaceKeys = (place: Place): Promise<KeyStep[]> =>
  work(place, (keys) => [...keys.map(({ kid }) => ({ do: 'delete' as const, kid })), ...algorithms.map((algorithm) => ({ do: 'make' as const, algorithm, state: 'active' as const }))])

// Looks again after locking: of two rotations at the same moment the second finds nothing left to do.
async function work(place: Place, due: (keys: readonly Key[]) => KeyStep[]): Promise<KeyStep[]> {
  const fresh = new Map(await Promise.all(algorithms.map(async (algorithm) => [algorithm, await newKey(place, algorithm)] as const)))
  const steps = await place.platform.database.unit(enter(place, 'write'), async (db) => {
    await lockSigningKeys(db)
    const all = due(await listSigningKeys(db))
    for (const step of all) await take(db, step, fresh)
    if (all.length > 0) await audit(db, { action: 'signing-key.rotated', subject: `town/${db.tenant}`, detail: { steps: all.length } })
    return all
  })
  if (steps.length > 0) forgetProviders(place.platform)
  return steps
}

async function take(db: UnitOfWork, step: KeyStep, fresh: ReadonlyMap<string, Awaited<ReturnType<typeof newKey>>>): Promise<void> {
  if (step.do === 'delete') return void (await deleteSigningKey(db, step.kid))
  if (step.do === 'switch') {
    await retireSigningKey(db, step.from)
    return void (await activateSigningKey(db, step.to))
  }
  const key = fresh.get(step.algorithm)
  if (key) await insertSigningKey(db, { ...key, state: step.state })
}

/** As the command says it: what is due, a beginning today, or everything at once. */
export const rotate = (place: Place, wish: 'due' | 'begin' | 'compromised'): Promise<KeyStep[]> => (wish === 'compromised' ? replaceKeys(place) : rotateKeys(place, { begin: wish === 'begin' }))
