import { fromBase64Of, randomBytes, toBase64 } from './bytes.ts'
import type { FileNote } from './message.ts'
import { padToBlock, unpad } from './pad.ts'
import { sodium, type Sodium } from './sodium.ts'

/** The most a file may have, in bytes. */
export const mostFileBytes = 25 * 1024 * 1024

const chunkBytes = 64 * 1024
const headerBytes = 24
const sealedChunkBytes = chunkBytes + 17
/** Chunks between two breaths of the page. */
const breath = 16

export type SealedFile = { readonly sealed: Uint8Array; readonly note: Pick<FileNote, 'key' | 'hash' | 'size'> }

/** Length of the sealed bytes of a file, in bytes. */
export const sealedFileBytes = (size: number): number => headerBytes + (Math.floor(size / chunkBytes) + 1) * sealedChunkBytes

/** Seals a file with a fresh key (secretstream, chunks of 64 KiB, padded to whole ones). `onProgress`: 0 to 1. Throws RangeError above 25 MB. */
export async function encryptFile(bytes: Uint8Array, onProgress?: (part: number) => void): Promise<SealedFile> {
  if (bytes.length > mostFileBytes) throw new RangeError(`A file has at most ${mostFileBytes} bytes.`)
  const library = await sodium()
  const key = randomBytes(32)
  const { state, header } = library.crypto_secretstream_xchacha20poly1305_init_push(key)
  const sealed = new Uint8Array(sealedFileBytes(bytes.length))
  sealed.set(header)
  const chunks = Math.floor(bytes.length / chunkBytes) + 1
  for (let at = 0; at < chunks; at++) {
    const isLast = at === chunks - 1
    const plain = bytes.subarray(at * chunkBytes, (at + 1) * chunkBytes)
    const tag = isLast ? library.crypto_secretstream_xchacha20poly1305_TAG_FINAL : library.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
    sealed.set(library.crypto_secretstream_xchacha20poly1305_push(state, isLast ? padToBlock(plain, chunkBytes) : plain, null, tag), headerBytes + at * sealedChunkBytes)
    if (at % breath === breath - 1) await breathe(onProgress, at / chunks)
  }
  const note = { key: toBase64(key), hash: toBase64(hashOf(library, bytes)), size: bytes.length }
  library.memzero(key)
  onProgress?.(1)
  return { sealed, note }
}

/** The file, or nothing when it is not the one the note speaks of, whole and unchanged. */
export async function decryptFile(sealed: Uint8Array, note: Pick<FileNote, 'key' | 'hash' | 'size'>, onProgress?: (part: number) => void): Promise<Uint8Array | undefined> {
  const library = await sodium()
  const [key, hash] = [fromBase64Of(note.key, 32), fromBase64Of(note.hash, 32)]
  if (!key || !hash || note.size > mostFileBytes || sealed.length !== sealedFileBytes(note.size)) return undefined
  const chunks = (sealed.length - headerBytes) / sealedChunkBytes
  const state = library.crypto_secretstream_xchacha20poly1305_init_pull(sealed.subarray(0, headerBytes), key)
  const bytes = new Uint8Array(note.size)
  for (let at = 0; at < chunks; at++) {
    const isLast = at === chunks - 1
    const start = headerBytes + at * sealedChunkBytes
    const pulled = library.crypto_secretstream_xchacha20poly1305_pull(state, sealed.subarray(start, start + sealedChunkBytes), null)
    if (!pulled || (pulled.tag === library.crypto_secretstream_xchacha20poly1305_TAG_FINAL) !== isLast) return undefined
    const plain = isLast ? unpad(pulled.message) : pulled.message
    if (!plain || at * chunkBytes + plain.length > note.size) return undefined
    bytes.set(plain, at * chunkBytes)
    if (at % breath === breath - 1) await breathe(onProgress, at / chunks)
  }
  onProgress?.(1)
  return library.memcmp(hashOf(library, bytes), hash) ? bytes : undefined
}

function hashOf(library: Sodium, bytes: Uint8Array): Uint8Array {
  const state = library.crypto_generichash_init(null, 32)
  for (let at = 0; at < bytes.length; at += 1 << 20) library.crypto_generichash_update(state, bytes.subarray(at, at + (1 << 20)))
  return library.crypto_generichash_final(state, 32)
}

/** Lets the page draw and take input. */
function breathe(onProgress: ((part: number) => void) | undefined, part: number): Promise<void> {
  onProgress?.(part)
  return new Promise((done) => setTimeout(done))
}
