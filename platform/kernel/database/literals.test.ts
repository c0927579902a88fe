import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { temporaryDatabase } from '@modellregion/testing'
import { withLiterals } from './literals.ts'

test('whatever a text holds, it arrives as it was and ends no statement', async () => {
  const town = await temporaryDatabase()
  try {
    const { database } = town
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '').toWellFormed()), fc.constantFrom("'", "\\'", "''; drop table platform.account; --", '$1', '$$', '\\', "E'\\x27"), fc.integer(), fc.boolean(), fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), async (any, nasty, number, flag, moment) => {
        const text = `${any}${nasty}${any}`
        const { rows } = await database.statement<{ t: string; n: number; f: boolean; d: Date; z: null }>(
          { tenant: 'erlenau', service: 'platform', access: 'read', now: new Date(0) },
          sql`select ${text}::text as t, ${number}::int as n, ${flag}::boolean as f, ${moment}::timestamptz as d, ${null}::text as z`,
        )
        assert.deepEqual(rows, [{ t: text, n: number, f: flag, d: moment, z: null }])
      }),
      { numRuns: 200 },
    )
  } finally {
    await town.close()
  }
})

test('a statement is a transaction of its own in its town: others see nothing, and a mistake changes nothing', async () => {
  const town = await temporaryDatabase()
  try {
    const { database } = town
    const entry = (tenant: string, access: 'read' | 'write' = 'write') => ({ tenant, service: 'platform', access, now: new Date('2026-03-10T09:00:00Z') })
    const id = '0196f7a0-0000-7000-8000-000000000001'
    const insert = (tenant: string) => sql`insert into platform.account (tenant_id, id, display_name, last_seen_at, created_at) values (${tenant}, ${id}, ${"O'Neill"}, ${new Date(0)}, ${new Date(0)})`
    assert.equal((await database.statement(entry('erlenau'), insert('erlenau'))).written, 1)
    await assert.rejects(database.statement(entry('erlenau'), insert('moorbek')), /row-level security/)
    await assert.rejects(database.statement(entry('erlenau', 'read'), insert('erlenau')), /read-only/)
    const names = async (tenant: string) => (await database.statement<{ name: string }>(entry(tenant, 'read'), sql`select display_name as name from platform.account where tenant_id = ${tenant}`)).rows
    assert.deepEqual(await names('erlenau'), [{ name: "O'Neill" }])
    assert.deepEqual(await names('moorbek'), [])
    assert.deepEqual(await database.unit(entry('moorbek', 'read'), (db) => db.many(sql`select 1 from platform.account where tenant_id = 'erlenau'`)), [], 'and the connection carries nothing over')
  } finally {
    await town.close()
  }
})

test('what has no literal is refused', () => {
  assert.throws(() => withLiterals('select $1', [['a']]), /no literal/)
  assert.throws(() => withLiterals('select $1', ['a\0b']), /zero byte/)
  assert.throws(() => withLiterals('select $2', ['a']), /names \$2/)
  assert.throws(() => withLiterals('select $1', [Number.NaN]), /no literal/)
})
