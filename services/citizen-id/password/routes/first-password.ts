import { audit, get, page, post, reaches, seeOther, title, type Actor, type Answer, type Ask } from '@modellregion/kernel'
import type { FormErrors } from '@modellregion/kernel/rules'
import { provedJustNow } from '../../cockpit/recent.ts'
import { pageWords, words } from '../../locales/index.ts'
import { findPerson } from '../../person/queries.ts'
import type { Person } from '../../person/schema.ts'
import { whyNotNewPassword } from '../check-password.ts'
import { hashPassword, Overloaded } from '../hash.ts'
import { FirstPasswordPage } from '../pages/first-password.tsx'
import { tellPerson } from '../person-mail.ts'
import { findPassword, nameNameless, savePassword } from '../queries.ts'
import { passwordSentence, userNameSentence } from '../sentences.ts'
import { typedPassword } from '../typed-password.ts'
import { userNameKey, whyNotUserName } from '../user-name.ts'

const access = 'own-sign-in.change'
const heading = title(words, 'security.password-set')
const frame = { frame: 'question', private: true, noindex: true } as const

/** A password is a lasting way in, so it is added only by somebody who has come in by a way that is surer than a password. */
export const mayAddPassword = (actor: Pick<Actor, 'level' | 'methods' | 'roles'>): boolean => reaches(actor, 'substantial') || (actor.methods ?? []).includes('phr')

/** The first password of an account that was made with a card, BundID, a wallet or a directory. */
export const firstPasswordRoutes = [
  get('/citizen-id/security/password/first', { access, title: heading }, (ask) => withoutPassword(ask, (person) => firstPage(ask, person, '', {}))),
  post('/citizen-id/security/password/first', { access, title: heading, rate: { max: 60, per: 'minute' } }, (ask) => withoutPassword(ask, (person) => setFirst(ask, person))),
]

async function withoutPassword(ask: Ask, work: (person: Person) => Promise<Answer>): Promise<Answer> {
  const { id } = ask.actor
  const [person, stored] = id === undefined ? [] : await ask.read(async (db) => [await findPerson(db, id), await findPassword(db, id)] as const)
  return person && !stored && mayAddPassword(ask.actor) ? await work(person) : seeOther('/citizen-id/security')
}

async function firstPage(ask: Ask, person: Person, userName: string, errors: FormErrors): Promise<Answer> {
  const failed = Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {}
  return page(FirstPasswordPage, { t: ask.say(pageWords), csrf: ask.csrf(), proved: await provedJustNow(ask), known: person.userName, userName, errors }, { ...frame, ...failed })
}

async function setFirst(ask: Ask, person: Person): Promise<Answer> {
  // Whoever sits down at an open screen must not leave with a password of their own.
  if (!(await provedJustNow(ask))) return await firstPage(ask, person, '', {})
  const t = ask.say(pageWords)
  const [typed, repeat, wished] = ['password', 'repeat', 'userName'].map((field) => typedPassword(ask.body, field)) as [string, string, string]
  const { givenNames, familyName } = person
  const nameRefusal = person.userName === null ? whyNotUserName(wished) : undefined
  const refusal = typed === '' ? undefined : await whyNotNewPassword(ask, typed, { givenNames, familyName, email: person.email ?? '', userName: person.userName ?? wished })
  const errors = {
    ...(nameRefusal && { userName: userNameSentence(t, nameRefusal) }),
    ...(typed === '' && { password: t('forms.error.missing', { field: t('password.field.new') }) }),
    ...(refusal && { password: passwordSentence(t, refusal) }),
    ...(typed !== '' && !refusal && typed !== repeat && { repeat: t('password.repeat-differs') }),
  }
  if (Object.keys(errors).length > 0) return await firstPage(ask, person, wished, errors)
  const hash = await hashPassword(typed).catch((error: unknown) => {
    if (error instanceof Overloaded) return undefined
    throw error
  })
  if (hash === undefined) return await firstPage(ask, person, wished, { password: t('sign-in.busy') })
  const named = await ask.write(async (db) => {
    if (person.userName === null && (await nameNameless(db, person.id, { userName: wished, userNameKey: userNameKey(wished) ?? '' })) === 0) return false
    await savePassword(db, person.id, hash)
    await tellPerson(db, ask.platform.mailer, person, { subject: t('security.mail-subject'), text: t('security.mail-password-first', { town: `${ask.tenant.kind} ${ask.tenant.name}` }) })
    await audit(db, { action: 'password.set', subject: `person/${person.id}` })
    return true
  })
  return named ? seeOther('/citizen-id/security') : await firstPage(ask, person, wished, { userName: t('password.user-name-taken') })
}
