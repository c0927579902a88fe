import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '@modellregion/kernel'
import { decryptFile, encryptFile } from '../crypto/file.ts'
import { tracesOf } from './parties-for-tests.ts'
import { ask, begin, signIn, startServer, type SignedIn, type TestServer } from './server-for-tests.ts'

let server: TestServer
let port: number
let vera: SignedIn
let viktor: SignedIn
before(async () => {
  server = await startServer()
  port = server.running.port
  ;[vera, viktor] = [await signIn(port, 'vera'), await signIn(port, 'viktor')]
})
after(() => server.close())

const bytesOf = (size: number) => new Uint8Array(Buffer.alloc(size, 'Protokoll '))

test('a file comes back as it was sealed, for both sides of its case and nobody else, and goes with the case', async () => {
  const [{ talk, authorization }, stranger] = [await begin(server, { holders: [server.vera, server.viktor], threshold: 2 }), await begin(server)]
  const plain = bytesOf(3_000_000)
  const { sealed, note } = await encryptFile(plain)
  const kept = await ask(port, '/help-chat/app/case/attachments', { method: 'POST', headers: { authorization }, bytes: Buffer.from(sealed) })
  assert.equal(kept.status, 201, kept.bytes.toString())
  const { id } = kept.json() as { id: string }
  const own = await ask(port, `/help-chat/app/case/attachments/${id}`, { headers: { authorization, 'accept-encoding': 'br' } })
  assert.deepEqual([own.status, own.headers['content-type'], own.headers['content-length']], [200, 'application/octet-stream', String(sealed.length)])
  assert.deepEqual(await decryptFile(own.bytes, note), plain)
  const path = `/help-chat/desk/api/cases/erlenau/${talk.person.case}/attachments`
  assert.deepEqual((await ask(port, `${path}/${id}`, { headers: vera.headers })).bytes, own.bytes)
  assert.equal((await ask(port, `/help-chat/app/case/attachments/${id}`, { headers: { authorization: stranger.authorization } })).status, 404)
  const answer = await ask(port, path, { method: 'POST', headers: vera.headers, bytes: Buffer.from((await encryptFile(bytesOf(10))).sealed) })
  assert.equal(answer.status, 201)
  assert.equal((await ask(port, path, { method: 'POST', headers: viktor.headers, bytes: Buffer.alloc(10) })).status, 404, 'a share does not write')
  await ask(port, '/help-chat/app/case/erase', { method: 'POST', headers: { authorization }, body: {} })
  assert.deepEqual(Object.values(await server.unit((db) => tracesOf(db, talk.person.case))).filter((n) => n > 0), [])
  assert.deepEqual(await server.unit((db) => db.many(sql`select 1 from help_chat.attachment_part where tenant_id = ${db.tenant}`)), [])
})

test('what has no length of a sealed file, or is too long, is not kept', async () => {
  const { authorization } = await begin(server)
  const put = async (bytes: Buffer) => (await ask(port, '/help-chat/app/case/attachments', { method: 'POST', headers: { authorization }, bytes })).status
  const { sealed } = await encryptFile(bytesOf(70_000))
  assert.equal(await put(Buffer.from(sealed.subarray(0, -1))), 413)
  assert.equal(await put(Buffer.alloc(24)), 413)
  assert.equal(await put(Buffer.alloc(27_000_000)), 413)
  assert.deepEqual(await server.unit((db) => db.many(sql`select 1 from help_chat.attachment where tenant_id = ${db.tenant}`)), [])
})
