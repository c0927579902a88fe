import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { indexRecords, type SearchRecord } from './index.ts'

let db: TemporaryDatabase
let app: pg.Client
let owner: pg.Client
const records = Array.from({ length: 3_000 }, (_, i): SearchRecord => ({
  service: 'platform', kind: 'page', ref: String(i), title: `Seite ${i} ${i % 500 === 0 ? 'Landesgrenze' : 'Verkehr'}`, url: `/${i}`, body: 'Ein Text über die Stadt und ihre Straßen. '.repeat(5),
})) // prettier-ignore

before(async () => {
  db = await temporaryDatabase()
  for (const tenant of ['erlenau', 'moorbek']) await db.unit(tenant, 'platform', (unit) => indexRecords(unit, records.slice(0, tenant === 'erlenau' ? 3_000 : 600)))
  app = new pg.Client({ connectionString: db.appUrl })
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await Promise.all([app.connect(), owner.connect()])
  await owner.query('set role search_owner')
})
after(async () => {
  await Promise.all([app?.end(), owner?.end()])
  await db?.close()
})

const match = `select ref from search.doc where tenant_id = 'erlenau' and tsv @@ '''landesgrenz'''::tsquery`
const explain = async (client: pg.Client, query: string) => (await client.query<{ 'QUERY PLAN': string }>(`explain ${query}`)).rows.map((row) => row['QUERY PLAN']).join('\n')

async function asService<T>(tenant: string | undefined, work: () => Promise<T>): Promise<T> {
  await app.query('begin read only')
  try {
    if (tenant === undefined) await app.query('set local role svc_platform')
    else await app.query('select platform.enter($1, $2)', [tenant, 'svc_platform'])
    return await work()
  } finally {
    await app.query('rollback')
  }
}
const request = JSON.stringify({ levels: [{ match: "'landesgrenz'", enough: 1, least: 0 }], terms: [["'landesgrenz'", 1, 0]], folded: 'landesgrenze', chosen: {}, count: true, from: 0, size: 20, sort: 'relevance', candidates: 3000, now: '2025-06-01' })
const run = (tenant: string) => app.query<{ run: { total: number } }>('select search.run($1, $2::jsonb) as run', [tenant, request])

test('inside the function the full-text index is used', async () => {
  await owner.query('reset role')
  await owner.query('vacuum (analyze) search.doc')
  await owner.query('set role search_owner')
  assert.match(await explain(owner, match), /Bitmap Index Scan on doc_tsv/)
})

test('outside of it a service role would read every row: that is why the function exists', async () => {
  const plan = await asService('erlenau', () => explain(app, match))
  assert.doesNotMatch(plan, /doc_tsv/)
})

test('without a town there are no rows and no answers', async () => {
  assert.equal(await asService(undefined, async () => (await app.query(match)).rowCount), 0)
  await assert.rejects(asService(undefined, () => run('erlenau')), { code: '42501' })
  await assert.rejects(asService(undefined, () => run('')), { code: '42501' })
})

test('another town’s rows do not exist, and the function refuses to be asked for them', async () => {
  assert.equal(await asService('moorbek', async () => (await app.query(match)).rowCount), 0)
  await assert.rejects(asService('moorbek', () => run('erlenau')), { code: '42501' })
  assert.equal((await asService('moorbek', () => run('moorbek'))).rows[0]?.run.total, 2)
  assert.equal((await asService('erlenau', () => run('erlenau'))).rows[0]?.run.total, 6)
  for (const call of ["search.look('erlenau', '{}', '{}', '{}', '{}')", `search.suggest('erlenau', '{"prefix":"la","match":"''la'':*","size":5}')`])
    await assert.rejects(asService('moorbek', () => app.query(`select ${call}`)), { code: '42501' }, call)
})

test('the application owns nothing here and cannot become the owner of the search', async () => {
  const owned = await owner.query(`select relname from pg_class c join pg_roles r on r.oid = c.relowner where c.relnamespace = 'search'::regnamespace and r.rolname in ('modellregion_app', 'svc_platform', 'search_owner')`)
  assert.equal(owned.rowCount, 0)
  await assert.rejects(app.query('set role search_owner'), { code: '42501' })
  const open = await owner.query(`select p.proname from pg_proc p where p.pronamespace = 'search'::regnamespace and p.prosecdef and has_function_privilege('public', p.oid, 'execute')`)
  assert.equal(open.rowCount, 0, 'no function with other rights than the caller’s is open to everybody')
})
