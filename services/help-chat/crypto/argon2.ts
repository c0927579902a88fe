import { sodium } from './sodium.ts'

/** Cost of Argon2id: passes, and memory in bytes. */
export type Cost = { readonly opslimit: number; readonly memlimit: number }

/** 3 passes over 64 MiB: what RFC 9106 (4) recommends second, but in one lane, which is all that libsodium has. */
export const cost: Cost = { opslimit: 3, memlimit: 64 * 1024 * 1024 }

export type Derivation = { readonly password: Uint8Array; readonly salt: Uint8Array } & Cost

/** Argon2id (version 1.3) to 32 bytes, in this thread. `salt`: 16 bytes. */
export async function argon2({ password, salt, opslimit, memlimit }: Derivation): Promise<Uint8Array> {
  const library = await sodium()
  return library.crypto_pwhash(32, password, salt, opslimit, memlimit, library.crypto_pwhash_ALG_ARGON2ID13)
}
