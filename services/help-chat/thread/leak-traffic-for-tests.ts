import assert from 'node:assert/strict'
import { toBase64 } from '../crypto/bytes.ts'
import { encryptFile } from '../crypto/file.ts'
import type { Content } from '../crypto/message.ts'
import type { Challenge } from '../crypto/schema.ts'
import { verifyThread } from '../crypto/thread.ts'
import { solveWork } from '../crypto/work.ts'
import type { Command } from './leak-server-for-tests.ts'
import { beginning, changesReaders, newPerson, says, type Talk, type TestConfidant } from './parties-for-tests.ts'
import type { CaseView } from './schema.ts'
import { ask, signIn, tenant, type SignedIn } from './server-for-tests.ts'

export type Seats = { readonly vera: TestConfidant; readonly viktor: TestConfidant }
type Place = { readonly port: number; readonly push: string; readonly mark: string; readonly seats: Seats; tell(command: Command): Promise<void> }
export type Live = {
  /** Ids of cases: known to the server, so a search must find them. */
  readonly controls: [string]
  /** Look-ups and keys of some cases: never in a table or a backup. */
  readonly secrets: string[]
  /** Ends the writing; the number of messages that were sent. */
  end(): Promise<number>
}
type Case = { talk: Talk; readonly authorization: string }

/** Begins the cases, writes the marked word in everything a person and a confidant can write, and goes on writing in some of them. */
export async function traffic(place: Place, cases: number): Promise<Live> {
  const vera = await signIn(place.port, 'vera')
  const all: Case[] = []
  let messages = 0
  for (let n = 0; n < cases; n++) {
    // Time goes on between two starts, so that the work stays as small as on a calm day.
    await place.tell({ later: 10 })
    const one = await beginCase(place)
    messages += 3 + (await everything(place, one, vera, n))
    all.push(one)
  }
  const stays = all.filter((_, n) => n % 7 !== 6)
  const [first] = stays
  assert.ok(first)
  let isOpen = true
  const writing = (async () => {
    for (let n = 0; isOpen; n++, messages++) {
      const one = stays[n % Math.min(5, stays.length)]
      if (one) await post(place, one, n % 2 === 0 ? undefined : { seat: place.seats.vera, session: vera }, text(place))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  // Heard at the end; until then a failure elsewhere must not be hidden by this one.
  writing.catch(() => {})
  const end = async (): Promise<number> => {
    isOpen = false
    await writing
    return messages
  }
  const secrets = stays.slice(0, 3).flatMap(({ talk }) => [talk.person.lookup, Buffer.from(talk.person.lookup, 'base64url').toString('hex'), toBase64(talk.key), Buffer.from(talk.key).toString('hex')])
  return { controls: [first.talk.person.case], secrets, end }
}

const text = ({ mark }: Place): Content => ({ kind: 'text', text: `Bitte niemandem sagen: ${mark}. ${'Das bleibt unter uns. '.repeat(5)}` })

async function beginCase(place: Place): Promise<Case> {
  const person = await newPerson()
  const given = await ask(place.port, '/help-chat/app/challenge', { method: 'POST', body: {} })
  const { challenge } = given.json() as { challenge: Challenge }
  const { body, talk } = await beginning(tenant, person, await solveWork(challenge), { readers: [place.seats.vera], holders: [place.seats.vera, place.seats.viktor], threshold: 2, text: place.mark })
  const answer = await ask(place.port, '/help-chat/app/case', { method: 'POST', body })
  assert.equal(answer.status, 201, answer.bytes.toString())
  return { talk, authorization: `Case ${person.lookup}` }
}

/** Answers, files, other readers, a report, notices and erasure: each in some of the cases. How many further messages that were. */
async function everything(place: Place, one: Case, vera: SignedIn, n: number): Promise<number> {
  const { port, mark, seats, push } = place
  const headers = { authorization: one.authorization }
  let more = 0
  await post(place, one, { seat: seats.vera, session: vera }, text(place))
  await post(place, one, undefined, text(place))
  if (n === 0) {
    const kept = await ask(port, '/help-chat/app/case/push', { method: 'POST', headers, body: { device: { endpoint: push, keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } } } })
    assert.ok(kept.status < 300, kept.bytes.toString())
    // Something to be told of.
    await post(place, one, { seat: seats.vera, session: vera }, text(place))
    more++
  }
  if (n % 4 === 0) {
    const { sealed, note } = await encryptFile(new Uint8Array(Buffer.from(`${mark} `.repeat(200))))
    const kept = await ask(port, '/help-chat/app/case/attachments', { method: 'POST', headers, bytes: Buffer.from(sealed) })
    const { id } = kept.json() as { id: string }
    await post(place, one, undefined, { kind: 'file', file: { id, name: `${mark}.pdf`, type: 'application/pdf', removed: [], ...note } })
    more++
  }
  if (n % 5 === 0) {
    const changed = await changesReaders(one.talk, undefined, { readers: [seats.vera, seats.viktor] })
    const sent = await ask(port, '/help-chat/app/case/messages', { method: 'POST', headers, body: { envelope: changed.envelope, epoch: changed.epoch } })
    assert.equal(sent.status, 201, sent.bytes.toString())
    one.talk = changed.talk
    more++
  }
  if (n % 10 === 3) {
    const next = says(one.talk, undefined, { kind: 'report-declared', statement: mark })
    assert.ok((await ask(port, '/help-chat/app/case/report', { method: 'POST', headers, body: { envelope: next.envelope } })).status < 300)
    one.talk = next.talk
    more++
  }
  if (n !== 0) await readBack(place, one, vera) // a person who looks is told nothing
  if (n % 7 === 6) assert.ok((await ask(port, '/help-chat/app/case/erase', { method: 'POST', headers, body: {} })).status < 500)
  return more
}

async function post({ port }: Place, one: Case, by: { seat: TestConfidant; session: SignedIn } | undefined, content: Content): Promise<void> {
  const next = says(one.talk, by?.seat, content)
  const path = by ? `/help-chat/desk/api/cases/${tenant}/${one.talk.person.case}/messages` : '/help-chat/app/case/messages'
  const answer = await ask(port, path, { method: 'POST', headers: by ? by.session.headers : { authorization: one.authorization }, body: { envelope: next.envelope } })
  assert.equal(answer.status, 201, answer.bytes.toString())
  one.talk = next.talk
}

/** Both sides read the marked word, so it was really there to be found. */
async function readBack({ port, mark, seats }: Place, { talk, authorization }: Case, vera: SignedIn): Promise<void> {
  const own = (await ask(port, '/help-chat/app/case', { headers: { authorization } })).json() as CaseView
  const theirs = (await ask(port, `/help-chat/desk/api/cases/${tenant}/${talk.person.case}`, { headers: vera.headers })).json() as CaseView
  const readers = [
    { view: own, me: 'person', keys: talk.person.keys },
    { view: theirs, me: seats.vera.id, keys: seats.vera.keys },
  ]
  for (const { view, me, keys } of readers) {
    const read = verifyThread(view.thread, { me, keys, statements: view.keys })
    assert.ok(read.ok, JSON.stringify(read))
    assert.ok(JSON.stringify(read.messages).includes(mark))
  }
}
