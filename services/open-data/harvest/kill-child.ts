// Harvests one source of a test database, again and again, until it is killed.
import { openDatabase, openPool } from '@modellregion/kernel'
import { harvest } from './run.ts'

const [url = '', tenantId = '', source = '', host = '', started = ''] = process.argv.slice(2)
const database = openDatabase(openPool(url, { name: 'killed' }), new Set(['platform', 'open-data']))
const platform = { database, config: { demo: false, harvest: { allow: [host] } }, now: () => new Date(started) }
process.stdout.write('ready\n')
const { counts } = await harvest({ platform, tenant: { id: tenantId }, signal: new AbortController().signal, progress: () => {} }, source)
process.stdout.write(`done ${JSON.stringify(counts)}\n`)
await database.close()
