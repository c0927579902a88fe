import type { UnitOfWork } from '../database/index.ts'
import { notify } from './queries.ts'

// PostgreSQL takes 8,000 bytes with the service's name.
const longest = 7_900

/** Whoever listens in a process for the hints of one service. */
export type Ear = {
  /** What `hint` said, in any process of the installation, after its commit. */
  onHint(text: string): void
  /** The connection was lost and is back: hints may have been missed, so read what is new from the tables. */
  onAgain(): void
}

/** The hints that reach this process. They come by the one listening connection that every process has anyway. */
export type Live = {
  /** Listens for the hints of a service until the returned function is called. */
  hear(service: string, ear: Ear): () => void
}

/**
 * Tells all processes, when this unit commits and never when it rolls back, that something may be new. Ids only, at most 7,900 bytes: it
 * passes through the database's memory and is kept nowhere. A hint may be lost; the tables are the truth.
 * @throws RangeError when it is too long
 */
export async function hint(db: UnitOfWork, text: string): Promise<void> {
  if (Buffer.byteLength(text) > longest) throw new RangeError(`A hint has at most ${longest} bytes.`)
  await notify(db, `${db.service} ${text}`)
}

export type LiveDoor = Live & { onHint(payload: string): void; onConnected(): void }

/** Passes on what the process's listening connection hears; `boot` wires it. */
export function openLive(): LiveDoor {
  const ears = new Map<string, Set<Ear>>()
  let wasConnected = false
  return {
    hear: (service, ear) => {
      const those = ears.get(service) ?? new Set<Ear>()
      ears.set(service, those.add(ear))
      return () => void those.delete(ear)
    },
    onHint: (payload) => {
      const at = payload.indexOf(' ')
      for (const ear of ears.get(payload.slice(0, at)) ?? []) ear.onHint(payload.slice(at + 1))
    },
    onConnected: () => {
      if (wasConnected) for (const those of ears.values()) for (const ear of those) ear.onAgain()
      wasConnected = true
    },
  }
}
