import { createReadStream, openSync, readFileSync, readSync, closeSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { openPool } from '@modellregion/testing'

/** All ways in which a word can lie in bytes: UTF-8, UTF-16, and of these hexadecimal, and base64 at each of the three offsets. */
export function needlesOf(word: string): Buffer[] {
  const forms = [Buffer.from(word), Buffer.from(word, 'utf16le')]
  const texts = new Set(forms.flatMap((form) => [form.toString('hex'), ...[0, 1, 2].flatMap((offset) => sureBase64(form, offset))]))
  return [...forms, ...[...texts].map((text) => Buffer.from(text))]
}

// Of the base64 text only the signs that do not depend on what stands before and behind.
function sureBase64(form: Buffer, offset: number): string[] {
  const padded = Buffer.concat([Buffer.alloc(offset), form])
  const whole = padded.subarray(0, padded.length - (padded.length % 3))
  const from = offset === 0 ? 0 : 4
  return [whole.toString('base64').slice(from), whole.toString('base64url').slice(from)]
}

/** How often a word is found in a stretch of bytes. */
export function countIn(bytes: Buffer, needles: readonly Buffer[]): number {
  let found = 0
  for (const needle of needles) for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + 1)) found++
  return found
}

type Count = (needles: readonly Buffer[]) => number

/** A search through pieces that overlap, so that nothing falls between two of them. */
async function countInPieces(pieces: AsyncIterable<Buffer> | Iterable<Buffer>, words: readonly string[]): Promise<number[]> {
  const needles = words.map(needlesOf)
  const most = Math.max(...needles.flat().map(({ length }) => length))
  const counts = words.map(() => 0)
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece])
    const before: Count = (some) => countIn(rest, some) // already counted with the piece before
    for (const [at, some] of needles.entries()) counts[at] = (counts[at] ?? 0) + countIn(bytes, some) - before(some)
    rest = Buffer.from(bytes.subarray(-most))
  }
  return counts
}

/** Every row of every table of a database, as PostgreSQL writes it as text; bytes in hexadecimal. */
export async function countInDatabase(url: string, words: readonly string[]): Promise<number[]> {
  const pool = openPool(url, { name: 'search', size: 1 })
  async function* rows(): AsyncGenerator<Buffer> {
    const { rows: tables } = await pool.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
    for (const { name } of tables) {
      const { rows: all } = await pool.query<{ row: string }>(`select t::text as row from ${name} t`)
      yield Buffer.from(`\n${name}\n${all.map(({ row }) => row).join('\n')}`)
    }
  }
  try {
    return await countInPieces(rows(), words)
  } finally {
    await pool.end()
  }
}

/** A file, unpacked when its name ends in .gz. */
export const countInFile = (path: string, words: readonly string[]): Promise<number[]> => {
  const stream = createReadStream(path, { highWaterMark: 1 << 22 })
  return countInPieces(path.endsWith('.gz') ? stream.pipe(createGunzip({ chunkSize: 1 << 22 })) : stream, words)
}

/** All files below a folder, in one sum. */
export async function countInFolder(folder: string, words: readonly string[]): Promise<number[]> {
  const counts = words.map(() => 0)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    for (const [at, count] of (await countInFile(join(entry.parentPath, entry.name), words)).entries()) counts[at] = (counts[at] ?? 0) + count
  }
  return counts
}

/** The writable memory of a process, as Linux shows it to its parent. Nothing where there is no such view. */
export async function countInMemory(pid: number, words: readonly string[]): Promise<number[] | undefined> {
  let maps: string
  let memory: number
  try {
    maps = readFileSync(`/proc/${pid}/maps`, 'latin1')
    memory = openSync(`/proc/${pid}/mem`, 'r')
  } catch {
    return undefined
  }
  function* regions(): Generator<Buffer> {
    for (const line of maps.split('\n')) {
      const [, from = '0', to = '0'] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
      const [start, end] = [Number.parseInt(from, 16), Number.parseInt(to, 16)]
      for (let at = start; at < end; at += 1 << 22) {
        const bytes = Buffer.allocUnsafe(Math.min(1 << 22, end - at))
        try {
          yield bytes.subarray(0, readSync(memory, bytes, 0, bytes.length, at))
        } catch {
          // A region that went away or cannot be read (guard pages) holds nothing we could find.
        }
      }
    }
  }
  try {
    return await countInPieces(regions(), words)
  } finally {
    closeSync(memory)
  }
}
