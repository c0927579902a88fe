import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { openPool, processEnvironment, temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { listTables } from './conventions/catalogue.ts'
import { recordStatements } from './explain/record.ts'

const root = dirname(import.meta.dirname)
const modules = globSync(['platform/kernel/**/queries.ts', 'platform/kernel/**/queries/*.ts', 'services/*/**/queries.ts', 'services/*/**/queries/*.ts'], { cwd: root })
  .filter((file) => !file.includes('node_modules/') && !file.endsWith('.test.ts') && file.startsWith(processEnvironment()['MODELLREGION_TEST_ROOM'] ?? ''))
  .sort()

// Backup and restore read and write all towns at once, as the owner of the tables; their round trip is a test of its own.
const acrossTowns = ['platform/kernel/backup/queries.ts']

// Functions that ask nothing when called with made-up arguments, with the reason; their own tests run them.
const notRecorded: Record<string, string> = {
  'platform/kernel/privacy/queries.ts': 'builds its statement from the register of personal data',
  'platform/kernel/jobs/queries.ts insertJob': 'checks its payload first',
  ...Object.fromEntries(
    ['count.ts countLinked', 'count.ts countMembers', 'geometry.ts listGeometries', 'messages.ts listByKeys', 'read.ts findMember', 'series.ts listFeaturesAsked', 'series.ts listObservationsOf', 'series.ts listSeriesAsked'].map((name) => [
      `services/smart-school/sensorthings/queries/${name}`,
      'builds its statement from a question of SensorThings; the tests of that room ask some hundred',
    ]),
  ),
}

// Functions that build their statement from what they are asked: arguments that they know.
const someId = '00000000-0000-7000-8000-000000000001'
const moment = new Date('2026-01-01T00:00:00Z')
const observation = { seriesId: 1, at: moment, number: 1 }
const anyOf = (paths: readonly string[]) => [[paths.map((path) => ({ path, value: '1' })), { from: 0, size: 1, members: true }]]
const known: Record<string, readonly (readonly unknown[])[]> = {
  'services/citizen-id/scim/queries.ts findUsers': anyOf(['username', 'externalid', 'id', 'active', 'emails']),
  'services/citizen-id/scim/queries.ts findGroups': anyOf(['displayname', 'externalid', 'id', 'members']),
  'services/smart-school/ingest/queries/reading.ts listLastReadings': [[[1], moment]],
  'services/smart-school/sensorthings/queries/write.ts deleteEntity': [['Thing', 1]],
  'services/smart-school/sensorthings/queries/write.ts updateEntity': [['Thing', 1, { name: 'x', properties: {} }]],
  'services/smart-school/sensorthings/queries/write.ts listSchoolsUsing': ['Location', 'Sensor', 'ObservedProperty', 'FeatureOfInterest'].map((entity) => [entity, 1]),
  'services/smart-school/store/queries.ts writeObservations': [[[observation]], [[observation], 'replace'], [[{ ...observation, result: 'wet' }]]],
  'platform/kernel/admin/queries.ts findHeld': [[`grant ${someId} editor`], [`delegation ${someId}`]],
}

// Of these an argument chooses the table, so made-up ones make no statement.
const chooseTables = ['deleteEntity', 'listSchoolsUsing'].map((name) => `services/smart-school/sensorthings/queries/write.ts ${name}`)

describe('every statement of the query files is explained', () => {
  let db: TemporaryDatabase
  let superuser: ReturnType<typeof openPool>
  let tenantTables: string[]
  before(async () => {
    db = await temporaryDatabase()
    superuser = openPool(db.superuserUrl, { name: 'explain', size: 1 })
    tenantTables = (await listTables(superuser)).filter(({ tenant }) => tenant).map(({ name }) => name)
  })
  after(async () => {
    await superuser.end()
    await db.close()
  })

  for (const file of modules.filter((name) => !acrossTowns.includes(name)))
    test(file, async () => {
      const complaints: string[] = []
      for (const [name, query] of Object.entries<unknown>(await import(pathToFileURL(join(root, file)).href))) {
        if (typeof query !== 'function') continue
        const { statements, tables, waits } = await recordStatements(query as (...args: unknown[]) => unknown, known[`${file} ${name}`], !chooseTables.includes(`${file} ${name}`)) // checked in the line above
        if (waits && statements.size + tables.size === 0 && !notRecorded[file] && !notRecorded[`${file} ${name}`]) complaints.push(`${name}: asked nothing; give it a reason in notRecorded, or a place outside the query files`)
        for (const table of tables) if (!tenantTables.includes(table) && (await isUnknown(table))) complaints.push(`${name}: inserts into ${table}, which does not exist`)
        for (const statement of statements) complaints.push(...(await judge(statement)).map((complaint) => `${name}: ${complaint}\n${statement}`))
      }
      assert.deepEqual(complaints, [])
    })

  test('a statement without its town, a misspelt one and a missing table are noticed', async () => {
    const [table = ''] = tenantTables
    assert.match((await judge(`select * from ${table}`)).join(), /does not name the town/)
    assert.match((await judge(`update ${table} set created_at = $1`)).join(), /does not name the town/)
    assert.deepEqual(await judge(`select * from ${table} where tenant_id = $1`), [])
    assert.match((await judge('select nothing from platform.tenant')).join(), /nothing/)
    assert.match((await judge('merge into platform.tenant t using platform.tenant s on false when not matched then do nothing')).join(), /merge/)
  })

  async function isUnknown(table: string): Promise<boolean> {
    return (await superuser.query<{ at: string | null }>('select to_regclass($1) as at', [table])).rows[0]?.at === null
  }

  /** Plans the statement as the superuser, on whom no policy puts a predicate: what names the town was written by the author. */
  async function judge(statement: string): Promise<string[]> {
    if (/^\s*merge\b/i.test(statement)) return ['uses merge, which a sharded server refuses']
    if (!/^\s*(--[^\n]*\n\s*)*(select|insert|update|delete|with|values|merge)\b/i.test(statement)) return [] // statements about schemas and roles have no plan
    // The table itself is an argument: what can be seen is whether the town is named.
    if (/"(probe|undefined|null|1|00000000-\S+|\[object Object\])"/.test(statement)) return /tenant_id = \$\d|\binsert\b[^]*\btenant_id\b/i.test(statement) ? [] : ['does not name the town']
    let plan: string
    try {
      const { rows } = await superuser.query<{ 'QUERY PLAN': unknown }>(`explain (generic_plan, verbose, format json) ${statement}`)
      plan = JSON.stringify(rows[0]?.['QUERY PLAN'])
    } catch (error) {
      return [(error as Error).message]
    }
    const touched = tenantTables.filter((name) => reads(plan, name))
    if (touched.length === 0) return []
    if (/tenant_id\)?(::text)? = (ANY )?\(?(\$\d+|'|current_setting)/.test(plan) || /^\s*(with \w+ as \(\s*)?insert\b[^]*\btenant_id\b/i.test(statement)) return []
    return [`does not name the town of ${touched.join(', ')}`]
  }

  const reads = (plan: string, table: string): boolean => {
    const [schema, name] = table.split('.')
    return plan.includes(`"Relation Name":"${name}","Schema":"${schema}"`)
  }
})
