import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openPool, temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { conventionNames, listOwnedTables, listTables, violationsOf, withoutCreation, type Table } from './conventions/catalogue.ts'
import { loosenConstraints, probeRow, rightsOn, tryAs } from './conventions/probe.ts'

type Pool = ReturnType<typeof openPool>

describe('the catalogue keeps the conventions', () => {
  let db: TemporaryDatabase
  let superuser: Pool
  let tenantTables: string[]
  before(async () => {
    db = await temporaryDatabase()
    superuser = openPool(db.superuserUrl, { name: 'conventions', size: 2 })
    tenantTables = (await listTables(superuser)).filter(({ tenant }) => tenant).map(({ name }) => name)
  })
  after(async () => {
    await superuser.end()
    await db.close()
  })

  for (const convention of conventionNames)
    test(convention, async () => {
      assert.deepEqual(await violationsOf(superuser, convention, tenantTables), [])
    })

  test('tenant tables know when a row was made', async () => {
    assert.deepEqual(await withoutCreation(superuser, tenantTables), [])
  })

  test('each convention notices its violation', async () => {
    const planted = await plant(superuser)
    try {
      for (const convention of Object.keys(planted)) assert.notDeepEqual(await violationsOf(superuser, convention, ['planted.Birds', 'planted.tree']), [], convention)
      assert.deepEqual(await withoutCreation(superuser, ['planted.tree']), ['planted.tree'])
    } finally {
      await superuser.query('drop schema planted cascade')
    }
  })
})

/** One violation of each convention that a table can break. */
async function plant(superuser: Pool): Promise<Record<string, true>> {
  const statements = [
    'create schema planted',
    'create unlogged table planted."Birds" (id text primary key, seen timestamp)',
    'create table planted.tree (tenant_id text not null, id text, parent text, unique (id))',
    'create unique index on planted.tree (id, tenant_id)',
    'alter table planted.tree add foreign key (parent) references planted.tree (id) on delete set null',
    'create function planted.f() returns trigger language plpgsql security definer as $$ begin return new; end $$',
    'create trigger t before insert on planted.tree for each row execute function planted.f()',
    'create rule r as on delete to planted.tree do instead nothing',
    `create policy p on planted.tree using (tenant_id = (select current_setting('app.tenant')))`,
    'create materialized view planted.view as select 1 as one',
  ]
  for (const statement of statements) await superuser.query(statement)
  const roles = ['the processes own nothing and pass no row security']
  return Object.fromEntries(conventionNames.filter((name) => !roles.includes(name)).map((name) => [name, true]))
}

describe('no town sees another through any table', () => {
  let db: TemporaryDatabase
  let superuser: Pool
  let tables: Table[]
  before(async () => {
    db = await temporaryDatabase()
    superuser = openPool(db.superuserUrl, { name: 'isolation', size: 2 })
    tables = (await listTables(superuser)).filter(({ tenant }) => tenant)
    await loosenConstraints(superuser)
    for (const { name } of tables) {
      const row = await probeRow(superuser, name, 'erlenau')
      await superuser.query(row.text, row.values)
    }
  })
  after(async () => {
    await superuser.end()
    await db.close()
  })

  test('there is something to look at', () => {
    assert.ok(tables.length >= 20, `only ${tables.length} tenant tables`)
  })

  test('rows are seen from their own town only', async () => {
    const app = db.database.pool
    for (const { name } of tables) {
      const count = `select count(tenant_id)::int as seen from ${name}`
      let seen = 0
      const readers = (await rightsOn(superuser, name)).filter(({ reads }) => reads)
      for (const { role } of readers) {
        const own = await tryAs(app, role, 'erlenau', count)
        assert.equal(own.refused, undefined, `${role} reads ${name}`)
        seen += Number(own.rows[0]?.['seen'])
        for (const tenant of ['moorbek', '', '%', undefined]) {
          const foreign = await tryAs(app, role, tenant, count)
          assert.equal(foreign.rows[0]?.['seen'], 0, `${role} in "${tenant}" sees a row of another town in ${name}`)
        }
      }
      // Otherwise nobody sees anything and the test above could not fail.
      if (readers.length > 0) assert.ok(seen > 0, `no role sees its own town's row in ${name}`)
    }
  })

  test('the application without a role sees no row at all', async () => {
    for (const { name } of tables) {
      const direct = await tryAs(db.database.pool, 'modellregion_app', 'erlenau', `select tenant_id from ${name}`)
      assert.ok(direct.refused === '42501' || direct.count === 0, `modellregion_app reads ${name}`)
    }
  })

  test('nobody writes into another town', async () => {
    const app = db.database.pool
    let tried = 0
    for (const { name } of tables) {
      const foreign = await probeRow(superuser, name, 'moorbek')
      for (const { role, inserts, updates } of await rightsOn(superuser, name)) {
        if (inserts) {
          tried++
          assert.equal((await tryAs(app, role, 'erlenau', foreign.text, foreign.values)).refused, '42501', `${role} in erlenau writes a row of moorbek into ${name}`)
        }
        if (!updates) continue
        const moved = await tryAs(app, role, 'erlenau', `update ${name} set tenant_id = 'moorbek'`)
        assert.ok(moved.refused === '42501' || moved.count === 0, `${role} moves a row of ${name} to another town`)
        assert.equal((await tryAs(app, role, 'moorbek', `update ${name} set tenant_id = 'moorbek' where tenant_id = 'erlenau'`)).count, 0, `${role} takes a row of ${name} from another town`)
      }
    }
    assert.ok(tried > 20, `only ${tried} inserts were tried`)
  })

  test('a table without protection is found', async () => {
    await superuser.query('create table platform.open_door (tenant_id text not null); grant select, insert on platform.open_door to modellregion_service')
    await superuser.query(`insert into platform.open_door values ('erlenau')`)
    const leak = await tryAs(db.database.pool, 'svc_platform', 'moorbek', 'select count(tenant_id)::int as seen from platform.open_door')
    assert.equal(leak.rows[0]?.['seen'], 1)
    await superuser.query('drop table platform.open_door')
  })
})

