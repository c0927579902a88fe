import { setTimeout as sleep } from 'node:timers/promises'

const patience = 2_000

/** A probe must answer soon: after two seconds, or on failure, the answer is "no". */
export async function soon<T>(ask: () => Promise<T>): Promise<T | undefined> {
  const control = new AbortController()
  const asked = ask().catch(() => undefined)
  try {
    return await Promise.race([asked, sleep(patience, undefined, { signal: control.signal }).catch(() => undefined)])
  } finally {
    control.abort()
  }
}
