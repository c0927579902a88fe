import type { Platform } from '@modellregion/kernel'
import { openSeal } from '../provider/seal.ts'

const fiveMinutes = 300_000

/**
 * What the page for the second factor carries from the first: whose password was right, sealed, for five minutes and for one waiting sign-in of one
 * browser. Whoever copies it elsewhere has nothing.
 */
export async function sealHalfWay(platform: Platform, where: { tenant: string; uid: string }, personId: string): Promise<string> {
  const seal = await openSeal(platform, 'second-factor')
  return seal.close(JSON.stringify({ personId, until: platform.now().getTime() + fiveMinutes }), `${where.tenant} ${where.uid}`)
}

/** The person, or nothing when it took too long or belongs elsewhere. */
export async function openHalfWay(platform: Platform, where: { tenant: string; uid: string }, sealed: string): Promise<string | undefined> {
  const seal = await openSeal(platform, 'second-factor')
  const { personId, until } = read(() => JSON.parse(seal.open(sealed, `${where.tenant} ${where.uid}`)) as { personId: string; until: number }) ?? {}
  return until !== undefined && until > platform.now().getTime() ? personId : undefined
}

function read<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
