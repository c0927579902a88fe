import encodeQR from 'qr'
import { audit, get, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import type { FormErrors } from '@modellregion/kernel/rules'
import { pageWords, words } from '../../locales/index.ts'
import { findPerson } from '../../person/queries.ts'
import type { Person } from '../../person/schema.ts'
import { bucketsOf, countTry, forgive } from '../../sign-in/attempts.ts'
import { endEverything } from '../../sign-in/end-everything.ts'
import { serviceSecret } from '../../sign-in/secret.ts'
import { whyNotNewPassword } from '../check-password.ts'
import { hashPassword, Overloaded, verifyPassword } from '../hash.ts'
import { NoPersonPage, PasswordDonePage, PasswordPage, SecurityPage } from '../pages/security.tsx'
import { CodesPage, RemoveTotpPage, TotpPage } from '../pages/totp.tsx'
import { tellPerson } from '../person-mail.ts'
import { confirmTotp, countRecoveryCodes, deleteTotp, findPassword, findTotp, offerTotp, replaceRecoveryCodes, savePassword } from '../queries.ts'
import { isComparable } from '../rules.ts'
import { CodeForm } from '../schema.ts'
import { newRecoveryCodes, renewRecoveryCodes, totpContext, totpSeal } from '../second-factor.ts'
import { passwordSentence } from '../sentences.ts'
import { isOutOfTime, newTotpSecret, stepOfTotp, totpAddress } from '../totp.ts'
import { typedPassword } from '../typed-password.ts'
import { mayAddPassword } from './first-password.ts'

const access = 'own-sign-in.change'
const home = title(words, 'security.title')
const frame = { frame: 'question', private: true, noindex: true } as const

/** What a person changes about signing in: password and second factor. Everything asks for the password once more. */
export const securityRoutes = [
  get('/citizen-id/security', { access, title: home }, async (ask) => {
    const person = await ownPerson(ask)
    if (!person) return page(NoPersonPage, { t: ask.say(pageWords) }, frame)
    const [password, totp, { n }] = await ask.read(async (db) => [await findPassword(db, person.id), await findTotp(db, person.id), await countRecoveryCodes(db, person.id)] as const)
    return page(SecurityPage, { t: ask.say(pageWords), passwordSince: password?.changedAt, mayAdd: mayAddPassword(ask.actor), totpSince: totp?.confirmedAt ?? undefined, codes: n }, frame)
  }),

  get('/citizen-id/security/password', { access, title: title(words, 'security.password-change') }, (ask) => withPassword(ask, () => passwordPage(ask, {}))),
  post('/citizen-id/security/password', { access, title: title(words, 'security.password-change'), rate: { max: 60, per: 'minute' } }, (ask) => withPassword(ask, (person, stored) => changePassword(ask, person, stored))),
  get('/citizen-id/password-changed', { access: 'anyone', title: title(words, 'security.password-done-title') }, (ask) => page(PasswordDonePage, { t: ask.say(pageWords) }, frame)),

  get('/citizen-id/security/totp', { access, title: title(words, 'security.totp-set-up') }, (ask) => withPassword(ask, (person) => totpPage(ask, person, {}))),
  post('/citizen-id/security/totp', { access, title: title(words, 'security.totp-set-up') }, (ask) => withPassword(ask, (person) => setUpTotp(ask, person))),
  get('/citizen-id/security/totp/remove', { access, title: title(words, 'security.totp-remove') }, (ask) => withPassword(ask, () => removePage(ask, {}))),
  post('/citizen-id/security/totp/remove', { access, title: title(words, 'security.totp-remove') }, (ask) => withPassword(ask, (person, stored) => removeTotp(ask, person, stored))),
]

type Asks = Ask

const ownPerson = (ask: Pick<Ask, 'actor' | 'read'>): Promise<Person | undefined> => ask.read(async (db) => (ask.actor.id === undefined ? undefined : await findPerson(db, ask.actor.id)))

// Passwords and second factors belong to accounts with a password; others are led to the overview, which says so.
async function withPassword(ask: Asks, work: (person: Person, stored: string) => Answer | Promise<Answer>): Promise<Answer> {
  const person = await ownPerson(ask)
  const stored = person && (await ask.read((db) => findPassword(db, person.id)))
  return person && stored ? await work(person, stored.hash) : seeOther('/citizen-id/security')
}

type Proved = 'right' | 'wrong' | { wait: number } | 'busy'

/** The password once more: whoever sits down at an open screen must not be able to take the account over. */
async function proveAgain(ask: Asks, personId: string, stored: string, typed: string): Promise<Proved> {
  const buckets = bucketsOf(await serviceSecret(ask.platform), ask.tenant.id, [{ limit: 'code', of: `again ${personId}` }])
  const wait = await ask.write((db) => countTry(db, buckets))
  if (wait > 0) return { wait }
  try {
    if (!isComparable(typed) || !(await verifyPassword(typed, stored)).fits) return 'wrong'
  } catch (error) {
    if (error instanceof Overloaded) return 'busy'
    throw error
  }
  await ask.write((db) => forgive(db, buckets))
  return 'right'
}

function provedSentence(ask: Asks, proved: Exclude<Proved, 'right'>): string {
  const t = ask.say(pageWords)
  if (proved === 'wrong') return t('password.old-wrong')
  return proved === 'busy' ? t('sign-in.busy') : t('sign-in.wait-later', { until: new Date(ask.now.getTime() + proved.wait * 1_000 + 60_000) })
}

const failed = (errors: FormErrors) => (Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {})

const passwordPage = (ask: Asks, errors: FormErrors): Answer => page(PasswordPage, { t: ask.say(pageWords), csrf: ask.csrf(), errors }, { ...frame, ...failed(errors) })

async function changePassword(ask: Asks, person: Person, stored: string): Promise<Answer> {
  const t = ask.say(pageWords)
  const [old, fresh, repeat] = ['old', 'password', 'repeat'].map((field) => typedPassword(ask.body, field)) as [string, string, string]
  const { givenNames, familyName } = person
  const refusal = fresh === '' ? undefined : await whyNotNewPassword(ask, fresh, { givenNames, familyName, email: person.email ?? '', userName: person.userName ?? '' })
  const errors = {
    ...(old === '' && { old: t('forms.error.missing', { field: t('password.field.old') }) }),
    ...(fresh === '' && { password: t('forms.error.missing', { field: t('password.field.new') }) }),
    ...(refusal && { password: passwordSentence(t, refusal) }),
    ...(fresh !== '' && !refusal && repeat !== fresh && { repeat: t('password.repeat-differs') }),
  }
  if (Object.keys(errors).length > 0) return passwordPage(ask, errors)
  const proved = await proveAgain(ask, person.id, stored, old)
  if (proved !== 'right') return passwordPage(ask, { old: provedSentence(ask, proved) })
  const hash = await hashPassword(fresh)
  await ask.write(async (db) => {
    await savePassword(db, person.id, hash)
    await tellPerson(db, ask.platform.mailer, person, { subject: t('security.mail-subject'), text: t('security.mail-password', { town: townOf(ask) }) })
    await audit(db, { action: 'password.change', subject: `person/${person.id}` })
  })
  await endEverything(ask, person.id)
  await ask.session.signOut()
  return seeOther('/citizen-id/password-changed')
}

const townOf = ({ tenant }: Pick<Ask, 'tenant'>): string => `${tenant.kind} ${tenant.name}`

async function totpPage(ask: Asks, person: Person, errors: FormErrors): Promise<Answer> {
  const seal = await totpSeal(ask.platform)
  const context = totpContext(ask.tenant.id, person.id)
  const known = await ask.read((db) => findTotp(db, person.id))
  if (known?.confirmedAt) return seeOther('/citizen-id/security')
  // The same secret on a second look, so that a reload does not spoil what the app has read already.
  const secret = known ? seal.open(known.sealed, context) : newTotpSecret()
  if (!known) await ask.write((db) => offerTotp(db, person.id, seal.close(secret, context)))
  const address = totpAddress(secret, townOf(ask), person.userName ?? person.email ?? '')
  const qr = encodeQR(address, 'raw', { ecc: 'medium', border: 2 })
  return page(TotpPage, { t: ask.say(pageWords), csrf: ask.csrf(), qr, secret, errors }, { ...frame, ...failed(errors) })
}

async function setUpTotp(ask: Asks, person: Person): Promise<Answer> {
  const t = ask.say(pageWords)
  const form = ask.form(CodeForm)
  const known = await ask.read((db) => findTotp(db, person.id))
  if (!known || known.confirmedAt) return seeOther('/citizen-id/security/totp')
  const secret = (await totpSeal(ask.platform)).open(known.sealed, totpContext(ask.tenant.id, person.id))
  const step = form.ok ? stepOfTotp(secret, form.value.code, ask.now, 0) : undefined
  if (step === undefined) return await totpPage(ask, person, { code: form.ok ? t(isOutOfTime(secret, form.value.code, ask.now) ? 'second-factor.out-of-time' : 'second-factor.wrong') : t('forms.error.missing', { field: t('password.field.code') }) })
  const codes = newRecoveryCodes()
  const confirmed = await ask.write(async (db) => {
    if ((await confirmTotp(db, person.id, step)) === 0) return false
    await renewRecoveryCodes(db, person.id, codes)
    await tellPerson(db, ask.platform.mailer, person, { subject: t('security.mail-subject'), text: t('security.mail-totp-on', { town: townOf(ask) }) })
    await audit(db, { action: 'totp.set-up', subject: `person/${person.id}` })
    return true
  })
  return confirmed ? page(CodesPage, { t, codes }, frame) : seeOther('/citizen-id/security')
}

const removePage = (ask: Asks, errors: FormErrors): Answer => page(RemoveTotpPage, { t: ask.say(pageWords), csrf: ask.csrf(), errors }, { ...frame, ...failed(errors) })

async function removeTotp(ask: Asks, person: Person, stored: string): Promise<Answer> {
  const t = ask.say(pageWords)
  const proved = await proveAgain(ask, person.id, stored, typedPassword(ask.body, 'old'))
  if (proved !== 'right') return removePage(ask, { old: provedSentence(ask, proved) })
  await ask.write(async (db) => {
    await deleteTotp(db, person.id)
    await replaceRecoveryCodes(db, person.id, [])
    await tellPerson(db, ask.platform.mailer, person, { subject: t('security.mail-subject'), text: t('security.mail-totp-off', { town: townOf(ask) }) })
    await audit(db, { action: 'totp.remove', subject: `person/${person.id}` })
  })
  return seeOther('/citizen-id/security')
}
