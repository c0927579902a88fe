// Posts prepared envelopes one after the other and says each number as soon as it is acknowledged. Dies with SIGKILL in the middle of the unit
// of work of one of them, after so many of its statements; 99: after its commit, before anybody is told.
import { readFileSync } from 'node:fs'
import { openDatabase, openPool, type UnitOfWork } from '@modellregion/kernel'
import type { Envelope } from '../crypto/schema.ts'
import { sodium } from '../crypto/sodium.ts'
import { post } from './post.ts'

const [url = '', moment = '', file = '', fatal = '', statements = ''] = process.argv.slice(2)
const envelopes = JSON.parse(readFileSync(file, 'utf8')) as Envelope[] // written by kill.test.ts
const database = openDatabase(openPool(url, { name: 'dying', size: 2 }), new Set(['help-chat']))
const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('not reached')
}

function mortal(db: UnitOfWork, lives: number): UnitOfWork {
  let left = lives
  const counted = <A extends unknown[], R>(ask: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
    if (left-- === 0) die()
    return await ask(...args)
  }
  return { ...db, many: counted(db.many) as UnitOfWork['many'], maybe: counted(db.maybe) as UnitOfWork['maybe'], one: counted(db.one) as UnitOfWork['one'], run: counted(db.run) } // the same calls, counted
}

await sodium()
for (const envelope of envelopes) {
  const isFatal = envelope.seq === Number(fatal)
  await database.unit({ tenant: 'erlenau', service: 'help-chat', access: 'write', now: new Date(moment) }, (db) => post(isFatal && statements !== '99' ? mortal(db, Number(statements)) : db, envelope.case, 'person', { envelope }))
  if (isFatal) die()
  process.stdout.write(`${envelope.seq}\n`)
}
