// Writes rows into a table of a test database, batch after batch, folding in between, until it is killed.
import { openDatabase, openFiles, openPool, readConfig } from '@modellregion/kernel'
import { foldTable } from './fold.ts'
import { pushRecords } from './push.ts'

const [url = '', tenant = '', table = '', folder = '', first = '0'] = process.argv.slice(2)
const config = readConfig({ env: {}, options: { config: undefined, data: folder, port: '0', services: undefined }, root: folder })
const now = () => new Date('2026-03-04T09:00:00Z')
const host = { database: openDatabase(openPool(url, { name: 'killed' }), new Set(['platform', 'open-data'])), files: openFiles(config, now), now, config }

process.stdout.write('ready\n')
void (async () => {
  for (;;) {
    await foldTable(host, tenant, table)
    process.stdout.write('folded\n')
  }
})()
for (let batch = Number(first); ; batch++) {
  const records = Array.from({ length: 20 }, (_, at) => ({ key: `${batch}-${at}`, shared: 'one' }))
  // The last row is written by every batch anew.
  await host.database.unit({ tenant, service: 'open-data', access: 'write', now: now() }, (db) => pushRecords(host, db, table, 'upsert', [...records, { key: 'always', shared: String(batch) }]))
  process.stdout.write(`kept ${batch}\n`)
}
