import { newEpoch, type EpochKeys, type Reader } from './epoch.ts'
import { envelopeHash, sealMessage } from './envelope.ts'
import { newConfidantKeys, pairsOfSeeds, publicKeysOf, type PrivateKeys } from './keys.ts'
import type { Content } from './message.ts'
import type { Epoch, KeyStatement, Thread } from './schema.ts'
import { randomBytes } from './bytes.ts'
import { sodium } from './sodium.ts'

/** Somebody with keys; `person` or a confidant with a statement. */
export type TestParty = { readonly party: string; readonly box: string; readonly keys: PrivateKeys; readonly statements: readonly KeyStatement[] }

/** A case in the making: all that a test needs to go on writing. */
export type TestCase = {
  readonly thread: Thread
  readonly person: TestParty
  readonly statements: Record<string, readonly KeyStatement[]>
  readonly epochKeys: Map<number, Uint8Array>
}

/** A confidant with fresh keys. */
export async function testConfidant(tenant: string, id: string = crypto.randomUUID()): Promise<TestParty> {
  await sodium()
  const { keys, statement } = newConfidantKeys(tenant, id)
  return { party: id, box: statement.box, keys, statements: [statement] }
}

/** Keys of a person without the slow derivation from words. */
export async function testPerson(): Promise<TestParty> {
  await sodium()
  const keys = pairsOfSeeds(randomBytes(32), randomBytes(32))
  return { party: 'person', box: publicKeysOf(keys).box, keys, statements: [] }
}

export type StartTestCase = {
  readonly tenant: string
  readonly case?: string
  readonly readers: readonly TestParty[]
  readonly holders?: readonly TestParty[]
  readonly threshold?: number
  readonly excluded?: readonly string[]
  readonly text?: string
}

/** A case with its first epoch and first message, as a person's browser makes it. */
export async function startTestCase({ tenant, case: id = crypto.randomUUID(), readers, holders = [], threshold = 0, excluded = [], text = 'Guten Tag' }: StartTestCase): Promise<TestCase> {
  const person = await testPerson()
  const { epoch, key } = await newEpoch({ tenant, case: id, from: 0, by: 'person', keys: person.keys, readers: [person, ...readers], holders, threshold, excluded })
  const statements = Object.fromEntries([...readers, ...holders].map(({ party, statements: chain }) => [party, chain]))
  const thread = { tenant, case: id, person: publicKeysOf(person.keys), epochs: [epoch], envelopes: [] }
  const begun = { thread, person, statements, epochKeys: new Map([[1, key]]) }
  return writeInTestCase(begun, person, { kind: 'start', topic: 'conflict', lane: 'counsel', language: 'de', excluded, text })
}

/** The case with one more message. */
export function writeInTestCase(so: TestCase, by: TestParty, content: Content, at = '2026-03-02T09:00:00Z'): TestCase {
  const { thread, epochKeys } = so
  const epoch = thread.epochs.at(-1)
  const key = epoch && epochKeys.get(epoch.epoch)
  if (!epoch || !key) throw new Error('This case has no epoch.')
  const last = thread.envelopes.at(-1)
  const envelope = sealMessage({ message: { at, content }, epoch, key, seq: thread.envelopes.length, prev: last ? envelopeHash(last) : null, from: by.party, keys: by.keys })
  return { ...so, thread: { ...thread, envelopes: [...thread.envelopes, envelope] } }
}

/** The case with other readers from now on, said in a message by whoever changes them. */
export async function changeReadersOfTestCase(so: TestCase, by: TestParty, readers: readonly (TestParty & Pick<Reader, 'withHistory'>)[], history?: EpochKeys, holders: readonly TestParty[] = [], threshold = 0): Promise<TestCase & { epoch: Epoch }> {
  const { thread, epochKeys, person } = so
  const before = thread.epochs.at(-1)
  const beforeKey = before && epochKeys.get(before.epoch)
  if (!before || !beforeKey) throw new Error('This case has no epoch.')
  const { epoch, key } = await newEpoch({
    tenant: thread.tenant, case: thread.case, from: thread.envelopes.length, by: by.party, keys: by.keys,
    readers: [person, ...readers], holders, threshold, previous: { epoch: before, key: beforeKey }, ...(history && { history }),
  })
  const statements = { ...so.statements, ...Object.fromEntries([...readers, ...holders].map(({ party, statements: chain }) => [party, chain])) }
  const changed = { ...so, statements, thread: { ...thread, epochs: [...thread.epochs, epoch] }, epochKeys: new Map([...epochKeys, [epoch.epoch, key]]) }
  return { ...writeInTestCase(changed, by, { kind: 'readers-changed', reason: 'handed-over', readers: readers.map(({ party }) => party) }), epoch }
}

/** The object with one sign changed: for every `step`-th sign of every text in it, every number, every list, and the last bits of each text. */
export function* changesOf<T extends object>(original: T, step = 3): Generator<T> {
  for (const [name, value] of Object.entries(original)) {
    if (typeof value === 'number') yield { ...original, [name]: value + 1 }
    else if (value === null) yield { ...original, [name]: 'A'.repeat(43) }
    else if (typeof value === 'string') {
      for (let at = 0; at < value.length; at += step) yield { ...original, [name]: value.slice(0, at) + (value[at] === 'A' ? 'B' : 'A') + value.slice(at + 1) }
      yield { ...original, [name]: value.slice(0, -1) + String.fromCharCode(value.charCodeAt(value.length - 1) + 1) }
    } else if (Array.isArray(value)) {
      const entries: object[] = value
      for (const [at, entry] of entries.entries()) {
        for (const changed of changesOf(entry, step)) yield { ...original, [name]: entries.with(at, changed) }
        yield { ...original, [name]: entries.toSpliced(at, 1) }
      }
      if (entries.length > 1) yield { ...original, [name]: entries.toReversed() }
    }
  }
}
