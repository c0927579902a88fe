import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { isOutdated, presentCost, readPhc, writePhc, type Argon2Cost } from './phc.ts'
import { normalPassword } from './rules.ts'

/** All places for hashing are taken, and enough others wait. Nothing was computed; `retryAfter` is in seconds. */
export class Overloaded extends Error {
  readonly retryAfter = 2
  constructor() {
    super('Too many passwords wait for their hash.')
    this.name = 'Overloaded'
  }
}

// Each hash fills a thread of Node's pool, which has four; one stays free for files and names.
const atOnce = Math.max(1, Math.min(availableParallelism(), 3))
// About a second of work: whoever comes later is better told to come again than left waiting.
const mostWaiting = 16 * atOnce

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce && waiting.length >= mostWaiting) throw new Overloaded()
  // A place that becomes free is handed over, so that nobody overtakes.
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

const derive = (password: string, salt: Buffer, { memory, passes, parallelism }: Argon2Cost, tagLength: number): Promise<Buffer> =>
  inTurn(
    () =>
      new Promise((resolve, reject) => {
        argon2('argon2id', { message: Buffer.from(normalPassword(password)), nonce: salt, memory, passes, parallelism, tagLength }, (error, hash) => (error ? reject(error) : resolve(hash)))
      }),
  )

/** The PHC string of a password, at today's cost. @throws Overloaded */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return writePhc({ ...presentCost, salt, hash: await derive(password, salt, presentCost, 32) })
}

// For names that nobody has: the same work, and no password fits.
const nobody = writePhc({ ...presentCost, salt: randomBytes(16), hash: randomBytes(32) })

export type Verified = { fits: boolean; /** True when the stored hash should be made again at today's cost. */ outdated: boolean }

/**
 * Compares a password with a stored hash. Without one it computes all the same and says no, so that the answer takes as long
 * for a name that nobody has. @throws Overloaded
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<Verified> {
  const known = stored === undefined ? undefined : readPhc(stored)
  const phc = known ?? readPhc(nobody)
  if (!phc) throw new Error('The stand-in for unknown names is no PHC string.')
  const equal = timingSafeEqual(await derive(password, phc.salt, phc, phc.hash.length), phc.hash)
  return { fits: known !== undefined && equal, outdated: known !== undefined && isOutdated(known) }
}

/** How busy hashing is, for measurements: running and waiting. */
export const hashLoad = (): { running: number; waiting: number; most: number } => ({ running, waiting: waiting.length, most: atOnce + mostWaiting })
