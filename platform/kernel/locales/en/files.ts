import type { Translation } from '../../i18n/words.ts'
import type { files as de } from '../de/files.ts'

export const files = {
  'files.download': (p) => `Download ${p.name}`,
  'files.name': 'File name',
  'files.format': 'Format',
  'files.size': 'Size',
  'files.remove': (p) => `Remove file: ${p.name}`,
  'files.added': (p) => `Added: ${p.name}`,
  'files.error.too-large': (p, f) => `${f.quote(p.name)} is larger than ${f.bytes(p.max)}. Make the file smaller or split it.`,
  'files.error.type-mismatch': (p, f) => `The content of ${f.quote(p.name)} does not match its name, so we cannot accept it.`,
  'files.error.type-refused': (p, f) => `${f.quote(p.name)} has a format that is not allowed here. Allowed: ${p.formats}.`,
  'files.error.empty': (p, f) => `${f.quote(p.name)} is empty. Choose another file.`,
  'files.error.interrupted': (p, f) => `The transfer was interrupted. Please send ${f.quote(p.name)} again.`,
  'files.error.gone': 'This file is no longer here.',
} satisfies Translation<typeof de>
