import { findAccount, NotFound, speak, type Config, type Platform, type Tenant } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { words } from '../locales/index.ts'
import { getConfidant } from '../office/queries/confidant.ts'
import { isAbsent } from '../office/rules.ts'
import { unitIn } from '../office/towns.ts'
import type { Allowed } from './guard.ts'
import { originOf } from './origin.ts'
import { pushKeyOf } from './push-key.ts'
import * as queries from './queries.ts'
import { isQuiet } from './rules.ts'
import { defaultWish, mostTries, type Device } from './schema.ts'
import { openSeal, tryOpen } from './seal.ts'
import { knock, type PushKey, type Sent } from './send.ts'

export type TellPlatform = Pick<Platform, 'database' | 'directory' | 'mailer' | 'now'> & { config: Pick<Config, 'https' | 'port' | 'push'> }
type Sending = { key: PushKey; allowed: Allowed; signal: AbortSignal }

const lot = 500
const atOnce = 8

/** One run in one town: tells whom it is time to tell, and lets the others come nearer. Repeating it tells nobody twice. */
export async function tellAll(platform: TellPlatform, town: Tenant, signal: AbortSignal): Promise<void> {
  await tellConfidants(platform, town, signal)
  await tellPersons(platform, town, signal)
  await unitIn(platform, town.id, 'write', queries.passRun)
}

async function tellConfidants(platform: TellPlatform, town: Tenant, signal: AbortSignal): Promise<void> {
  for (const { confidantId, tries } of await unitIn(platform, town.id, 'read', (db) => queries.listDueNews(db, lot))) {
    signal.throwIfAborted()
    const told = await tellConfidant(platform, town, confidantId, signal)
    await unitIn(platform, town.id, 'write', async (db) => {
      if (told === 'failed' && tries + 1 < mostTries) await queries.addNewsTry(db, confidantId)
      else if (told !== 'later') await queries.deleteNews(db, [confidantId])
    })
  }
}

/** `later`: they want to be left alone now. `failed`: no push service answered, and there is no mail beside it. */
async function tellConfidant(platform: TellPlatform, town: Tenant, confidantId: string, signal: AbortSignal): Promise<'done' | 'later' | 'failed'> {
  const now = platform.now()
  const confidant = await unitIn(platform, town.id, 'read', (db) => getConfidant(db, confidantId)).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined
    throw error
  })
  const home = confidant && platform.directory.byId(confidant.homeTown)
  if (!confidant || !home || confidant.accountId === null || confidant.state === 'ended' || isAbsent(confidant, localDate(now))) return 'done'
  const { accountId } = confidant
  // Wishes and devices lie in the home town, whichever town the message belongs to; nothing about the message is carried there.
  const { wish, devices } = await unitIn(platform, home.id, 'read', async (db) => ({ wish: (await queries.findWish(db, accountId)) ?? defaultWish, devices: await queries.listDeskDevices(db, accountId) }))
  if (wish.told) return 'done'
  if (isQuiet(wish, now)) return 'later'
  const mail = wish.byLetter ? await mailOf(platform, home.id, accountId) : undefined
  const knocked = wish.byPush ? await knockAt(platform, home, accountId, devices, signal) : []
  if (mail === undefined && knocked.length > 0 && !knocked.includes('sent')) return knocked.includes('failed') ? 'failed' : 'done'
  if (mail === undefined && knocked.length === 0) return 'done'
  await unitIn(platform, home.id, 'write', async (db) => {
    if ((await queries.markTold(db, accountId)) === 0 || mail === undefined) return
    const t = speak(words, { locale: 'de', form: home.addressForm, gender: home.gender, overrides: home.words })
    const origin = originOf(platform.config, home)
    await platform.mailer.send(db, { to: mail, subject: t('notification.mail.subject'), text: t('notification.mail.text', { desk: `${origin}/help-chat/desk`, settings: `${origin}/help-chat/desk/notices` }) })
  })
  return 'done'
}

async function knockAt(platform: TellPlatform, home: Tenant, accountId: string, devices: readonly queries.DeviceRow[], signal: AbortSignal): Promise<readonly Sent[]> {
  if (devices.length === 0) return []
  const sending = await sendingOf(platform, home, signal)
  const seal = await openSeal(platform)
  const sent: Sent[] = []
  for (const { hash, sealed } of devices) {
    const device = tryOpen<Device>(seal, sealed, deskContext(home.id, accountId))
    const outcome = device ? await knock(device, sending.key, sending) : 'gone'
    if (outcome === 'gone') await unitIn(platform, home.id, 'write', (db) => queries.deleteDeskDevices(db, accountId, hash))
    sent.push(outcome)
  }
  return sent
}

async function tellPersons(platform: TellPlatform, town: Tenant, signal: AbortSignal): Promise<void> {
  const due = await unitIn(platform, town.id, 'read', (db) => queries.listDueDevices(db, lot))
  if (due.length === 0) return
  const sending = await sendingOf(platform, town, signal)
  const seal = await openSeal(platform)
  // Several at once, because one slow push service must not keep the others waiting.
  for (let at = 0; at < due.length; at += atOnce) {
    signal.throwIfAborted()
    await Promise.all(
      due.slice(at, at + atOnce).map(async (row) => {
        const device = tryOpen<Device>(seal, row.sealed, caseContext(town.id, row.caseId))
        const outcome = device ? await knock(device, sending.key, sending) : 'gone'
        await unitIn(platform, town.id, 'write', (db) =>
          outcome === 'gone' ? queries.deleteCaseDevices(db, row.caseId, row.hash) : queries.setDeviceTold(db, row, outcome === 'sent' || row.tries + 1 >= mostTries),
        )
      }),
    )
  }
}

const sendingOf = async (platform: TellPlatform, town: Tenant, signal: AbortSignal): Promise<Sending> => ({
  key: await pushKeyOf(platform, town, originOf(platform.config, town)),
  allowed: platform.config.push?.allow ?? [],
  signal,
})

/** What a sealed device is bound to. */
export const deskContext = (town: string, accountId: string): string => `desk ${town} ${accountId}`
export const caseContext = (town: string, caseId: string): string => `case ${town} ${caseId}`

// Accounts belong to the platform: a unit of its own reads them.
async function mailOf({ database, now }: Pick<Platform, 'database' | 'now'>, town: string, accountId: string): Promise<string | undefined> {
  const account = await database.unit({ tenant: town, service: 'platform', access: 'read', now: now() }, (db) => findAccount(db, accountId))
  return account?.disabledAt === null ? (account.email ?? undefined) : undefined
}
