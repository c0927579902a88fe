/**
 * A photo without what its camera wrote into it: place, time, device, thumbnails, and whatever phones hang behind the picture. The picture itself and the
 * way up it is meant to be stay. JPEG (ITU-T T.81, Exif 2.32) and PNG (W3C PNG, 3rd ed.). Undefined for anything else, or when it is broken.
 */
export function barePhoto(bytes: Buffer): { readonly type: 'image/jpeg' | 'image/png'; readonly bytes: Buffer } | undefined {
  try {
    if (bytes.length > 3 && bytes.readUInt16BE(0) === 0xffd8) {
      const bare = bareJpeg(bytes)
      return bare && { type: 'image/jpeg', bytes: bare }
    }
    const bare = bytes.subarray(0, 8).equals(pngHead) ? barePng(bytes) : undefined
    return bare && { type: 'image/png', bytes: bare }
  } catch {
    return undefined // a length pointed behind the end
  }
}

function bareJpeg(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let turned = 1
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xd9) {
      kept.push(bytes.subarray(at, at + 2))
      if (turned !== 1) kept.splice(1, 0, orientation(turned))
      return Buffer.concat(kept) // what follows is another picture, with all of its own
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at, end)
    if (marker === 0xe1) turned = orientationOf(segment) ?? turned
    const isProfile = marker === 0xe2 && segment.subarray(4, 15).toString('latin1') === 'ICC_PROFILE'
    const isComment = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && marker !== 0xe0 && marker !== 0xee && !isProfile)
    if (!isComment) kept.push(segment)
    at = end
    if (marker !== 0xda) continue
    // Pixels: up to the next marker that is neither a stuffed byte nor a restart.
    const from = at
    while (at + 1 < bytes.length && (bytes[at] !== 0xff || bytes[at + 1] === 0 || ((bytes[at + 1] ?? 0) >= 0xd0 && (bytes[at + 1] ?? 0) <= 0xd7))) at++
    kept.push(bytes.subarray(from, at))
  }
  return undefined
}

function orientationOf(segment: Buffer): number | undefined {
  if (segment.subarray(4, 10).toString('latin1') !== 'Exif\0\0') return undefined
  const tiff = segment.subarray(10)
  const small = tiff.toString('latin1', 0, 2) === 'II'
  const [u16, u32] = [(at: number) => (small ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)), (at: number) => (small ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))]
  const directory = u32(4)
  for (let n = 0; n < u16(directory); n++) if (u16(directory + 2 + n * 12) === 0x0112) return u16(directory + 2 + n * 12 + 8)
  return undefined
}

/** An Exif segment that says which way is up and nothing else. */
const orientation = (turned: number): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xe1, 0, 34]), Buffer.from('Exif\0\0', 'latin1'), Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned & 15, 0, 0, 0, 0, 0, 0])])

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const pngChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'pHYs'])

function barePng(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [pngHead]
  for (let at = 8; at < bytes.length; ) {
    const [end, name] = [at + 12 + bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)]
    if (end > bytes.length) return undefined
    if (pngChunks.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}
