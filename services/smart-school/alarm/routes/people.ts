import { Type } from 'typebox'
import { audit, errorsIn, get, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Route, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { listSchools } from '../../store/queries.ts'
import { accountOf, overviewHref } from '../door.ts'
import { peopleOf, readChain, readStaff } from '../dispatch.ts'
import { hasAddress, readHolders, readNames } from '../people.ts'
import { ChainPage } from '../pages/chain.tsx'
import { LoadPage } from '../pages/load.tsx'
import { SettingsPage } from '../pages/settings.tsx'
import { countByPerson, countByRule, deleteDuty, findPreference, listPreferences, saveChain, saveDuty, savePreference } from '../queries/notice.ts'
import { listChangedRules } from '../queries/rule.ts'
import { usualPreference } from '../rules/notify.ts'
import { rulesByKey } from '../rules/ready.ts'
import { ChainForm, DutyForm, PreferenceForm } from '../schema.ts'

const day = 86_400_000
const done = Type.Object({ done: Type.Optional(Type.String()) })
const settings = { access: 'alarm.receive', title: title(words, 'alarm.settings.title') } as const
const chain = { access: 'alarm-chain.change', title: title(words, 'alarm.chain.title') } as const
const frame = { private: true, noindex: true } as const

/** Who is told, how they want it, and how much it is. */
export const peopleRoutes: readonly Route[] = [
  get('/smart-school/alarms/settings', { ...settings, query: done }, (ask) => settingsForm(ask, undefined, {}, ask.query.done)),
  post('/smart-school/alarms/settings', settings, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(PreferenceForm)
    if (!form.ok) {
      const errors = errorsIn(t, form.errors, (field) => t.find(`alarm.settings.field.${field}`) ?? field)
      return await settingsForm(ask, form.typed, { ...errors, ...(errors['quietFrom'] && { quietFrom: t('alarm.settings.clock') }), ...(errors['quietTo'] && { quietTo: t('alarm.settings.clock') }) })
    }
    const { quietWeekend = false, mail = false, ...wish } = form.value
    await ask.write((db) => savePreference(db, accountOf(ask), { ...wish, quietWeekend, mail }))
    return seeOther('/smart-school/alarms/settings?done=1')
  }),

  get('/smart-school/alarms/chain', { ...chain, query: done }, (ask) => chainPage(ask, undefined, {}, ask.query.done)),
  post('/smart-school/alarms/chain', chain, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(ChainForm)
    if (!form.ok) return await chainPage(ask, form.typed, errorsIn(t, form.errors, () => t('alarm.chain.minutes')))
    const rows = [
      { severity: 'info' as const, deputyMinutes: form.value.infoDeputy ?? null, technicianMinutes: form.value.infoTechnician ?? null },
      { severity: 'warn' as const, deputyMinutes: form.value.warnDeputy ?? null, technicianMinutes: form.value.warnTechnician ?? null },
      { severity: 'urgent' as const, deputyMinutes: form.value.urgentDeputy ?? null, technicianMinutes: form.value.urgentTechnician ?? null },
    ]
    const wrong = rows.find(({ deputyMinutes, technicianMinutes }) => deputyMinutes !== null && technicianMinutes !== null && deputyMinutes > technicianMinutes)
    if (wrong) return await chainPage(ask, form.typed, { [`${wrong.severity}Technician`]: t('alarm.chain.order') })
    await ask.write(async (db) => {
      for (const row of rows) await saveChain(db, row)
      await audit(db, { action: 'smart-school.alarm-chain.change', subject: 'town', detail: { chain: JSON.stringify(rows) } })
    })
    return seeOther('/smart-school/alarms/chain?done=1')
  }),
  post('/smart-school/alarms/duty', chain, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(DutyForm)
    if (!form.ok) return await chainPage(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`alarm.chain.field.${field}`) ?? field))
    const { school, account, step } = form.value
    await ask.write(async (db) => {
      if (step === '0') await deleteDuty(db, school, account)
      else await saveDuty(db, { schoolId: school, accountId: account, step: Number(step) })
      await audit(db, { action: 'smart-school.alarm-duty.change', subject: account, detail: { school, step } })
    })
    return seeOther('/smart-school/alarms/chain?done=1')
  }),

  get('/smart-school/alarms/load', { access: 'alarm-chain.change', title: title(words, 'alarm.load.title') }, async (ask) => {
    const found = await ask.read(async (db) => {
      const people = await countByPerson(db, new Date(ask.now.getTime() - 7 * day))
      return { people, loud: await countByRule(db, new Date(ask.now.getTime() - 30 * day)), budgets: new Map((await listPreferences(db)).map(({ accountId, perWeek }) => [accountId, perWeek])), rules: rulesByKey(await listChangedRules(db)) }
    })
    const t = ask.say(pageWords)
    const names = await readNames(ask, found.people.map(({ accountId }) => accountId))
    return page(LoadPage, { t, ...found, names, usualBudget: usualPreference.perWeek }, { ...frame, frame: 'work', crumbs: crumbsOf(t('service.title'), t('alarm.all.title'), t('alarm.load.title')) })
  }),
]

