// Waits to be told a version of a test database, and loads it until it is done or killed.
import { once } from 'node:events'
import { openDatabase, openFiles, openPool, readConfig, type UnitOfWork } from '@modellregion/kernel'
import { loadVersion } from './load-version.ts'

process.stdout.write('ready\n')
const [told] = (await once(process.stdin, 'data')) as [Buffer]
const [url = '', tenant = '', version = '', folder = '', started = ''] = JSON.parse(told.toString()) as string[] // written by kill.test.ts
const database = openDatabase(openPool(url, { name: 'killed' }), new Set(['platform', 'open-data']))
const files = openFiles(readConfig({ env: {}, options: { data: folder }, root: folder }))
const unit = (access: 'read' | 'write') => <T>(work: (db: UnitOfWork) => Promise<T>) => database.unit({ tenant, service: 'open-data', access, now: new Date(started) }, work)
process.stdout.write('begun\n')
await loadVersion({ platform: { files }, tenant: { id: tenant }, attempt: 1, signal: new AbortController().signal, progress: () => {}, read: unit('read'), write: unit('write') }, version)
process.stdout.write('done\n')
await database.close()
