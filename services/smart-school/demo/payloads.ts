/** What a demonstration device has measured, as far as its kind measures it. */
export type Measured = {
  readonly temperature?: number
  readonly humidity?: number
  readonly light?: number
  readonly motion?: number
  readonly co2?: number
  readonly isOpen?: boolean
  readonly leaks?: boolean
  /** Pulses counted so far. */
  readonly pulses?: number
  /** Percent. */
  readonly battery: number
}

/** Bytes as the maker's payload description has them, and the port on which the device sends; undefined for a codec that the simulator does not speak. */
export function payloadOf(codec: string, m: Measured): { readonly fPort: number; readonly bytes: Buffer } | undefined {
  const volts = 2.4 + (m.battery / 100) * 1.2
  const { temperature = 20, humidity = 45 } = m
  switch (codec) {
    case 'elsys-ers-co2': {
      const bytes = Buffer.from([1, 0, 0, 2, clamp(humidity, 100), 4, 0, 0, 5, clamp(m.motion ?? 0, 255), 6, 0, 0, 7, 0, 0])
      bytes.writeInt16BE(Math.round(temperature * 10), 1)
      bytes.writeUInt16BE(clamp(m.light ?? 0, 65_535), 6)
      bytes.writeUInt16BE(clamp(m.co2 ?? 425, 10_000), 11)
      bytes.writeUInt16BE(Math.round(volts * 1_000), 14)
      return { fPort: 5, bytes }
    }
    case 'milesight-em300-th':
    case 'milesight-em500-pt100': {
      const bytes = Buffer.from([1, 0x75, clamp(m.battery, 100), 3, 0x67, 0, 0, ...(codec === 'milesight-em300-th' ? [4, 0x68, clamp(humidity * 2, 200)] : [])])
      bytes.writeInt16LE(Math.round(temperature * 10), 5)
      return { fPort: 85, bytes }
    }
    case 'milesight-em300-di': {
      const bytes = Buffer.from([1, 0x75, clamp(m.battery, 100), 5, 0xc8, 0, 0, 0, 0])
      bytes.writeUInt32LE(clamp(m.pulses ?? 0, 0xffff_ffff), 5)
      return { fPort: 85, bytes }
    }
    case 'browan-tabs-tbms100':
      return { fPort: 102, bytes: Buffer.from([(m.motion ?? 0) > 0 ? 1 : 0, Math.max(0, Math.min(15, Math.round(volts * 10 - 25))), clamp(temperature + 32, 127), 0, 0, clamp(m.motion ?? 0, 255), 0]) }
    case 'dragino-lht65n': {
      const bytes = Buffer.alloc(11)
      bytes.writeUInt16BE(0xc000 | Math.round(volts * 1_000), 0)
      bytes.writeInt16BE(Math.round(temperature * 100), 2)
      bytes.writeUInt16BE(Math.round(humidity * 10), 4)
      return { fPort: 2, bytes }
    }
    case 'dragino-lds02':
    case 'dragino-lwl02': {
      const bytes = Buffer.alloc(10)
      const isDoor = codec === 'dragino-lds02'
      bytes.writeUInt16BE((m.isOpen && isDoor ? 0x8000 : 0) | (m.leaks && !isDoor ? 0x4000 : 0) | Math.round(volts * 1_000), 0)
      bytes.writeUInt8(isDoor ? 1 : 2, 2)
      return { fPort: 10, bytes }
    }
    default:
      return undefined
  }
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)))
