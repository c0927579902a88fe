import { body, del, get, json, post, refuse, type Answer, type Ask } from '@modellregion/kernel'
import { words } from '../../locales/index.ts'
import { findOwnCase, noCase } from '../../thread/routes/person.ts'
import { whyNotEndpoint } from '../guard.ts'
import { originOf } from '../origin.ts'
import { pushKeyOf } from '../push-key.ts'
import { countCaseDevices, deleteCaseDevices, deleteOtherCaseDevices, putCaseDevice } from '../queries.ts'
import { DeviceBody, EndpointBody, mostDevicesOfCase, type Device } from '../schema.ts'
import { openSeal } from '../seal.ts'
import { caseContext } from '../tell.ts'

const person = { access: 'anyone', traceless: true } as const
export const noStore = { 'cache-control': 'no-store' }
export const done = (): Answer => body('application/json', '', { status: 204, headers: noStore })

/** Why this device is not taken, as an answer. */
export function refuseDevice(ask: Pick<Ask, 'say' | 'platform'>, { endpoint }: Device): Answer | undefined {
  return whyNotEndpoint(endpoint, ask.platform.config.push?.allow ?? []) ? refuse(422, 'help-chat.notification.device-unknown', ask.say(words)('help-chat.notification.device-unknown')) : undefined
}

/** Notices for the anonymous person: off until they ask for them, and gone with the case. */
export const personNoticeRoutes = [
  get('/help-chat/app/push-key', { ...person, api: { summary: 'Public key for web push of this town.', tag: 'Confidential help' } }, async (ask) => json({ key: (await pushKeyOf(ask.platform, ask.tenant, originOf(ask.platform.config, ask.tenant))).publicKey }, 200, noStore)),

  post('/help-chat/app/case/push', { ...person, body: DeviceBody, bodyLimit: 8_000 }, async (ask) => {
    const file = await findOwnCase(ask)
    if (!file) return noCase(ask)
    const { device } = ask.body
    const refusal = refuseDevice(ask, device)
    if (refusal) return refusal
    const seal = await openSeal(ask.platform)
    const context = caseContext(ask.tenant.id, file.id)
    const row = { hash: seal.hash(device.endpoint, context), sealed: seal.close(JSON.stringify(device), context) }
    await ask.write(async (db) => {
      await putCaseDevice(db, file.id, row)
      // Which of the others is the oldest nobody knows here, because no moment is kept.
      if ((await countCaseDevices(db, file.id)) > mostDevicesOfCase) await deleteOtherCaseDevices(db, file.id, row.hash)
    })
    return done()
  }),

  // With the address of a device that one goes, with an empty one all of them.
  del('/help-chat/app/case/push', { ...person, body: EndpointBody, bodyLimit: 8_000 }, async (ask) => {
    const file = await findOwnCase(ask)
    if (!file) return noCase(ask)
    const { endpoint } = ask.body
    const hash = endpoint === '' ? undefined : (await openSeal(ask.platform)).hash(endpoint, caseContext(ask.tenant.id, file.id))
    await ask.write((db) => deleteCaseDevices(db, file.id, hash))
    return done()
  }),
]
