import { sql, type UnitOfWork } from '@modellregion/kernel'
import { randomBytes, toBase64 } from '../crypto/bytes.ts'
import { envelopeHash, sealMessage } from '../crypto/envelope.ts'
import { newEpoch, type Reader } from '../crypto/epoch.ts'
import { newConfidantKeys, pairsOfSeeds, publicKeysOf, type PrivateKeys } from '../crypto/keys.ts'
import type { Content } from '../crypto/message.ts'
import type { Envelope, Epoch, KeyStatement } from '../crypto/schema.ts'
import { sodium } from '../crypto/sodium.ts'
import { putConfidant } from '../office/queries/confidant.ts'
import { insertStatement } from '../office/queries/key.ts'
import type { Confidant } from '../office/schema.ts'
import type { StartBody } from './schema.ts'

// People of tests, with keys that they keep themselves.

export type TestConfidant = { readonly id: string; readonly account: string; readonly keys: PrivateKeys; readonly statement: KeyStatement }
export type TestPerson = { readonly case: string; readonly lookup: string; readonly keys: PrivateKeys }
/** How a case stands for whoever writes next. */
export type Talk = { readonly tenant: string; readonly person: TestPerson; readonly epoch: Epoch; readonly key: Uint8Array; readonly seq: number; readonly prev: string | null }

const uuid = (): string => crypto.randomUUID()

export async function newPerson(): Promise<TestPerson> {
  await sodium()
  return { case: uuid(), lookup: toBase64(randomBytes(32)), keys: pairsOfSeeds(randomBytes(32), randomBytes(32)) }
}

/** A confidant of the unit's town, with keys. */
export async function hire(db: UnitOfWork, more: Partial<Confidant> = {}): Promise<TestConfidant> {
  await sodium()
  const [id, account] = [more.id ?? uuid(), more.accountId ?? uuid()]
  await putConfidant(db, {
    id, homeTown: db.tenant, accountId: account, name: 'Probe', gender: null, photoFile: null, photoText: null, languages: ['de'], unit: '', about: '', hours: [], topics: [],
    takesNew: true, holder: true, absentFrom: null, absentUntil: null, substituteId: null, state: 'active', ...more,
  }) // prettier-ignore
  const { keys, statement } = newConfidantKeys(db.tenant, id)
  await insertStatement(db, statement)
  return { id, account, keys, statement }
}

export const readerOf = ({ id, keys }: TestConfidant): Reader => ({ party: id, box: publicKeysOf(keys).box })
const personReader = ({ keys }: TestPerson): Reader => ({ party: 'person', box: publicKeysOf(keys).box })

type Beginning = { readers: readonly TestConfidant[]; holders?: readonly TestConfidant[]; threshold?: number; text?: string }

/** A new case as the person's browser makes it; `work` is what `paid` gives. */
export async function beginning(tenant: string, person: TestPerson, work: StartBody['work'], { readers, holders = [], threshold = 0, text = 'Hallo' }: Beginning): Promise<{ body: StartBody; talk: Talk }> {
  const { epoch, key } = await newEpoch({ tenant, case: person.case, from: 0, by: 'person', keys: person.keys, readers: [personReader(person), ...readers.map(readerOf)], holders: holders.map(readerOf), threshold })
  const content: Content = { kind: 'start', topic: 'conflict', lane: 'counsel', language: 'de', excluded: [], text }
  const envelope = sealMessage({ message: { at: '2026-03-10T09:00:00Z', content }, epoch, key, seq: 0, prev: null, from: 'person', keys: person.keys })
  const body: StartBody = { work, case: person.case, lookup: person.lookup, keys: publicKeysOf(person.keys), epoch, envelope, topic: 'conflict' }
  return { body, talk: { tenant, person, epoch, key, seq: 0, prev: envelopeHash(envelope) } }
}

/** The next envelope, by the person when no confidant is named, and how the case stands after it. */
export function says(talk: Talk, by?: TestConfidant, content: Content = { kind: 'text', text: 'Weiter' }): { envelope: Envelope; talk: Talk } {
  const from = by ? { from: by.id, keys: by.keys } : { from: 'person', keys: talk.person.keys }
  const envelope = sealMessage({ message: { at: '2026-03-10T09:05:00Z', content }, epoch: talk.epoch, key: talk.key, seq: talk.seq + 1, prev: talk.prev, ...from })
  return { envelope, talk: { ...talk, seq: talk.seq + 1, prev: envelopeHash(envelope) } }
}

/** Changes who reads, with the envelope that says so. */
export async function changesReaders(talk: Talk, by: TestConfidant | undefined, { readers, holders = [], threshold = 0 }: Beginning): Promise<{ epoch: Epoch; envelope: Envelope; talk: Talk }> {
  const { person } = talk
  const who = by ? { by: by.id, keys: by.keys } : { by: 'person', keys: person.keys }
  const { epoch, key } = await newEpoch({
    tenant: talk.tenant, case: person.case, from: talk.seq + 1, ...who, readers: [personReader(person), ...readers.map(readerOf)], holders: holders.map(readerOf), threshold, previous: { epoch: talk.epoch, key: talk.key },
  }) // prettier-ignore
  const next = says({ ...talk, epoch, key }, by, { kind: 'readers-changed', reason: 'taken', readers: readers.map(({ id }) => id) })
  return { epoch, ...next }
}

/** Everything of a case that is left in the tables of this service, by table: nothing after its erasure. */
export async function tracesOf(db: UnitOfWork, id: string): Promise<Record<string, number>> {
  const { tables } = await db.one(sql<{ tables: Record<string, number> }>`
    select jsonb_object_agg(name, n) as tables from (
      select 'case_file' as name, count(*) as n from help_chat.case_file where tenant_id = ${db.tenant} and id = ${id}
      union all select 'case_reader', count(*) from help_chat.case_reader where tenant_id = ${db.tenant} and case_id = ${id}
      union all select 'epoch', count(*) from help_chat.epoch where tenant_id = ${db.tenant} and case_id = ${id}
      union all select 'key_copy', count(*) from help_chat.key_copy where tenant_id = ${db.tenant} and case_id = ${id}
      union all select 'envelope', count(*) from help_chat.envelope where tenant_id = ${db.tenant} and case_id = ${id}
      union all select 'attachment', count(*) from help_chat.attachment where tenant_id = ${db.tenant} and case_id = ${id}
      union all select 'attachment_part', count(*) from help_chat.attachment_part p where tenant_id = ${db.tenant}
        and exists (select from help_chat.attachment a where a.tenant_id = p.tenant_id and a.id = p.attachment_id and a.case_id = ${id})
      union all select 'escrow_request', count(*) from help_chat.escrow_request where tenant_id = ${db.tenant} and case_id = ${id}
      union all select 'deadline', count(*) from platform.deadline where tenant_id = ${db.tenant} and subject_ref = ${id}
    ) t`)
  return tables
}
