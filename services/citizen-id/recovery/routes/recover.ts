import { Type } from 'typebox'
import { get, newId, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import type { FormErrors } from '@modellregion/kernel/rules'
import { pageWords, words } from '../../locales/index.ts'
import { whyNotNewPassword } from '../../password/check-password.ts'
import { hashPassword, Overloaded } from '../../password/hash.ts'
import { tellPerson } from '../../password/person-mail.ts'
import { nameNameless } from '../../password/queries.ts'
import { passwordSentence, userNameSentence } from '../../password/sentences.ts'
import { findByName } from '../../password/try-password.ts'
import { typedPassword } from '../../password/typed-password.ts'
import { userNameKey, whyNotUserName } from '../../password/user-name.ts'
import { findPerson, listPersonsByMail } from '../../person/queries.ts'
import type { Person } from '../../person/schema.ts'
import { bucketsOf, countTry, forgive } from '../../sign-in/attempts.ts'
import { endEverything } from '../../sign-in/end-everything.ts'
import { rememberDevice } from '../../sign-in/known-device.ts'
import { serviceSecret } from '../../sign-in/secret.ts'
import { CounterCodePage, NewPasswordPage, RecoverPage, RecoverSentPage, RecoveredPage, UseLinkPage, WayBackGonePage } from '../pages/recover.tsx'
import { findBound, findUnused } from '../queries.ts'
import { browserHash, linkHash, newToken, openByMail, setPasswordAnew, takeCode, takeLink } from '../way-back.ts'

const heading = title(words, 'recovery.title')
const ByToken = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{32}$' }) })
const NameForm = Type.Object({ name: Type.String({ maxLength: 320 }) })
const CodeForm = Type.Object({ name: Type.String({ maxLength: 320 }), code: Type.String({ maxLength: 40 }) })
const frame = { frame: 'question', private: true, noindex: true } as const

type Asks = Ask

/** Back into an account without the password: by a letter to the confirmed address, or with the code of the counter. */
export const recoverRoutes = [
  get('/citizen-id/recover', { access: 'anyone', title: heading }, (ask) => page(RecoverPage, { t: ask.say(pageWords), csrf: ask.csrf(), name: '', error: undefined }, frame)),
  post('/citizen-id/recover', { access: 'anyone', title: heading }, (ask) => sendLetters(ask)),
  get('/citizen-id/recover/sent', { access: 'anyone', title: heading }, (ask) => page(RecoverSentPage, { t: ask.say(pageWords) }, frame)),

  get('/citizen-id/recover/link/:token', { access: 'anyone', params: ByToken, title: heading }, async (ask) =>
    (await ask.read((db) => findUnused(db, linkHash(ask.params.token)))) ? page(UseLinkPage, { t: ask.say(pageWords), csrf: ask.csrf(), action: `/citizen-id/recover/link/${ask.params.token}` }, frame) : gone(ask),
  ),
  // By a button, because mail programs look at links in advance.
  post('/citizen-id/recover/link/:token', { access: 'anyone', params: ByToken, title: heading }, async (ask) => {
    const browser = newToken()
    return (await ask.write((db) => takeLink(db, ask.params.token, browser))) ? toNewPassword(ask, browser) : gone(ask)
  }),

  get('/citizen-id/recover/counter', { access: 'anyone', title: title(words, 'recovery.counter-title') }, (ask) => codePage(ask, '', {})),
  post('/citizen-id/recover/counter', { access: 'anyone', title: title(words, 'recovery.counter-title') }, (ask) => byCode(ask)),

  get('/citizen-id/recover/new', { access: 'anyone', title: title(words, 'recovery.new-title') }, (ask) => withWayBack(ask, (person) => newPasswordPage(ask, person, '', {}))),
  post('/citizen-id/recover/new', { access: 'anyone', title: title(words, 'recovery.new-title'), rate: { max: 60, per: 'minute' } }, (ask) => withWayBack(ask, (person, source) => setPassword(ask, person, source))),
  get('/citizen-id/recover/done', { access: 'anyone', title: heading }, (ask) => page(RecoveredPage, { t: ask.say(pageWords) }, frame)),
]

const gone = (ask: Pick<Ask, 'say'>): Answer => page(WayBackGonePage, { t: ask.say(pageWords) }, { ...frame, status: 410 })

async function sendLetters(ask: Asks): Promise<Answer> {
  const t = ask.say(pageWords)
  const form = ask.form(NameForm)
  const again = (error: string, more: { status?: number; headers?: Record<string, string> } = {}) =>
    page(RecoverPage, { t, csrf: ask.csrf(), name: form.ok ? form.value.name : '', error }, { ...frame, status: 422, hasErrors: true, ...more })
  if (!form.ok) return again(t('forms.error.missing', { field: t('recovery.field.name') }))
  const { name } = form.value
  const [secret, network] = await Promise.all([serviceSecret(ask.platform), ask.network()])
  const wait = await ask.write((db) => countTry(db, bucketsOf(secret, ask.tenant.id, [{ limit: 'probe', of: `recover ${network}` }])))
  if (wait > 0) return again(t('sign-in.wait-later', { until: new Date(ask.now.getTime() + wait * 1_000 + 60_000) }), { status: 429, headers: { 'retry-after': String(wait) } })
  // One link for each account of the address: people share mailboxes.
  const tokens = Array.from({ length: 20 }, newToken)
  await ask.write(async (db) => {
    const found = name.includes('@') ? await listPersonsByMail(db, name) : [await findByName(db, name)].filter((person) => person !== undefined)
    const people = found.filter(({ email, emailVerifiedAt }) => email !== null && emailVerifiedAt !== null)
    const [first] = people
    if (!first || (await countTry(db, bucketsOf(secret, ask.tenant.id, [{ limit: 'mail', of: `recover ${(first.email ?? '').toLowerCase()}` }]))) > 0) return
    const lines = []
    for (const [at, person] of people.entries()) {
      const token = tokens[at] ?? newToken()
      await openByMail(db, person.id, token)
      lines.push(t('recovery.mail-line', { userName: person.userName ?? t('recovery.mail-no-name'), link: `${ask.url.origin}/citizen-id/recover/link/${token}` }))
    }
    await tellPerson(db, ask.platform.mailer, first, { subject: t('recovery.mail-subject'), text: t('recovery.mail-text', { lines: lines.join('\n\n'), town: townOf(ask) }) })
  })
  return seeOther('/citizen-id/recover/sent')
}

const townOf = ({ tenant }: Pick<Ask, 'tenant'>): string => `${tenant.kind} ${tenant.name}`

function toNewPassword(ask: Pick<Ask, 'platform'>, browser: string): Answer {
  const cookie = `mr_recover=${browser}; Path=/citizen-id/recover; Max-Age=900; HttpOnly; SameSite=Strict${ask.platform.config.https ? '; Secure' : ''}`
  const answer = seeOther('/citizen-id/recover/new')
  return { ...answer, headers: { 'set-cookie': cookie } }
}

const codePage = (ask: Asks, name: string, errors: FormErrors, more: { status?: number; headers?: Record<string, string> } = {}): Answer =>
  page(CounterCodePage, { t: ask.say(pageWords), csrf: ask.csrf(), name, errors }, { ...frame, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }), ...more })

