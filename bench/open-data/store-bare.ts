import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'

export type Bare = { seconds: { copy: number; index: number }; megabytes: number; copyOut(path: string): Promise<number> }

/** The same rows as a table of PostgreSQL, all columns text, with a key and a full-text index over all of them. */
export async function bareTable(client: pg.Client, csv: string, fields: readonly string[]): Promise<Bare> {
  const columns = fields.map((field) => client.escapeIdentifier(field))
  await client.query(`create table requests (${columns.map((column) => `${column} text`).join(', ')}, _id bigint generated always as identity)`)
  const copy = await seconds(() => client.query(`copy requests (${columns.join(', ')}) from ${client.escapeLiteral(csv)} (format csv, header true)`))
  const index = await seconds(async () => {
    await client.query('set max_parallel_maintenance_workers = 2')
    await client.query("set maintenance_work_mem = '256MB'")
    await client.query('alter table requests add primary key (_id)')
    await client.query(`alter table requests add column words tsvector`)
    await client.query(`update requests set words = to_tsvector('simple', concat_ws(' ', ${columns.join(', ')}))`)
    await client.query('create index on requests using gin (words)')
    await client.query('vacuum analyze requests')
  })
  const { rows } = await client.query<{ megabytes: string }>("select (pg_total_relation_size('requests') / 1000000)::text as megabytes")
  return {
    seconds: { copy, index },
    megabytes: Number(rows[0]?.megabytes),
    copyOut: async (path) =>
      await seconds(async () => {
        await client.query(`copy (select ${columns.join(', ')} from requests) to ${client.escapeLiteral(path)} (format csv, header true)`)
        await pipeline(createReadStream(path), createWriteStream('/dev/null'))
      }),
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1_000
}
