import { listHolders, type Platform } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { checkWords } from '../crypto/keys.ts'
import { sodium } from '../crypto/sodium.ts'
import { photoPath } from './directory.ts'
import { listAllConfidants } from './queries/confidant.ts'
import { listKeyStates, listStatements } from './queries/key.ts'
import { listTraining } from './queries/training.ts'
import { standingOf, trainingState, type Standing } from './rules.ts'
import type { Confidant, Training } from './schema.ts'
import { unitIn } from './towns.ts'

/** A confidant as the office's pages show them. */
export type Shown = {
  readonly confidant: Confidant
  readonly standing: Standing
  readonly photo: string | null
  readonly keys: { readonly n: number; readonly since: Date; readonly words: readonly string[] } | undefined
  /** The best entry of the training log, or nothing. */
  readonly training: 'valid' | 'due' | 'over' | undefined
}

/** All confidants of a town, own and sent ones, also those who have left, with what is known of them. Nothing about cases. */
export async function viewConfidants(platform: Pick<Platform, 'database' | 'directory' | 'now'>, tenant: string, now: Date): Promise<Shown[]> {
  await sodium()
  const holders = new Set((await platform.database.unit({ tenant, service: 'platform', access: 'read', now }, (db) => listHolders(db, 'confidant'))).map(({ id }) => id))
  const known = await unitIn(platform, tenant, 'read', async (db) => ({ confidants: await listAllConfidants(db), states: await listKeyStates(db), statements: await listStatements(db), training: await listTraining(db) }))
  const states = new Map(known.states.map((state) => [state.confidantId, state]))
  return known.confidants
    .filter(({ name }) => name !== '')
    .map((confidant) => {
      const state = states.get(confidant.id)
      // Whoever is sent by another town has their role there.
      const hasRole = confidant.homeTown !== tenant || (confidant.accountId !== null && holders.has(confidant.accountId))
      return {
        confidant,
        standing: standingOf(confidant, now, { hasRole, hasKeys: state !== undefined }),
        photo: photoPath(confidant),
        keys: state && { n: state.n, since: state.since, words: checkWords(known.statements[confidant.id] ?? []) },
        training: bestOf(known.training.filter(({ confidantId }) => confidantId === confidant.id), now),
      }
    })
}

function bestOf(entries: readonly Training[], now: Date): Shown['training'] {
  const states = new Set(entries.map((entry) => trainingState(entry, localDate(now))))
  return (['valid', 'due', 'over'] as const).find((state) => states.has(state))
}

