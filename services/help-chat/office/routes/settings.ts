import { Type } from 'typebox'
import { audit, get, page, post, seeOther, title, type Answer, type Ask, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { officeName } from '../directory.ts'
import { officePage, pageProps, refusedForm, type FormState } from '../form.ts'
import { SettingsPage } from '../pages/settings.tsx'
import { listConfidants } from '../queries/confidant.ts'
import { getSettings, putSettings } from '../queries/settings.ts'
import { whyNotSettings } from '../rules.ts'
import type { OfficeSettings } from '../schema.ts'
import { WithDone } from './board.ts'

const SettingsForm = Type.Object({
  officeName: Type.Optional(Type.String({ maxLength: 80 })),
  promiseHours: Type.Integer({ minimum: 1, maximum: 240 }),
  threshold: Type.Integer({ minimum: 0, maximum: 9 }),
  appName: Type.String({ maxLength: 12 }),
  exitUrl: Type.String({ maxLength: 200 }),
  phone: Type.Optional(Type.String({ maxLength: 40 })),
  room: Type.Optional(Type.String({ maxLength: 300 })),
  externalOffices: Type.Optional(Type.String({ maxLength: 1_000 })),
})
const options = { access: 'office.lead', title: title(words, 'office.settings-title') } as const

/** What the town decides about its office. */
export const settingsRoutes = [
  get('/help-chat/office/settings', { ...options, query: WithDone }, async (ask) => await show(ask, { typed: typedSettings(await ask.read(getSettings)), errors: {} }, ask.query.done)),

  post('/help-chat/office/settings', options, async (ask) => {
    const read = ask.form(SettingsForm)
    if (!read.ok) return await show(ask, refusedForm(ask, read))
    const { officeName: name = null, phone = null, room = null, externalOffices = null, ...rest } = read.value
    const holders = await countHolders(ask)
    const refusal = whyNotSettings(rest, holders, (await ask.read(getSettings)).threshold)
    if (refusal) return await show(ask, { typed: read.typed, errors: { [refusal.field]: sentence(ask, refusal.code, holders) } })
    await ask.write(async (db) => {
      await putSettings(db, { ...rest, officeName: name, phone, room, externalOffices })
      await audit(db, { action: 'office.change', subject: 'office', detail: { threshold: rest.threshold, promiseHours: rest.promiseHours } })
    })
    return seeOther('/help-chat/office/settings?done=saved')
  }),
]

function sentence({ say }: Pick<Ask, 'say'>, code: 'threshold-one' | 'threshold-unreachable' | 'exit-url', n: number): string {
  const t = say(pageWords)
  return code === 'threshold-unreachable' ? t('office.error.threshold-unreachable', { n }) : t(`office.error.${code}`)
}

const countHolders = async ({ read }: Pick<Ask, 'read'>): Promise<number> => (await read(listConfidants)).filter(({ holder }) => holder).length

const typedSettings = (settings: OfficeSettings): Typed => Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value === null ? '' : String(value)]))

async function show(ask: Pick<Ask, 'say' | 'csrf' | 'url' | 'platform' | 'may' | 'actor' | 'tenant' | 'read'>, state: FormState, done?: string): Promise<Answer> {
  return page(SettingsPage, { ...pageProps(ask, state), done, defaultName: officeName(ask.tenant, null), holders: await countHolders(ask) }, officePage(ask, state))
}
