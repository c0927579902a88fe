import { del, get, json, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors } from '@modellregion/kernel'
import { packWords } from '../../app/words.ts'
import { pageWords, words } from '../../locales/index.ts'
import { accountOf } from '../account.ts'
import { originOf } from '../origin.ts'
import { NoticesPage } from '../pages/notices.tsx'
import { pushKeyOf } from '../push-key.ts'
import { deleteDeskDevices, findWish, listDeskDevices, putDeskDevice, putWish } from '../queries.ts'
import { whyNotQuiet } from '../rules.ts'
import { defaultWish, DeviceBody, EndpointBody, mostDevicesOfConfidant, NoticeForm, type Wish } from '../schema.ts'
import { openSeal } from '../seal.ts'
import { deskContext } from '../tell.ts'
import { done, noStore, refuseDevice } from './person.ts'

const access = 'notice.choose'
const address = '/help-chat/desk/notices'

/** Notices for confidants: by mail, on devices, and when not. */
export const deskNoticeRoutes = [
  get(address, { access, title: title(words, 'notification.title') }, async (ask) => {
    const accountId = accountOf(ask)
    return await settings(ask, await ask.read(async (db) => (await findWish(db, accountId)) ?? defaultWish), {})
  }),

  post(address, { access, title: title(words, 'notification.title') }, async (ask) => {
    const form = ask.form(NoticeForm)
    const given = form.ok ? form.value : {}
    const wish = { byLetter: given.byLetter === 'true', byPush: given.byPush === 'true', quietFrom: given.quietFrom ?? null, quietUntil: given.quietUntil ?? null, told: false }
    const refusal = form.ok ? whyNotQuiet(wish.quietFrom, wish.quietUntil) : 'one-missing'
    if (refusal) return await settings(ask, wish, { quietFrom: ask.say(words)(`help-chat.notification.quiet-${refusal}`) })
    await ask.write((db) => putWish(db, accountOf(ask), wish))
    return seeOther(`${address}?saved=1`)
  }),

  post(`${address}/devices/forget`, { access, title: title(words, 'notification.title') }, async (ask) => {
    await ask.write((db) => deleteDeskDevices(db, accountOf(ask)))
    return seeOther(`${address}?saved=1`)
  }),

  get('/help-chat/desk/api/push', { access, api: { summary: 'Public key for web push of this town.', tag: 'Confidential help' } }, async (ask) => json({ key: (await pushKeyOf(ask.platform, ask.tenant, originOf(ask.platform.config, ask.tenant))).publicKey }, 200, noStore)),

  post('/help-chat/desk/api/push', { access, body: DeviceBody, bodyLimit: 8_000 }, async (ask) => {
    const { device } = ask.body
    const refusal = refuseDevice(ask, device)
    if (refusal) return refusal
    const accountId = accountOf(ask)
    const seal = await openSeal(ask.platform)
    const context = deskContext(ask.tenant.id, accountId)
    const taken = await ask.write(async (db) => {
      if ((await listDeskDevices(db, accountId)).length >= mostDevicesOfConfidant) return false
      await putDeskDevice(db, accountId, { hash: seal.hash(device.endpoint, context), sealed: seal.close(JSON.stringify(device), context) })
      return true
    })
    return taken ? done() : refuse(409, 'help-chat.notification.devices-full', ask.say(words)('help-chat.notification.devices-full'))
  }),

  del('/help-chat/desk/api/push', { access, body: EndpointBody, bodyLimit: 8_000 }, async (ask) => {
    const accountId = accountOf(ask)
    const hash = (await openSeal(ask.platform)).hash(ask.body.endpoint, deskContext(ask.tenant.id, accountId))
    await ask.write((db) => deleteDeskDevices(db, accountId, hash))
    return done()
  }),
]

async function settings(ask: Pick<Ask, 'say' | 'csrf' | 'read' | 'actor' | 'url'>, wish: Wish, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const devices = (await ask.read((db) => listDeskDevices(db, accountOf(ask)))).length
  const props = { t, csrf: ask.csrf(), wish, devices, errors, isSaved: ask.url.searchParams.has('saved'), island: { csrf: ask.csrf(), words: packWords(ask.say(words), 'notification.device.') } }
  const failed = Object.keys(errors).length > 0
  return page(NoticesPage, props, { frame: 'question', private: true, noindex: true, crumbs: [{ label: t('notification.crumb'), href: '/help-chat/desk' }, { label: t('notification.title') }], ...(failed && { status: 422, hasErrors: true }) })
}
