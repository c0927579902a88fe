import type { Service } from '../boot/service.ts'
import { body, json, page, seeOther } from '../http/answer.ts'
import { get, post, title, type Ask, type Title } from '../http/route.ts'
import { townIdentity, townProviderId } from '../identity/town-provider.ts'
import { kernelWords } from '../locales/index.ts'
import { MyDataPage, type DataPart, type DataSheet } from './pages/my-data.tsx'
import { ErasePage } from './pages/erase.tsx'
import { RegisterPage } from './pages/register.tsx'
import { discloseAll, eraseAll, type Disclosed } from './person.ts'
import { registerCsv, registerOf, type Voice } from './register.ts'

/** What is stored about people: the public register, one's own data, and the end of them. */
export const privacyRoutes = [
  get('/privacy', { access: 'anyone', everyTown: true, title: title(kernelWords, 'privacy.title') }, (ask) => {
    const voice = voiceOf(ask)
    const parts = servicesIn(ask).map((service) => ({ id: service.id, name: voice.nameOf(service), lines: registerOf([service], voice) }))
    return page(RegisterPage, { t: voice.t, contact: ask.tenant.contact, town: ask.tenant.name, parts: parts.filter(({ lines }) => lines.length > 0) }, { frame: 'text' })
  }),

  get('/privacy.csv', { access: 'anyone', everyTown: true, api: { summary: 'The register of processing activities (Art. 30 GDPR) as CSV.' } }, (ask) => {
    const voice = voiceOf(ask)
    const { t } = voice
    const head = [t('privacy.service'), t('privacy.purpose'), t('privacy.data'), t('privacy.basis'), t('privacy.retention'), t('privacy.recipients')]
    return body('text/csv; charset=utf-8', registerCsv(head, registerOf(servicesIn(ask), voice)), { headers: { 'content-disposition': 'attachment; filename="privacy-register.csv"' } })
  }),

  get('/account/data', { access: 'own-data.see', everyTown: true, title: title(kernelWords, 'privacy.my-data') }, async (ask) => {
    const voice = voiceOf(ask)
    const disclosed = await discloseAll(ask.platform, { tenant: ask.tenant.id, now: ask.now }, ask.actor.id ?? '')
    const parts = partsOf(disclosed.filter(({ rows }) => rows.length > 0), voice)
    const crumbs = [{ label: voice.t('identity.account'), href: '/account' }, { label: voice.t('privacy.my-data') }]
    return page(MyDataPage, { t: voice.t, parts }, { frame: 'object', crumbs, private: true, noindex: true })
  }),

  get('/account/data.json', { access: 'own-data.see', everyTown: true, api: { summary: 'Everything stored about the signed-in person (Art. 15 and 20 GDPR).' } }, async (ask) => {
    const voice = voiceOf(ask)
    const disclosed = await discloseAll(ask.platform, { tenant: ask.tenant.id, now: ask.now }, ask.actor.id ?? '')
    const value = {
      town: ask.tenant.name,
      account: ask.actor.id,
      at: ask.now.toISOString(),
      data: disclosed.map(({ service, data, rows }) => ({ service: service.id, table: data.table, purpose: voice.read(data.purpose), legalBasis: data.legalBasis, rows })),
    }
    return json(value, 200, { 'cache-control': 'private, no-store', 'content-disposition': 'attachment; filename="my-data.json"' })
  }),

  get('/account/delete', { access: 'own-data.erase', everyTown: true, title: title(kernelWords, 'identity.account-delete') }, (ask) => {
    const own = ownPage(ask)
    return own === undefined ? page(ErasePage, { t: ask.say(kernelWords), csrf: ask.csrf() }, { frame: 'question', private: true, noindex: true }) : seeOther(own)
  }),

  post('/account/delete', { access: 'own-data.erase', everyTown: true }, async (ask) => {
    const own = ownPage(ask)
    if (own !== undefined) return seeOther(own)
    const id = ask.actor.id ?? ''
    await eraseAll(ask.platform, { tenant: ask.tenant.id, now: ask.now, actor: id }, id)
    await ask.session.signOut()
    return seeOther('/sign-out/done')
  }),
]

// Whoever signed in with the account of the town deletes it there: it opens other services as well.
const ownPage = ({ platform, tenant, session }: Pick<Ask, 'platform' | 'tenant' | 'session'>): string | undefined => (session.data.provider === townProviderId ? townIdentity(platform, tenant)?.deletePath : undefined)

const servicesIn = ({ platform, tenant }: Pick<Ask, 'platform' | 'tenant'>): Service[] =>
  platform.registry.services.filter(({ id }) => id === 'platform' || tenant.services.includes(id))

function voiceOf(ask: Pick<Ask, 'say' | 'tenant'>): Voice {
  const t = ask.say(kernelWords)
  const read = ({ words, key }: Title) => ask.say(words).find(key) ?? key
  return { t, read, nameOf: (service) => (service.id === 'platform' ? t('privacy.platform') : (ask.tenant.serviceNames[service.id] ?? read(service.title))) }
}

function partsOf(disclosed: readonly Disclosed[], voice: Voice): DataPart[] {
  const services = [...new Set(disclosed.map(({ service }) => service))]
  return services.map((service) => ({
    id: `data-${service.id}`,
    service: voice.nameOf(service),
    tables: disclosed.filter((part) => part.service === service).map((part, index) => sheetOf(part, `data-${service.id}-${index}`, voice)),
  }))
}

function sheetOf({ service, data, rows }: Disclosed, id: string, { t, read }: Voice): DataSheet {
  const label = (column: string) => {
    const own = `${service.id}.column.${column}`
    const found = read({ words: data.purpose.words, key: own })
    return found === own ? (t.find(`privacy.column.${column}`) ?? column) : found
  }
  return {
    id,
    purpose: read(data.purpose),
    columns: data.columns.map((column) => ({ key: column, label: label(column) })),
    rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, shown(column, value, t)]))),
  }
}

function shown(column: string, value: unknown, t: Voice['t']): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return t.format.dateTime(value)
  if (typeof value === 'object') return JSON.stringify(value)
  return t.find(`identity.${column}.${String(value)}`) ?? String(value) // roles and levels have names
}
