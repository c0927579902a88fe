import { latin, startsWith, utf8 } from './bytes.ts'

export type Kind = 'jpeg' | 'png' | 'webp' | 'gif' | 'heif' | 'avif' | 'pdf' | 'zip' | 'text' | 'unknown'

export const types: Readonly<Partial<Record<Kind, { type: string; ending: string }>>> = {
  jpeg: { type: 'image/jpeg', ending: 'jpg' },
  png: { type: 'image/png', ending: 'png' },
  webp: { type: 'image/webp', ending: 'webp' },
  gif: { type: 'image/gif', ending: 'gif' },
  heif: { type: 'image/heic', ending: 'heic' },
  avif: { type: 'image/avif', ending: 'avif' },
  pdf: { type: 'application/pdf', ending: 'pdf' },
  text: { type: 'text/plain', ending: 'txt' },
}

/** What a file is, by its content: names and what browsers say may lie. */
export function kindOf(bytes: Uint8Array): Kind {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'png'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp'
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'gif'
  if (startsWith(bytes, 'ftypavif', 4)) return 'avif'
  if (startsWith(bytes, 'ftyp', 4) && /^(?:heic|heix|heim|heis|mif1)$/.test(latin(bytes, 8, 12))) return 'heif'
  if (latin(bytes, 0, 1_024).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, 'PK\x03\x04')) return 'zip'
  return isText(bytes) ? 'text' : 'unknown'
}

/** Plain text carries nothing beside what one reads. Markup, mail and RTF do, and they count as unknown. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false
  const head = utf8(bytes.subarray(0, 4_096)).trimStart()
  if (/^(?:<|\{\\rtf|%!|BEGIN:V)|^[A-Za-z-]{2,40}: .*\r?\n(?:[A-Za-z-]{2,40}: |\s)/.test(head)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    // Older programs write Latin-1: text when nothing but tabs and line ends stands below the blank.
    return bytes.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
  }
}
