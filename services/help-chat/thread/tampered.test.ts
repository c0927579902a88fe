import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPool } from '@modellregion/testing'
import { newConfidantKeys, publicKeysOf } from '../crypto/keys.ts'
import { verifyThread, type Seen, type ThreadFault } from '../crypto/thread.ts'
import { beginning, changesReaders, newPerson, says, type Talk } from './parties-for-tests.ts'
import { lookupHash } from './lookup.ts'
import { post } from './post.ts'
import type { CaseView } from './schema.ts'
import { ask, startServer, tenant, type TestServer } from './server-for-tests.ts'
import { startCase } from './start.ts'

// Whoever has the database can change it: past all rules of the tables, with the rights of its administrator. The browsers must find it.

let server: TestServer
let admin: ReturnType<typeof openPool>
before(async () => {
  server = await startServer()
  admin = openPool(server.temporary.superuserUrl, { name: 'administrator', size: 1 })
})
after(async () => {
  await admin.end()
  await server.close()
})

type Case = { readonly id: string; readonly talk: Talk; readonly seen: Seen }

/** The person, Vera, the person, Vera, and then Viktor reads as well and writes. */
async function newCase(): Promise<Case> {
  const { vera, viktor, unit } = server
  const person = await newPerson()
  const work = { challenge: { salt: '', difficulty: 4, expires: 0, signature: '' }, solution: [] }
  const begun = await beginning(tenant, person, work, { readers: [vera] })
  const hash = await lookupHash(server.running.platform, tenant, person.lookup)
  await unit((db) => startCase(db, begun.body, hash, { hash: Buffer.from(crypto.getRandomValues(new Uint8Array(32))), expiresAt: new Date() }))
  let { talk } = begun
  for (const by of [vera, undefined, vera]) {
    const next = says(talk, by)
    await unit((db) => post(db, person.case, by?.id ?? 'person', { envelope: next.envelope }))
    talk = next.talk
  }
  const changed = await changesReaders(talk, vera, { readers: [vera, viktor] })
  await unit((db) => post(db, person.case, vera.id, { envelope: changed.envelope, epoch: changed.epoch }))
  const last = says(changed.talk, viktor)
  await unit((db) => post(db, person.case, viktor.id, { envelope: last.envelope }))
  return { id: person.case, talk: last.talk, seen: { seq: last.talk.seq, hash: last.talk.prev ?? '' } }
}

/** One transaction of the administrator, without keys, checks of keys and triggers. `$1`: the case. */
async function tamper(id: string, ...statements: string[]): Promise<void> {
  await admin.query('begin')
  await admin.query("set local session_replication_role = 'replica'")
  for (const statement of statements) {
    const { rowCount } = await admin.query({ text: statement, values: statement.includes('$1') ? [id] : [] })
    assert.ok(rowCount || statement.startsWith('alter'), `nothing was changed by: ${statement}`)
  }
  await admin.query('commit')
}

async function read({ talk }: Case, more: { me?: string; seen?: Seen } = {}) {
  const answer = await ask(server.running.port, '/help-chat/app/case', { headers: { authorization: `Case ${talk.person.lookup}` } })
  assert.equal(answer.status, 200, answer.bytes.toString())
  const view = answer.json() as CaseView
  const confidant = [server.vera, server.viktor].find((one) => one.id === more.me)
  const reader = confidant ? { me: confidant.id, keys: confidant.keys } : { me: 'person', keys: talk.person.keys }
  return verifyThread(view.thread, { ...reader, statements: view.keys, expected: { tenant, case: talk.person.case }, ...(more.seen && { seen: more.seen }) })
}

const columns = 'epoch, from_party, to_hash, prev, nonce, body, signature, hash, bucket'
/** Puts what stands at `from` also to the place `to`. */
const copyTo = (to: number, from: string): string =>
  `update help_chat.envelope e set (${columns}) = (select ${columns} from ${from}) where e.case_id = $1 and e.seq = ${to}`

