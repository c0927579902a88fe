/** Cost of Argon2id: memory in KiB, passes, lanes. */
export type Argon2Cost = { memory: number; passes: number; parallelism: number }

/** OWASP's first recommendation for Argon2id (password storage cheat sheet): 19 MiB, 2 passes, 1 lane. */
export const presentCost: Argon2Cost = { memory: 19_456, passes: 2, parallelism: 1 }

export type PhcHash = Argon2Cost & { salt: Buffer; hash: Buffer }

const version = 19 // Argon2 1.3, RFC 9106

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** The PHC string format: all that is needed to compare, in one line. */
export const writePhc = ({ memory, passes, parallelism, salt, hash }: PhcHash): string =>
  `$argon2id$v=${version}$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`

/** Undefined for what is no Argon2id hash of our version, or costs more than this process should ever pay. */
export function readPhc(text: string): PhcHash | undefined {
  const found = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{16,172})$/.exec(text)
  if (!found) return undefined
  const [memory = 0, passes = 0, parallelism = 0] = found.slice(1, 4).map(Number)
  if (memory < 8 * parallelism || memory > 1_048_576 || passes < 1 || parallelism < 1) return undefined
  return { memory, passes, parallelism, salt: Buffer.from(found[4] ?? '', 'base64'), hash: Buffer.from(found[5] ?? '', 'base64') }
}

/** Whether a stored hash was made at another cost than today's and should be made again at the next sign-in. */
export const isOutdated = ({ memory, passes, parallelism }: Argon2Cost): boolean =>
  memory !== presentCost.memory || passes !== presentCost.passes || parallelism !== presentCost.parallelism
