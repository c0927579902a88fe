import { newConfidantKeys, publicKeysOf, verifyStatements, wipeKeys, type PrivateKeys } from '../crypto/keys.ts'
import type { KeyStatement, Vault } from '../crypto/schema.ts'
import { readSecret } from '../crypto/secret.ts'
import { sodium } from '../crypto/sodium.ts'
import { lockVault, openVault } from '../crypto/vault.ts'
import type { Served } from './schema.ts'

/** Private keys by town. In memory only, and overwritten when the desk is locked. */
export type Keyring = Map<string, PrivateKeys>
export type NewKeys = { readonly town: string; readonly keys: PrivateKeys; readonly statement: KeyStatement; readonly vault: Vault }

export type PhraseMistake = { readonly code: 'word-unknown' | 'length' | 'wrong'; readonly at?: number; readonly near?: readonly string[]; readonly count?: number }

/** What somebody typed as a key phrase: eight words in any spelling. */
export function readPhrase(typed: string): { readonly words: readonly string[] } | { readonly mistake: PhraseMistake } {
  const read = readSecret(typed)
  if ('words' in read) return read
  const { refusal, at, near, count } = read
  return { mistake: { code: refusal === 'code-wrong' ? 'wrong' : refusal, ...(at !== undefined && { at }), ...(near && { near }), ...(count !== undefined && { count }) } }
}

/** Vaults that are opened at the same time: each takes a core for half a second, and 64 MiB. */
const atOnce = 2

/**
 * Opens the vaults of all towns with one phrase; a worker does the slow part. Nothing when the phrase opens none. A town whose vault another
 * phrase locks is missing in the ring, and the desk says so.
 */
export async function unlockAll(served: readonly Served[], phrase: readonly string[]): Promise<Keyring | undefined> {
  const ring: Keyring = new Map()
  for (let at = 0; at < served.length; at += atOnce) {
    await Promise.all(
      served.slice(at, at + atOnce).map(async ({ town, vault, statements, confidant }) => {
        const keys = vault ? await openVault(vault, phrase) : undefined
        // A vault with other keys than those everybody seals to would open nothing: better said than found out.
        if (keys && verifyStatements(statements, town, confidant)?.box === publicKeysOf(keys).box) ring.set(town, keys)
        else if (keys) wipeKeys(keys)
      }),
    )
  }
  return ring.size > 0 ? ring : undefined
}

/** First keys for a town, locked with the phrase. */
export const firstKeys = (self: Served, phrase: readonly string[]): Promise<NewKeys> => made(self, phrase)

/** New keys for a town, signed with the ones before: their box keys stay in the vault, because older copies are sealed to them. */
export const nextKeys = (self: Served, keys: PrivateKeys, phrase: readonly string[]): Promise<NewKeys> => made(self, phrase, keys)

async function made({ town, confidant, statements }: Served, phrase: readonly string[], before?: PrivateKeys): Promise<NewKeys> {
  await sodium()
  const last = statements.at(-1)
  const { keys, statement } = newConfidantKeys(town, confidant, before && last ? { keys: before, statement: last } : undefined)
  return { town, keys, statement, vault: await lockVault(keys, phrase) }
}

export function wipeRing(ring: Keyring): void {
  for (const keys of ring.values()) wipeKeys(keys)
  ring.clear()
}