type Asks = Pick<Ask, 'read' | 'say' | 'csrf' | 'actor' | 'now' | 'platform' | 'tenant'>
const crumbsOf = (service: string, all: string, here: string) => [{ label: service, href: '/smart-school' }, { label: all, href: overviewHref }, { label: here }]

async function settingsForm(ask: Asks, typed: Typed | undefined, errors: FormErrors, saved?: string): Promise<Answer> {
  const id = accountOf(ask)
  const hasMail = await hasAddress(ask, id)
  const { preference, got } = await ask.read(async (db) => ({
    preference: (await findPreference(db, id)) ?? usualPreference,
    got: (await countByPerson(db, new Date(ask.now.getTime() - 7 * day))).filter(({ accountId }) => accountId === id),
  }))
  const { quietWeekend, mail, ...texts } = preference
  const own: Typed = { ...Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, String(value)])), ...(quietWeekend && { quietWeekend: 'on' }), ...(mail && { mail: 'on' }) }
  const t = ask.say(pageWords)
  const count = (...states: string[]): number => got.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0)
  return page(
    SettingsPage,
    { t, csrf: ask.csrf(), typed: typed ?? own, errors, saved: saved !== undefined, hasMail, sent: count('sent'), bundled: count('bundled', 'digested') },
    { ...frame, frame: 'question', ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }), crumbs: crumbsOf(t('service.title'), t('alarm.all.title'), t('alarm.settings.title')) },
  )
}

async function chainPage(ask: Asks, typed: Typed | undefined, errors: FormErrors, saved?: string): Promise<Answer> {
  const holders = await readHolders(ask)
  const { schools, minutes, staff } = await ask.read(async (db) => ({ schools: await listSchools(db), minutes: await readChain(db), staff: await readStaff(db, holders) }))
  const own: Typed = Object.fromEntries(
    (['info', 'warn', 'urgent'] as const).flatMap((severity) => [
      [`${severity}Deputy`, String(minutes[severity].deputyMinutes ?? '')],
      [`${severity}Technician`, String(minutes[severity].technicianMinutes ?? '')],
    ]),
  )
  const t = ask.say(pageWords)
  const everybody = [...new Map([...staff.caretakers, ...staff.technicians].map((account) => [account.id, account.name])).entries()].map(([id, name]) => ({ id, name }))
  return page(
    ChainPage,
    { t, csrf: ask.csrf(), typed: typed ?? own, errors, saved: saved !== undefined, everybody, schools: schools.map((school) => ({ school, steps: ([1, 2, 3] as const).map((step) => peopleOf(staff, school.id, step).map(({ name }) => name)) })) },
    { ...frame, frame: 'work', ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }), crumbs: crumbsOf(t('service.title'), t('alarm.all.title'), t('alarm.chain.title')) },
  )
}