async function byCode(ask: Asks): Promise<Answer> {
  const t = ask.say(pageWords)
  const form = ask.form(CodeForm)
  const name = typedPassword(ask.body, 'name').slice(0, 320)
  if (!form.ok) return codePage(ask, name, Object.fromEntries(form.errors.map(({ field }) => [field, t('forms.error.missing', { field: t.find(`recovery.field.${field}`) ?? field })])))
  const [secret, network, browser] = [await serviceSecret(ask.platform), await ask.network(), newToken()]
  const result = await ask.write(async (db) => {
    const person = await findByName(db, form.value.name)
    const buckets = bucketsOf(secret, ask.tenant.id, [{ limit: 'code', of: `counter ${person?.id ?? form.value.name.toLowerCase()}` }, { limit: 'network', of: network }])
    const wait = await countTry(db, buckets)
    if (wait > 0) return { wait }
    const taken = person !== undefined && (await takeCode(db, person.id, form.value.code, browser))
    if (taken) await forgive(db, buckets)
    return { taken }
  })
  if ('wait' in result && result.wait !== undefined) return codePage(ask, name, { code: t('sign-in.wait-later', { until: new Date(ask.now.getTime() + result.wait * 1_000 + 60_000) }) }, { status: 429, headers: { 'retry-after': String(result.wait) } })
  return result.taken ? toNewPassword(ask, browser) : codePage(ask, name, { code: t('recovery.code-wrong') })
}

