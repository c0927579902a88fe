import type { Platform } from '@modellregion/kernel'
import { addDays, instantAt, localDate } from '@modellregion/standards'
import { randomBytes, toBase64 } from '../crypto/bytes.ts'
import { envelopeHash, sealMessage } from '../crypto/envelope.ts'
import { newEpoch } from '../crypto/epoch.ts'
import { deriveCaseKeys, pairsOfSeeds, publicKeysOf, verifyStatements, type CaseKeys, type PrivateKeys } from '../crypto/keys.ts'
import { sodium } from '../crypto/sodium.ts'
import { openVault } from '../crypto/vault.ts'
import { reachableConfidants } from '../office/directory.ts'
import { findVault } from '../office/queries/key.ts'
import { getSettings } from '../office/queries/settings.ts'
import { unitIn } from '../office/towns.ts'
import { lookupHash } from '../thread/lookup.ts'
import { post, type Posted } from '../thread/post.ts'
import { findCase } from '../thread/queries/case.ts'
import { startCase, type Started } from '../thread/start.ts'
import { demoCases, type DemoCase, type DemoStep } from './cases.ts'
import { demoConfidants, type DemoConfidant } from './confidants.ts'

type Keyring = ReadonlyMap<string, PrivateKeys>

/** The invented conversations of a town, made as a person's and a confidant's browser would make them: sealed, signed, checked by the server. */
export async function seedCases(platform: Platform, town: string, now: Date): Promise<void> {
  const wanted = demoCases.filter((one) => one.town === town)
  const known = await unitIn(platform, town, 'read', async (db) => {
    const ids = new Set<string>()
    for (const { id } of wanted) if (await findCase(db, id)) ids.add(id)
    return ids
  })
  const missing = wanted.filter(({ id }) => !known.has(id))
  if (missing.length === 0) return
  await sodium()
  const keyring = await openKeys(platform, town)
  for (const one of missing) if (one.readers.every((key) => keyring.has(key))) await seedCase(platform, one, keyring, now)
}

const idOf = (key: DemoConfidant['key']): string => demoConfidants.find((one) => one.key === key)?.id ?? ''

async function openKeys(platform: Platform, town: string): Promise<Keyring> {
  const opened = new Map<string, PrivateKeys>()
  for (const { key, id, phrase } of demoConfidants) {
    const vault = await unitIn(platform, town, 'read', (db) => findVault(db, id))
    const keys = vault && (await openVault(vault, phrase))
    if (keys) opened.set(key, keys)
  }
  return opened
}

async function seedCase(platform: Platform, { id, town, readers, excluded = [], secret, steps }: DemoCase, keyring: Keyring, now: Date): Promise<void> {
  const person = secret ? await deriveCaseKeys(secret, town) : unknownKeys()
  const parties = (await reachableConfidants(platform, town)).flatMap(({ confidant, statements }) => {
    const keys = verifyStatements(statements, town, confidant.id)
    return keys ? [{ party: confidant.id, box: keys.box, holder: confidant.holder }] : []
  })
  const reading = new Set(readers.map(idOf))
  const out = new Set(excluded.map(idOf))
  const holders = parties.filter(({ party, holder }) => holder && !out.has(party))
  const { threshold } = await unitIn(platform, town, 'read', getSettings)
  const enough = threshold > 0 && holders.length >= threshold
  const { epoch, key } = await newEpoch({
    tenant: town, case: id, from: 0, by: 'person', keys: person.keys,
    readers: [{ party: 'person', box: publicKeysOf(person.keys).box }, ...parties.filter(({ party }) => reading.has(party))],
    holders: enough ? holders : [], threshold: enough ? threshold : 0, excluded: [...out],
  })
  let prev: string | null = null
  for (const [seq, step] of steps.entries()) {
    const from = step.by === 'person' ? 'person' : idOf(step.by)
    const keys = step.by === 'person' ? person.keys : keyring.get(step.by)
    if (!keys) return
    const at = momentOf(step, seq, now)
    const content = typeof step.content === 'function' ? step.content(localDate(now)) : step.content
    const envelope = sealMessage({ message: { at: at.toISOString(), content }, epoch, key, seq, prev, from, keys })
    prev = envelopeHash(envelope)
    const hash = await lookupHash(platform, town, person.lookup)
    const done = await platform.database.unit({ tenant: town, service: 'help-chat', access: 'write', now: at }, async (db): Promise<Started | Posted> =>
      seq === 0
        ? await startCase(db, { case: id, keys: publicKeysOf(person.keys), epoch, envelope }, hash, { hash: Buffer.from(randomBytes(32)), expiresAt: now })
        : await post(db, id, from, { envelope, act: step.act, declares: step.declares }),
    )
    if ('refusal' in done) throw new Error(`The invented case ${id} was refused at ${seq}: ${done.refusal.code}`)
  }
}

// Nobody comes back to these; whoever reads them signs in as one of the invented confidants.
const unknownKeys = (): CaseKeys => ({ lookup: toBase64(randomBytes(32)), keys: pairsOfSeeds(randomBytes(32), randomBytes(32)) })

// Never after now: a message of today's evening was written a few minutes ago.
function momentOf({ daysAgo, hour }: DemoStep, seq: number, now: Date): Date {
  const wanted = instantAt(addDays(localDate(now), -daysAgo), hour)
  return wanted < now ? wanted : new Date(now.getTime() - (60 - seq) * 60_000)
}
