import { openDatabase, openPool } from '../database/index.ts'
import { traced } from './test-jobs.ts'
import { assemble, testConfig, type Urls } from './test-platform.ts'
import { startWorker } from './worker.ts'

// A worker process of its own, for the test that kills it. Says "ready" and works until it is killed or told to stop.
const [folder = '', urls = '{}'] = process.argv.slice(2)
const known = JSON.parse(urls) as Urls // written by the test
const database = openDatabase(openPool(known.appUrl, { name: 'test-process', size: 5 }), new Set(['platform']))
const worker = await startWorker(await assemble(database, known, testConfig(folder), [traced]))
process.stdout.write('ready\n')
process.on('SIGTERM', () => {
  void worker.stop(0.2).then(async () => {
    await database.close()
    process.exit(0)
  })
})