/** The way back belongs to the browser that has opened it: its cookie must be there. */
async function withWayBack(ask: Asks, work: (person: Person, source: 'mail' | 'counter') => Answer | Promise<Answer>): Promise<Answer> {
  const browser = /(?:^|;\s*)mr_recover=([A-Za-z0-9_-]{32})(?:;|$)/.exec(ask.headers['cookie'] ?? '')?.[1]
  const found = browser === undefined ? undefined : await ask.read((db) => findBound(db, browserHash(browser)))
  const person = found && (await ask.read((db) => findPerson(db, found.personId)))
  return found && person ? await work(person, found.source) : gone(ask)
}

const newPasswordPage = (ask: Asks, person: Person, userName: string, errors: FormErrors): Answer =>
  page(
    NewPasswordPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), person: person.userName, userName, errors },
    { ...frame, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) },
  )

async function setPassword(ask: Asks, person: Person, source: 'mail' | 'counter'): Promise<Answer> {
  const t = ask.say(pageWords)
  const [typed, repeat, wished] = ['password', 'repeat', 'userName'].map((field) => typedPassword(ask.body, field)) as [string, string, string]
  const userName = person.userName ?? wished
  const nameRefusal = person.userName === null ? whyNotUserName(wished) : undefined
  const refusal = typed === '' ? undefined : await whyNotNewPassword(ask, typed, { givenNames: person.givenNames, familyName: person.familyName, email: person.email ?? '', userName })
  const errors = {
    ...(nameRefusal && { userName: userNameSentence(t, nameRefusal) }),
    ...(typed === '' && { password: t('forms.error.missing', { field: t('password.field.new') }) }),
    ...(refusal && { password: passwordSentence(t, refusal) }),
    ...(typed !== '' && !refusal && typed !== repeat && { repeat: t('password.repeat-differs') }),
  }
  if (Object.keys(errors).length > 0) return newPasswordPage(ask, person, wished, errors)
  const hash = await hashPassword(typed).catch((error: unknown) => {
    if (error instanceof Overloaded) return undefined
    throw error
  })
  if (hash === undefined) return newPasswordPage(ask, person, wished, { password: t('sign-in.busy') })
  const eventId = newId(ask.now)
  const named = await ask.write(async (db) => {
    if (person.userName === null && (await nameNameless(db, person.id, { userName: wished, userNameKey: userNameKey(wished) ?? '' })) === 0) return false
    await setPasswordAnew({ ...db, actor: person.id }, { personId: person.id, source }, hash, eventId)
    await tellPerson(db, ask.platform.mailer, person, { subject: t('security.mail-subject'), text: t('security.mail-password', { town: townOf(ask) }) })
    return true
  })
  if (!named) return newPasswordPage(ask, person, wished, { userName: t('password.user-name-taken') })
  await endEverything(ask, person.id)
  const mark = rememberDevice({ secret: await serviceSecret(ask.platform), tenant: ask.tenant.id, cookies: ask.headers['cookie'] }, person.id, ask.platform.config.https)
  return { ...seeOther('/citizen-id/recover/done'), headers: { 'set-cookie': mark } }
}