describe('a shared table shows what is published, and obeys the town that owns the row', () => {
  let db: TemporaryDatabase
  let superuser: Pool
  let owned: string[]
  const roleOf = (table: string) => `svc_${table.split('.')[0] ?? ''}`
  before(async () => {
    db = await temporaryDatabase()
    superuser = openPool(db.superuserUrl, { name: 'shared', size: 2 })
    owned = await listOwnedTables(superuser)
    await loosenConstraints(superuser)
    await dropKeys(superuser, owned)
    for (const table of owned)
      for (const published of [true, false]) {
        const row = await probeRow(superuser, table, 'erlenau', { published })
        await superuser.query(row.text, row.values)
      }
  })
  after(async () => {
    await superuser.end()
    await db.close()
  })

  test('there is something to look at', () => {
    assert.ok(owned.includes('portfolio.entry'), owned.join())
  })

  test('other towns see the published row only, no town sees none of the rest', async () => {
    for (const table of owned) {
      const seen = async (tenant: string | undefined) => (await tryAs(db.database.pool, roleOf(table), tenant, `select count(*)::int as seen from ${table}`)).rows[0]?.['seen']
      assert.equal(await seen('erlenau'), 2, table)
      for (const tenant of ['moorbek', '', '%', undefined]) assert.equal(await seen(tenant), 1, `"${tenant}" in ${table}`)
    }
  })

  test('nobody writes, changes, gives away or deletes a row of another town', async () => {
    for (const table of owned) {
      const as = async (tenant: string, text: string, values?: unknown[]) => await tryAs(db.database.pool, roleOf(table), tenant, text, values)
      const foreign = await probeRow(superuser, table, 'erlenau')
      assert.equal((await as('moorbek', foreign.text, foreign.values)).refused, '42501', `moorbek writes a row of erlenau into ${table}`)
      assert.equal((await as('moorbek', `update ${table} set published = true`)).count, 0, `moorbek changes ${table}`)
      assert.equal((await as('moorbek', `delete from ${table}`)).count, 0, `moorbek deletes from ${table}`)
      assert.equal((await as('erlenau', `update ${table} set town = 'moorbek'`)).refused, '42501', `erlenau gives a row of ${table} away`)
      assert.equal((await as('erlenau', `update ${table} set published = false`)).count, 2, `erlenau changes its own rows of ${table}`)
    }
  })
})

/** Keys stand in the way of two made-up rows of the same town. */
async function dropKeys(superuser: Pool, owned: readonly string[]): Promise<void> {
  const { rows } = await superuser.query<{ statement: string }>(
    `select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as statement from pg_constraint where contype in ('p', 'u') and conrelid::regclass::text = any($1)
     union all select format('drop index %s', indexrelid::regclass) from pg_index i where indisunique and indrelid::regclass::text = any($1) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
    [owned],
  )
  for (const { statement } of rows) await superuser.query(statement)
}
