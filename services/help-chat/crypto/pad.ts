/** Lengths of a plaintext after padding, in bytes. The server sees these and no other. */
export const buckets: readonly number[] = [1, 2, 4, 8, 16, 32, 64].map((kib) => kib * 1024)

/** The most bytes one message can have: one is needed for the end mark. */
export const mostMessageBytes = 64 * 1024 - 1

/** Pads to the next bucket: ISO/IEC 7816-4, one byte 0x80, then zeros. Throws when the message is too long. */
export function padToBucket(bytes: Uint8Array): Uint8Array {
  const bucket = buckets.find((size) => bytes.length < size)
  if (!bucket) throw new RangeError(`A message has at most ${mostMessageBytes} bytes.`)
  return padTo(bytes, bucket)
}

/** Pads to the next multiple of `block`, at least by one byte. */
export const padToBlock = (bytes: Uint8Array, block: number): Uint8Array => padTo(bytes, (Math.floor(bytes.length / block) + 1) * block)

function padTo(bytes: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length)
  out.set(bytes)
  out[bytes.length] = 0x80
  return out
}

/** What was padded, or nothing when the padding is none. The result shares its memory with the argument. */
export function unpad(bytes: Uint8Array): Uint8Array | undefined {
  let end = bytes.length - 1
  while (end >= 0 && bytes[end] === 0) end--
  return end >= 0 && bytes[end] === 0x80 ? bytes.subarray(0, end) : undefined
}
