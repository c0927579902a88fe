import { Readable } from 'node:stream'
import { demoAccountId, receiveFile, recordFile, type Platform, type Tenant } from '@modellregion/kernel'
import { addDays, localDate } from '@modellregion/standards'
import { newConfidantKeys } from '../crypto/keys.ts'
import { sodium } from '../crypto/sodium.ts'
import { lockVault } from '../crypto/vault.ts'
import { askOffice, serveVillage } from '../office/agreements.ts'
import { appoint, changeAbsence, changeProfile } from '../office/confidants.ts'
import { acceptKeys } from '../office/keys.ts'
import { listAllConfidants, listConfidants, photoName } from '../office/queries/confidant.ts'
import { listStatements } from '../office/queries/key.ts'
import { putSettings } from '../office/queries/settings.ts'
import { defaultSettings } from '../office/rules.ts'
import { unitIn } from '../office/towns.ts'
import { recordTrainingOf } from '../office/training.ts'
import { demoConfidants, demoServing, type DemoConfidant } from './confidants.ts'
import { drawPortrait } from './portrait.ts'

// The phrases of a demonstration are public; a high cost would protect nothing and make every test wait.
const cheap = { opslimit: 1, memlimit: 8_388_608 }

/** The city's office with its confidants, and the village that it serves. What somebody changed later stays so. */
export async function seedOffice(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  if (tenant.id !== demoServing.office) return
  const known = await unitIn(platform, tenant.id, 'read', listAllConfidants)
  if (known.length === 0) {
    await unitIn(platform, tenant.id, 'write', (db) => putSettings(db, { ...defaultSettings, phone: '0221 4710123', room: 'Beratungszimmer 3.07, dienstags 12 bis 13 Uhr ohne Anmeldung' }))
    for (const one of demoConfidants) await seedConfidant(platform, tenant, one, now)
    const [vera, viktor, yasemin] = demoConfidants
    for (const [one, other] of [[vera, yasemin], [viktor, vera], [yasemin, vera]]) if (one && other) await changeAbsence(platform, by(tenant.id, 'hanna'), one.id, { absentFrom: null, absentUntil: null, substituteId: other.id })
  }
  await seedKeys(platform, tenant.id, demoConfidants)
  await seedVillage(platform)
}

const by = (tenant: string, key: string) => ({ tenant, actor: demoAccountId(tenant, key) })

async function seedConfidant(platform: Platform, tenant: Tenant, { key, id, profile, holder, look, photoText, training }: DemoConfidant, now: Date): Promise<void> {
  const account = { id: demoAccountId(tenant.id, key), name: profile.name }
  const head = by(tenant.id, 'hanna')
  await appoint(platform, head, { id, account }, 'Vorführung')
  const received = await receiveFile(platform.files, tenant.id, { name: photoName, declaredType: 'image/png', content: Readable.from([drawPortrait(look)]) }, { limit: 1_000_000 })
  if (!received.ok) throw new Error(`The portrait of ${key} was refused: ${received.code}`)
  const { file } = received
  const photo = await unitIn(platform, tenant.id, 'write', (db) => recordFile(db, file))
  await changeProfile(platform, head, id, { ...profile, holder, photoFile: photo.id, photoText })
  const today = localDate(now)
  await unitIn(platform, tenant.id, 'write', async (db) => {
    for (const { title, daysAgo, validDays, source } of training) {
      const doneOn = addDays(today, -daysAgo)
      await recordTrainingOf(db, { id, accountId: account.id }, { title, doneOn, validUntil: validDays === null ? null : addDays(doneOn, validDays), source })
    }
  })
}

/** Keys where there are none yet, one pair for each town. */
async function seedKeys(platform: Platform, town: string, confidants: readonly DemoConfidant[]): Promise<void> {
  await sodium()
  const { there, statements } = await unitIn(platform, town, 'read', async (db) => ({ there: await listConfidants(db), statements: await listStatements(db) }))
  for (const { id, phrase } of confidants) {
    if (statements[id] || !there.some((one) => one.id === id)) continue
    const { keys, statement } = newConfidantKeys(town, id)
    const vault = await lockVault(keys, phrase, cheap)
    await unitIn(platform, town, 'write', (db) => acceptKeys(db, { id }, { statement, vault }))
  }
}

async function seedVillage(platform: Platform): Promise<void> {
  const { office, village, confidants } = demoServing
  if (!platform.directory.byId(village)?.services.includes('help-chat')) return
  const already = await unitIn(platform, village, 'read', listAllConfidants)
  if (already.length === 0) {
    await unitIn(platform, village, 'write', (db) => putSettings(db, { ...defaultSettings, phone: '0221 4710123', room: 'Treffen an einem Ort, den Sie wählen, auch außerhalb des Rathauses' }))
    await askOffice(platform, by(village, 'hanna'), office)
    await serveVillage(platform, by(office, 'hanna'), village, confidants)
  }
  await seedKeys(platform, village, demoConfidants)
}
