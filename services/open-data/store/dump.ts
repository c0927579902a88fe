import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { linesOf, type Lines } from './dump-lines.ts'
import { engineOf, type Engine, type Host } from './engine.ts'
import { withTable, type OpenTable } from './open-table.ts'
import { listColumns, orderedRowsSql, rowsSql, sourcesOf, type Source } from './plan.ts'
import { answerFields, checkQuery, mostRows } from './rules.ts'
import type { Field } from './schema.ts'
import { text } from './sql-text.ts'
import { QueryRefused, type Question, type TableRef } from './table.ts'

export type DumpFormat = 'csv' | 'tsv' | 'json' | 'xml' | 'ndjson'
export type DumpOptions = {
  /** Begins with the mark by which Excel knows UTF-8. */
  readonly bom?: boolean
  /** Only these rows and columns; all without. `limit` is not bounded here. */
  readonly query?: Pick<Question, 'where' | 'words' | 'fields' | 'sort' | 'offset' | 'limit'>
  /** What is said of each column in the head of JSON; default all that is known. */
  readonly describe?: (field: Field) => unknown
}

/** Values written in one go. Two such parts lie on the disk at most while a table is sent. */
const cellsPerPart = 6_000_000
const seconds = 300

/**
 * A whole table as a file, made while it is sent, in the order of its rows: the database writes a part, and the next while that is on its
 * way, so memory and disk stay bounded, and a slow reader holds nothing up. What is pushed into the table meanwhile may be in it or not.
 * @throws NotFound, QueryRefused as `askTable`
 */
export async function dumpTable(platform: Host, tenant: string, table: TableRef, format: DumpFormat, options: DumpOptions = {}): Promise<Readable> {
  const { query = {} } = options
  const engine = await engineOf(platform)
  const open = <T>(work: (open: OpenTable) => Promise<T>) => inTurn(engine, () => withTable(platform, tenant, table, work, seconds))
  const begun = await withTable(platform, tenant, table, async (first) => {
    checkQuery(first.fields, { ...query, limit: Math.min(query.limit ?? 0, mostRows) })
    return { versionId: first.versionId, fields: answerFields(first.fields, query), last: await lastRow(first, query) }
  })
  const lines = linesOf(format, begun.fields, options.describe)
  const writePart = async (from: number, to: number): Promise<string> => {
    const path = join(engine.spill, `${randomBytes(12).toString('hex')}.part`)
    await open(async (now) => {
      if (now.versionId !== begun.versionId) throw new QueryRefused({ code: 'open-data.store.replaced' })
      await now.connection.run(`copy (${await partSql(now, query, begun.fields, lines, from, to)}) to ${text(path)} (${lines.options})`)
    })
    return path
  }
  return Readable.from(parts(lines, options.bom === true, partsOf(begun, query), writePart), { objectMode: false, highWaterMark: 256 * 1024 })
}

async function* parts(lines: Lines, bom: boolean, ranges: readonly (readonly [number, number])[], write: (from: number, to: number) => Promise<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(`${bom ? '\ufeff' : ''}${lines.head}`)
  let next = begin(ranges[0], write)
  let first = true
  try {
    for (const at of ranges.keys()) {
      const path = await next
      next = begin(ranges[at + 1], write)
      next?.catch(() => {}) // said when it is its turn
      if (path === undefined) continue
      try {
        for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
          yield first && lines.commas ? piece.subarray(1) : piece
          first = false
        }
      } finally {
        await rm(path, { force: true })
      }
    }
    yield Buffer.from(lines.foot)
  } finally {
    // Whoever has stopped reading leaves a part behind.
    const left = await next?.catch(() => undefined)
    if (left !== undefined) await rm(left, { force: true })
  }
}

const begin = (range: readonly [number, number] | undefined, write: (from: number, to: number) => Promise<string>): Promise<string> | undefined => range && write(...range)

/** Numbers of the rows of each part; the first ones are small, so that something comes at once. Rows in another order are one part. */
function partsOf({ fields, last }: { fields: readonly Field[]; last: number }, { sort, offset, limit }: Question): (readonly [number, number])[] {
  if (sort?.length || offset !== undefined || limit !== undefined) return [[1, last]]
  const most = Math.ceil(cellsPerPart / fields.length)
  const ranges: [number, number][] = []
  for (let from = 1, size = Math.ceil(most / 16); from <= last; size = Math.min(most, size * 4)) {
    ranges.push([from, from + size - 1])
    from += size
  }
  return ranges
}

async function lastRow(open: OpenTable, query: Question): Promise<number> {
  const sources = await sourcesOf(open, { where: query.where ?? [] })
  return Number((await (await open.connection.run(`select coalesce(max(_id), 0) from ${rowsSql(sources, [{ id: '_id', type: 'int' }])}`)).getRows())[0]?.[0] ?? 0)
}

async function partSql(open: OpenTable, query: Question, fields: readonly Field[], lines: Lines, from: number, to: number): Promise<string> {
  const within = (source: Source): Source => ({ ...source, where: [`_id between ${from} and ${to}`, ...source.where] })
  const sources = (await sourcesOf(open, query, true)).map(within)
  const { sort = [], offset = 0, limit } = query
  // A base alone stands in order.
  if (sources.length === 1 && sort.length === 0 && offset === 0 && limit === undefined) return `select ${lines.columns} from ${rowsSql(sources, fields)}`
  return `select ${lines.columns} from ${orderedRowsSql(sources, listColumns(open.fields, fields, sort), sort, limit, offset)}`
}

// Dumps leave connections to those who ask for a page.
const running = new WeakMap<Engine, { count: number; waiting: (() => void)[] }>()
async function inTurn<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  const line = running.get(engine) ?? { count: 0, waiting: [] }
  running.set(engine, line)
  if (line.count >= 2) await new Promise<void>((resolve) => line.waiting.push(resolve))
  else line.count++
  try {
    return await work()
  } finally {
    const next = line.waiting.shift()
    if (next) next()
    else line.count--
  }
}
