import { PostgresQueryCompiler, createQueryId } from 'kysely'
import type { TemporaryDatabase } from '@modellregion/testing'

type UnitOfWork = Parameters<Parameters<TemporaryDatabase['unit']>[2]>[0]
export type Recorded = { statements: Set<string>; tables: Set<string>; /** False for a function that only computes: it hands back something else than a promise. */ waits: boolean }

const compiler = new PostgresQueryCompiler()

/** What stands in for results and arguments: it can be read, called, counted, iterated and turned into text. */
function anything(): unknown {
  const target = function () {}
  return new Proxy(target, {
    get: (_, key) => {
      if (key === 'then') return undefined
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 1 : '1')
      if (key === Symbol.iterator) return [anything()][Symbol.iterator].bind([anything()])
      if (key === 'toString' || key === 'toISOString' || key === 'toJSON') return () => '2026-01-01T00:00:00Z'
      if (key === 'getTime' || key === 'valueOf') return () => 1
      if (key === 'length' || key === 'size') return 1
      if (key === 'map' || key === 'flatMap') return (work: (item: unknown, index: number) => unknown) => [work(anything(), 0)].flat()
      if (key === 'filter' || key === 'slice' || key === 'concat' || key === 'sort' || key === 'toSorted') return () => [anything()]
      if (key === 'find' || key === 'at' || key === 'get') return () => anything()
      if (key === 'some' || key === 'every' || key === 'has' || key === 'includes') return () => true
      if (key === 'entries' || key === 'keys' || key === 'values') return () => [[anything(), anything()]].values()
      return anything()
    },
    has: () => true,
    apply: () => anything(),
    ownKeys: () => ['prototype'],
  })
}

// A record with every field, each a text: it can be spread, and handed to the server.
const fields = (): unknown => new Proxy({}, { get: (_, key) => (typeof key === 'symbol' || key === 'then' || key === 'toOperationNode' ? undefined : 'probe') })

/** A unit of work that answers from thin air and keeps the statements it is given. */
function recordingUnit(recorded: Recorded, found: boolean): UnitOfWork & { query(text: unknown): Promise<unknown> } {
  const keep = (query: Parameters<UnitOfWork['run']>[0]) => {
    recorded.statements.add(compiler.compileQuery(query.toOperationNode() as never, createQueryId()).sql) // raw and built nodes alike, as in the kernel
  }
  const row = () => (found ? anything() : undefined)
  return {
    tenant: 'erlenau',
    service: 'platform',
    now: new Date('2026-01-01T00:00:00Z'),
    actor: '00000000-0000-7000-8000-000000000001',
    sharded: false,
    many: async <T>(query: Parameters<UnitOfWork['run']>[0]) => (keep(query), found ? [row() as T] : []), // thin air has every type
    maybe: async <T>(query: Parameters<UnitOfWork['run']>[0]) => (keep(query), row() as T | undefined),
    one: async <T>(query: Parameters<UnitOfWork['run']>[0]) => (keep(query), anything() as T),
    run: async (query) => (keep(query), found ? 1 : 0),
    // Query files of the queue work on a bare connection.
    query: async (text) => (typeof text === 'string' && recorded.statements.add(text), { rows: found ? [anything()] : [], rowCount: found ? 1 : 0 }),
    insertMany: async (table, rows) => (recorded.tables.add(table), rows.length),
  }
}

/** Calls a query function with made-up arguments, in several ways so that its branches are taken, and with the given ones, and returns what it asked. Without `madeUp` only with the given ones: where an argument chooses the table. */
export async function recordStatements(query: (...args: unknown[]) => unknown, given: readonly (readonly unknown[])[] = [], madeUp = true): Promise<Recorded> {
  const recorded: Recorded = { statements: new Set(), tables: new Set(), waits: false }
  const argumentKinds = [anything, () => undefined, fields, () => 'probe', () => [anything()], () => ({}), () => ['probe'], () => 1, () => '00000000-0000-7000-8000-000000000001']
  for (const found of [true, false])
    for (const others of [...(madeUp ? argumentKinds.map((make) => Array.from({ length: 6 }, make)) : []), ...given]) {
      try {
        const answer = query(recordingUnit(recorded, found), ...others)
        recorded.waits ||= answer instanceof Promise
        await answer
      } catch {
        // An argument of the wrong kind: another round brings the right one. Functions that never ask are reported by the test.
      }
    }
  return recorded
}
