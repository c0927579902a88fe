import { openDatabase, openPool, type UnitOfWork } from '@modellregion/kernel'
import { confirmByLink } from './registration.ts'

// Confirms a registration and kills itself with SIGKILL right after so many statements; 0: after the commit.
const [url = '', now = '', token = '', after = '0'] = process.argv.slice(2)
const database = openDatabase(openPool(url, { name: 'dying', size: 1 }), new Set(['platform', 'citizen-id']))
let done = 0
const die = (): void => void process.kill(process.pid, 'SIGKILL')
const counted = <A extends unknown[], T>(ask: (...args: A) => Promise<T>) => async (...args: A): Promise<T> => {
  const answer = await ask(...args)
  if (++done === Number(after)) die()
  return answer
}
const dying = (db: UnitOfWork): UnitOfWork => ({ ...db, many: counted(db.many) as UnitOfWork['many'], maybe: counted(db.maybe) as UnitOfWork['maybe'], one: counted(db.one) as UnitOfWork['one'], run: counted(db.run) })
await database.unit({ tenant: 'erlenau', service: 'citizen-id', access: 'write', now: new Date(now) }, (db) => confirmByLink(dying(db), token))
die()
