/** A packet that is longer than allowed: its beginning is told, its bytes are passed over. */
export type LargePacket = { readonly isPublish: boolean; readonly qos: number; readonly topic: string; readonly messageId: number; readonly size: number; readonly beginning: Buffer }

/**
 * Watches the bytes of one MQTT connection (MQTT 3.1.1, 2.2 and 3.3) and passes over packets that are longer than `limit` bytes, so that nobody
 * makes the broker hold megabytes. The library behind it would gather a packet of up to 256 MB before anybody could refuse it.
 * Gives what may be read on; `onLarge` hears of each packet passed over when its last byte has come.
 */
export function packetGuard(limit: number, onLarge: (packet: LargePacket) => void): (chunk: Buffer) => Buffer {
  /** Bytes of the present packet still to come: passed on, or passed over. */
  let left = 0
  let large: { first: number; size: number; head: Buffer[]; kept: number } | undefined
  let header: number[] = []
  return (chunk) => {
    const passed: Buffer[] = []
    let at = 0
    while (at < chunk.length) {
      if (left > 0) {
        const part = chunk.subarray(at, at + left)
        if (!large) passed.push(part)
        else if (large.kept < keptHead) {
          const piece = Buffer.from(part.subarray(0, keptHead - large.kept)) // a copy, so that the chunk can go
          large.head.push(piece)
          large.kept += piece.length
        }
        left -= part.length
        at += part.length
        if (left === 0 && large) {
          onLarge(largeOf(large.first, large.size, Buffer.concat(large.head)))
          large = undefined
        }
        continue
      }
      header.push(chunk[at++] ?? 0)
      const size = header.length > 1 ? lengthOf(header) : undefined
      if (size === undefined && header.length < 5) continue
      // A length of more than four bytes is broken: the library says so and ends the connection.
      if (size === undefined || size <= limit) passed.push(Buffer.from(header))
      else large = { first: header[0] ?? 0, size, head: [], kept: 0 }
      left = size ?? 0
      header = []
    }
    return passed.length === 1 && passed[0] ? passed[0] : Buffer.concat(passed)
  }
}

const keptHead = 4_096

// Seven bits a byte, the eighth says that another follows.
function lengthOf([, ...bytes]: readonly number[]): number | undefined {
  if ((bytes.at(-1) ?? 0) & 0x80) return undefined
  return bytes.reduce((sum, byte, n) => sum + (byte & 0x7f) * 128 ** n, 0)
}

function largeOf(first: number, size: number, head: Buffer): LargePacket {
  const [isPublish, qos] = [first >> 4 === 3, (first >> 1) & 3]
  const length = isPublish && head.length >= 2 ? head.readUInt16BE(0) : 0
  const topic = head.subarray(2, 2 + length).toString('utf8')
  const messageId = qos > 0 && head.length >= 4 + length ? head.readUInt16BE(2 + length) : 0
  return { isPublish, qos, topic, messageId, size, beginning: head.subarray(2 + length + (qos > 0 ? 2 : 0)) }
}
