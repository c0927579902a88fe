import type { Platform, Tenant } from '@modellregion/kernel'
import webPush from 'web-push'
import { findPushKey, insertPushKey } from './queries.ts'
import { openSeal } from './seal.ts'
import type { PushKey } from './send.ts'

type Town = Pick<Tenant, 'id' | 'contact'>
type Place = Pick<Platform, 'database' | 'now'>

/** The town's key towards push services. The first who asks makes it; of two at the same moment one wins and both read the winner's. */
export async function pushKeyOf(platform: Place, town: Town, origin: string): Promise<PushKey> {
  const seal = await openSeal(platform)
  const unit = { tenant: town.id, service: 'help-chat', now: platform.now() } as const
  const context = `push-key ${town.id}`
  const held = await platform.database.unit({ ...unit, access: 'read' }, (db) => findPushKey(db))
  const row = held ?? (await platform.database.unit({ ...unit, access: 'write' }, async (db) => {
    const { publicKey, privateKey } = webPush.generateVAPIDKeys()
    await insertPushKey(db, { publicKey, privateSealed: seal.close(privateKey, context) })
    return await findPushKey(db)
  }))
  if (!row) throw new Error('The key towards push services was made and is not there.')
  return { publicKey: row.publicKey, privateKey: seal.open(row.privateSealed, context), subject: town.contact.mail ? `mailto:${town.contact.mail}` : origin }
}
