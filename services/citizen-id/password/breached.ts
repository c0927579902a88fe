import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { normalPassword } from './rules.ts'

// Longer than any line of such a list: 40 hex digits, a colon, a count, a line break.
const window = 256

/**
 * Whether a password stands in the operator's list of known passwords: a text file of upper-case SHA-1 hashes, one a line, sorted, with or without
 * `:count` behind (the form of the "Pwned Passwords, ordered by hash" download). Searched by halving, about 30 short reads in a file of
 * 40 GB; nothing leaves the machine. We ship no list: see docs/operate.md. @throws when the file cannot be read
 */
export async function isBreached(password: string, file: string): Promise<boolean> {
  const hash = createHash('sha1').update(normalPassword(password)).digest('hex').toUpperCase()
  await using list = await open(file, 'r')
  return await holds(list, hash)
}

// Invariant: the line that begins with the hash, if there is one, begins at or after `from` and before `to`.
async function holds(list: FileHandle, hash: string): Promise<boolean> {
  let from = 0
  let to = (await list.stat()).size
  while (from < to) {
    const middle = from + Math.floor((to - from) / 2)
    const line = await lineAfter(list, middle, from)
    // Nothing begins between the middle and the end: look in the first half.
    if (line === undefined || line.at >= to) {
      to = middle
      continue
    }
    const found = line.text.slice(0, 40).toUpperCase()
    if (found === hash) return true
    if (found < hash) from = line.at + line.length
    else to = middle
  }
  return false
}

type Line = { at: number; text: string; length: number }

/** The first line that begins at `position` (when that is `from`, the beginning of a line) or after it. */
async function lineAfter(list: FileHandle, position: number, from: number): Promise<Line | undefined> {
  const buffer = Buffer.alloc(2 * window)
  // One sign back: a line break there means that a line begins exactly here.
  const start = position === from ? position : position - 1
  const { bytesRead } = await list.read(buffer, 0, buffer.length, start)
  const text = buffer.toString('latin1', 0, bytesRead)
  const begin = position === from ? 0 : text.indexOf('\n') + 1
  if ((begin === 0 && position !== from) || begin >= text.length) return undefined
  const end = text.indexOf('\n', begin)
  const line = text.slice(begin, end === -1 ? undefined : end)
  return { at: start + begin, text: line.trimEnd(), length: line.length + 1 }
}
