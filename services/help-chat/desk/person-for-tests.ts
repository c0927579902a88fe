import { request as httpRequest } from 'node:http'
import { prepareCase } from '../case/start.ts'
import { randomBytes, toBase64 } from '../crypto/bytes.ts'
import { sealMessage } from '../crypto/envelope.ts'
import { pairsOfSeeds } from '../crypto/keys.ts'
import type { Content } from '../crypto/message.ts'
import type { Challenge } from '../crypto/schema.ts'
import { sodium } from '../crypto/sodium.ts'
import { verifyThread, type VerifiedThread } from '../crypto/thread.ts'
import { solveWork } from '../crypto/work.ts'
import type { Directory } from '../office/schema.ts'
import type { CaseView } from '../thread/schema.ts'

/** Somebody who writes anonymously, for tests: through the same routes as the person's app, with keys kept here. */
export type Writer = {
  readonly case: string
  /** Everything as the person's app reads it. @throws when it refuses */
  read(): Promise<VerifiedThread & { view: CaseView }>
  says(content: Content): Promise<void>
  declaresReport(): Promise<void>
}

type Beginning = { choice?: string; excluded?: readonly string[]; text: string; topic?: string }

/** Begins a case in the town behind `url`: chosen confidant, or `any`. */
export async function beginCase(url: (path: string) => string, { choice = 'any', excluded = [], text, topic = 'bullying' }: Beginning): Promise<Writer> {
  await sodium()
  const ask = async <T>(method: string, path: string, body?: unknown, lookup?: string): Promise<T> => {
    const { status, text } = await request(url(`/help-chat/app${path}`), method, lookup, body)
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T // the protocol's answers
  }
  const directory = await ask<Directory>('GET', '/directory')
  const keys = pairsOfSeeds(randomBytes(32), randomBytes(32))
  const lookup = toBase64(randomBytes(32))
  const prepared = await prepareCase({ draft: { topic, choice, excluded, lane: 'counsel', declared: false, text }, directory, mine: { lookup, keys }, language: 'de' })
  if (!prepared) throw new Error('Nobody can be written to.')
  const { challenge } = await ask<{ challenge: Challenge }>('POST', '/challenge', {})
  await ask('POST', '/case', { ...prepared, work: await solveWork(challenge) })

  const read = async (): Promise<VerifiedThread & { view: CaseView }> => {
    const view = await ask<CaseView>('GET', '/case', undefined, lookup)
    const verified = verifyThread(view.thread, { me: 'person', keys, statements: view.keys, expected: { tenant: directory.tenant, case: prepared.case } })
    if (!verified.ok) throw new Error(`The person refuses: ${verified.code}`)
    return { ...verified, view }
  }
  const send = async (path: string, content: Content): Promise<void> => {
    const { epoch, epochKeys, head } = await read()
    const key = epochKeys.get(epoch.epoch)
    if (!key) throw new Error('The person has no key.')
    await ask('POST', path, { envelope: sealMessage({ message: { at: new Date().toISOString(), content }, epoch, key, seq: head.seq + 1, prev: head.hash, from: 'person', keys }) }, lookup)
  }
  return {
    case: prepared.case,
    read,
    says: (content) => send('/case/messages', content),
    declaresReport: () => send('/case/report', { kind: 'report-declared', statement: 'Ich möchte eine förmliche Meldung machen.' }),
  }
}

// Not fetch: Node resolves no names below localhost, and the town is known by its name.
function request(address: string, method: string, lookup: string | undefined, body: unknown): Promise<{ status: number; text: string }> {
  const { host, port, pathname } = new URL(address)
  const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
  const headers = { host, accept: 'application/json', ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }), ...(lookup !== undefined && { authorization: `Case ${lookup}` }) }
  return new Promise((resolve, reject) => {
    const asking = httpRequest({ host: '127.0.0.1', port, path: pathname, method, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asking.on('error', reject).end(payload)
  })
}
