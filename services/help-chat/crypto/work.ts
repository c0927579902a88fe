import { areSameBytes, fromBase64Of, joinBytes, mustFromBase64, randomBytes, toBase64, uint32 } from './bytes.ts'
import { canonicalBytes, domains } from './canonical.ts'
import type { Challenge, Work } from './schema.ts'
import { sodium, sodiumNow, type Sodium } from './sodium.ts'

// A proof of work keeps a flood of new cases away without knowing anybody's address. Sixteen small puzzles instead of one: the time to
// solve them varies four times less, and there is progress to show.
const parts = 16
const partBits = 4
/** Hashes between two breaths of the page. */
const slice = 2_000

/** A challenge only this server can have made. `serverKey`: 32 secret bytes; `expires`: seconds since 1970; `difficulty`: 2^difficulty hashes on average. */
export function newChallenge(serverKey: Uint8Array, difficulty: number, expires: number): Challenge {
  const open = { salt: toBase64(randomBytes(16)), difficulty, expires }
  return { ...open, signature: toBase64(mark(open, serverKey)) }
}

/** Solves a challenge; `onProgress`: 0 to 1. The page stays usable meanwhile. `signal` ends it with its reason. */
export async function solveWork(challenge: Challenge, onProgress?: (part: number) => void, signal?: AbortSignal): Promise<Work> {
  const library = await sodium()
  const salt = mustFromBase64(challenge.salt)
  const solution: number[] = []
  for (let part = 0; part < parts; part++) {
    const input = inputOf(salt, part)
    let number = 0
    while (!isEnough(library, input, number, challenge.difficulty)) {
      number++
      if (number % slice === 0) await breathe(signal)
    }
    solution.push(number)
    onProgress?.((part + 1) / parts)
    await breathe(signal)
  }
  return { challenge, solution }
}

export type WorkRefusal = 'forged' | 'expired' | 'too-easy' | 'unsolved'

/**
 * Why a solution is refused, or nothing. `now` in seconds since 1970. `least`: the least difficulty accepted now. That each salt is used once,
 * the caller keeps until the challenge has expired.
 */
export function whyNotWork({ challenge, solution }: Work, serverKey: Uint8Array, now: number, least = 0): WorkRefusal | undefined {
  const [signature, salt] = [fromBase64Of(challenge.signature, 32), fromBase64Of(challenge.salt, 16)]
  if (!signature || !salt || !areSameBytes(signature, mark(challenge, serverKey))) return 'forged'
  if (challenge.expires < now) return 'expired'
  if (challenge.difficulty < least) return 'too-easy'
  if (solution.length !== parts || solution.some((number, part) => !isEnough(sodiumNow(), inputOf(salt, part), number, challenge.difficulty))) return 'unsolved'
  return undefined
}

/** Whether the work was done. See `whyNotWork`. */
export const checkWork = (work: Work, serverKey: Uint8Array, now: number, least = 0): boolean => whyNotWork(work, serverKey, now, least) === undefined

const mark = ({ salt, difficulty, expires }: Omit<Challenge, 'signature'>, serverKey: Uint8Array): Uint8Array =>
  sodiumNow().crypto_generichash(32, canonicalBytes(domains.work, [salt, difficulty, expires]), serverKey)

/** salt, part, number: 24 bytes; the number is written into the last four. */
const inputOf = (salt: Uint8Array, part: number): Uint8Array => joinBytes([salt, uint32(part), uint32(0)])

function isEnough(library: Sodium, input: Uint8Array, number: number, difficulty: number): boolean {
  new DataView(input.buffer).setUint32(20, number)
  const [first = 255, second = 255, third = 255, fourth = 255] = library.crypto_hash_sha256(input)
  const zeros = Math.clz32(((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0)
  return zeros >= difficulty - partBits
}

async function breathe(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  await new Promise((done) => setTimeout(done))
}