const attacks: { what: string; code: ThreadFault; seq?: number; do: string[]; seen?: boolean }[] = [
  { what: 'two messages exchanged', code: 'reordered', seq: 1, do: ['create temp table kept on commit drop as select * from help_chat.envelope', copyTo(1, 'kept k where k.case_id = $1 and k.seq = 3'), copyTo(3, 'kept k where k.case_id = $1 and k.seq = 1')] },
  { what: 'all numbers turned round', code: 'reordered', seq: 0, do: ['alter table help_chat.envelope drop constraint if exists envelope_chained', 'update help_chat.envelope set seq = 100 - seq where case_id = $1', 'update help_chat.envelope set seq = seq - 95 where case_id = $1'] },
  { what: 'an old message in the place of a new one', code: 'reordered', seq: 3, do: [copyTo(3, 'help_chat.envelope k where k.case_id = $1 and k.seq = 1')] },
  { what: 'an old message repeated at the end', code: 'reordered', seq: 6, do: [`insert into help_chat.envelope (tenant_id, case_id, seq, ${columns}, day, created_at) select tenant_id, case_id, 6, ${columns}, day, created_at from help_chat.envelope where case_id = $1 and seq = 1`] },
  { what: 'a message left out', code: 'gap', seq: 2, do: ['delete from help_chat.envelope where case_id = $1 and seq = 2'] },
  { what: 'a message left out and the rest moved up', code: 'reordered', seq: 2, do: ['delete from help_chat.envelope where case_id = $1 and seq = 2', 'update help_chat.envelope set seq = seq - 1 where case_id = $1 and seq > 2'] },
  { what: 'the last message cut off', code: 'truncated', seq: 5, do: ['delete from help_chat.envelope where case_id = $1 and seq = 5', 'update help_chat.case_file set head_seq = 4 where id = $1'], seen: true },
  { what: 'the last messages cut off together with the change of readers', code: 'truncated', seq: 4, do: ['delete from help_chat.envelope where case_id = $1 and seq > 3', 'delete from help_chat.epoch where case_id = $1 and epoch = 2', 'delete from help_chat.key_copy where case_id = $1 and epoch = 2'], seen: true },
  { what: 'only the change of readers taken back', code: 'epoch-forged', seq: 4, do: ['delete from help_chat.key_copy where case_id = $1 and epoch = 2', 'delete from help_chat.epoch where case_id = $1 and epoch = 2'] },
  { what: 'another sender written above a message', code: 'bad-signature', seq: 2, do: ["update help_chat.envelope set from_party = (select from_party from help_chat.envelope where case_id = $1 and seq = 1) where case_id = $1 and seq = 2"] },
  { what: 'a message of somebody who could not read', code: 'not-a-reader', seq: 1, do: ['update help_chat.envelope set from_party = (select from_party from help_chat.envelope where case_id = $1 and seq = 5) where case_id = $1 and seq = 1'] },
  { what: 'one bit of the ciphertext changed', code: 'bad-signature', seq: 1, do: ['update help_chat.envelope set body = set_bit(body, 800, 1 - get_bit(body, 800)) where case_id = $1 and seq = 1'] },
  { what: 'a key copy of another case', code: 'epoch-forged', seq: 0, do: ["update help_chat.key_copy c set sealed = (select sealed from help_chat.key_copy o where o.case_id <> c.case_id and o.epoch = 1 and o.kind = 'copy' and o.pos = 1 limit 1) where c.case_id = $1 and c.epoch = 1 and c.pos = 1"] },
  { what: 'a reader taken out of the list', code: 'epoch-forged', seq: 4, do: ["delete from help_chat.key_copy where case_id = $1 and epoch = 2 and party = (select from_party from help_chat.envelope where case_id = $1 and seq = 5)"] },
  { what: 'a reader more in the list', code: 'epoch-forged', seq: 0, do: ["insert into help_chat.key_copy select tenant_id, case_id, 1, kind, 2, party, box, sealed, created_at from help_chat.key_copy where case_id = $1 and epoch = 2 and kind = 'copy' and pos = 2"] },
  { what: 'other keys of the person', code: 'unknown-sender', do: ["update help_chat.case_file set sign_key = (select sign_key from help_chat.case_file where id <> $1 limit 1) where id = $1"] },
]

for (const attack of attacks)
  test(`the person's browser refuses: ${attack.what}`, async () => {
    await newCase() // somebody else's, to take from
    const own = await newCase()
    assert.ok((await read(own, { seen: own.seen })).ok, 'before')
    await tamper(own.id, ...attack.do)
    const refused = await read(own, attack.seen ? { seen: own.seen } : {})
    assert.deepEqual(refused, { ok: false, code: attack.code, ...(attack.seq !== undefined && { seq: attack.seq }) })
  })

test('a message of another case is refused in whatever way it is dressed', async () => {
  const [own, other] = [await newCase(), await newCase()]
  await tamper(own.id, copyTo(3, `help_chat.envelope k where k.case_id = '${other.id}' and k.seq = 3 and $1::uuid is not null`))
  assert.deepEqual(await read(own), { ok: false, code: 'reordered', seq: 3 })
  await tamper(own.id, "update help_chat.envelope e set prev = (select hash from help_chat.envelope where case_id = $1 and seq = 2), to_hash = (select to_hash from help_chat.envelope where case_id = $1 and seq = 2) where case_id = $1 and seq = 3")
  assert.deepEqual(await read(own), { ok: false, code: 'bad-signature', seq: 3 })
})

test('a case set back as a whole is noticed by a confidant’s device', async () => {
  const own = await newCase()
  await tamper(own.id, 'delete from help_chat.envelope where case_id = $1 and seq > 3', 'delete from help_chat.epoch where case_id = $1 and epoch = 2', 'delete from help_chat.key_copy where case_id = $1 and epoch = 2')
  assert.ok((await read(own)).ok, 'without memory nothing is missing')
  assert.deepEqual(await read(own, { me: server.vera.id, seen: own.seen }), { ok: false, code: 'truncated', seq: 4 })
})

test('keys of a confidant that the office did not give out are refused', async () => {
  const own = await newCase()
  const { statement } = newConfidantKeys(tenant, server.vera.id)
  const { rows } = await admin.query<{ statement: unknown }>({ text: 'select statement from help_chat.key_statement where confidant_id = $1', values: [server.vera.id] })
  const put = (value: unknown) => admin.query({ text: 'update help_chat.key_statement set statement = $2 where confidant_id = $1', values: [server.vera.id, JSON.stringify(value)] })
  await put(statement)
  assert.deepEqual(await read(own), { ok: false, code: 'epoch-forged', seq: 0 })
  // The old chain with the new keys written into it.
  await put({ ...(rows[0]?.statement as object), ...publicKeysOf(newConfidantKeys(tenant, server.vera.id).keys) })
  assert.deepEqual(await read(own), { ok: false, code: 'epoch-forged', seq: 0 })
  await put(rows[0]?.statement)
  assert.ok((await read(own)).ok)
})
