import { Type } from 'typebox'
import { errorsIn, get, newId, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { bucketsOf, countTry } from '../../sign-in/attempts.ts'
import { serviceSecret } from '../../sign-in/secret.ts'
import { whyNotNewPassword } from '../check-password.ts'
import { hashPassword, Overloaded } from '../hash.ts'
import { renameRegistration } from '../queries.ts'
import { passwordSentence, userNameSentence } from '../sentences.ts'
import { RegisterConfirmPage } from '../pages/register-confirm.tsx'
import { RegisterDonePage, RegisterGonePage, RegisterLinkPage } from '../pages/register-done.tsx'
import { RegisterPage } from '../pages/register.tsx'
import { beginRegistration, confirmByCode, confirmByLink, findByLink, findByPage, newSecrets, type Confirmed, type Secrets } from '../registration.ts'
import { CodeForm, RegisterForm, UserNameForm } from '../schema.ts'
import { typedPassword } from '../typed-password.ts'
import { userNameKey, whyNotUserName } from '../user-name.ts'

const heading = title(words, 'register.title')
const confirmHeading = title(words, 'register.code-title')
const From = Type.Object({ from: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })) }, { additionalProperties: true })
const ByPage = Type.Object({ page: Type.String({ pattern: '^[A-Za-z0-9_-]{24}$' }) })
const ByToken = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{32}$' }) })
// Judging a password costs up to 60 ms of the process that serves everybody.
const judging = { max: 60, per: 'minute' } as const
const frame = { frame: 'question', private: true, noindex: true } as const

type Asks = Pick<Ask, 'say' | 'csrf' | 'now'>

/** Making an account: told, confirmed by mail, made. What the page says never depends on who has an account already. */
export const registerRoutes = [
  get('/citizen-id/register', { access: 'anyone', query: From, title: heading }, (ask) => form(ask, {}, {}, { from: ask.query.from })),
  post('/citizen-id/register', { access: 'anyone', query: From, title: heading, rate: judging }, (ask) => register(ask)),

  get('/citizen-id/register/confirm/:page', { access: 'anyone', params: ByPage, title: confirmHeading }, async (ask) =>
    (await ask.read((db) => findByPage(db, ask.params.page))) ? codePage(ask, ask.params.page, {}) : gone(ask),
  ),
  post('/citizen-id/register/confirm/:page', { access: 'anyone', params: ByPage, title: confirmHeading }, async (ask) => {
    const t = ask.say(pageWords)
    const typed = ask.form(CodeForm)
    if (!typed.ok) return codePage(ask, ask.params.page, { errors: { code: t('forms.error.missing', { field: t('password.field.code') }) } })
    const { code } = typed.value
    const renamed = await otherName(ask)
    if (renamed.refusal !== undefined) return codePage(ask, ask.params.page, { code, userName: renamed.userName ?? '', errors: { userName: renamed.refusal } })
    const { name } = renamed
    const confirmed = await ask.write(async (db) => {
      const registration = name && (await findByPage(db, ask.params.page))
      if (registration) await renameRegistration(db, registration.id, name)
      return await confirmByCode(db, ask.params.page, code)
    })
    switch (confirmed.outcome) {
      case 'wrong':
        return codePage(ask, ask.params.page, { code, ...(renamed.userName !== undefined && { userName: renamed.userName }), errors: { code: t('password.code-wrong') } })
      case 'taken':
        return codePage(ask, ask.params.page, { code, userName: renamed.userName ?? '', errors: { userName: t('password.user-name-taken') } })
      case 'used-up':
        return codePage(ask, ask.params.page, { code, errors: { code: t('password.code-used-up') }, usedUp: true })
      default:
        return done(ask, confirmed)
    }
  }),

  get('/citizen-id/register/link/:token', { access: 'anyone', params: ByToken, title: confirmHeading }, async (ask) => {
    const registration = await ask.read((db) => findByLink(db, ask.params.token))
    return registration ? linkPage(ask, ask.params.token, registration) : gone(ask)
  }),
  // A mail program that looks at links in advance makes no account: it takes the button.
  post('/citizen-id/register/link/:token', { access: 'anyone', params: ByToken, title: confirmHeading }, async (ask) => {
    const renamed = await otherName(ask)
    const found = await ask.read((db) => findByLink(db, ask.params.token))
    if (!found) return gone(ask)
    if (renamed.refusal !== undefined) return linkPage(ask, ask.params.token, found, { userName: renamed.userName ?? '', error: renamed.refusal })
    const { name } = renamed
    const confirmed = await ask.write(async (db) => {
      if (name) await renameRegistration(db, found.id, name)
      return await confirmByLink(db, ask.params.token)
    })
    if (confirmed.outcome === 'taken') return linkPage(ask, ask.params.token, found, { userName: renamed.userName ?? '', error: ask.say(pageWords)('password.user-name-taken') })
    return done(ask, confirmed)
  }),
]

async function register(ask: Ask<unknown, { from?: string }>): Promise<Answer> {
  const t = ask.say(pageWords)
  const { from } = ask.query
  const read = ask.form(RegisterForm)
  const typed = typedPassword(ask.body, 'password')
  const told = read.ok ? read.value : { givenNames: '', familyName: '', email: '', userName: '' }
  const errors: Record<string, string> = read.ok ? {} : { ...errorsIn(t, read.errors, (field) => t.find(`password.field.${field}`) ?? field) }
  const nameRefusal = read.ok ? whyNotUserName(told.userName) : undefined
  if (nameRefusal) errors['userName'] = userNameSentence(t, nameRefusal)
  const refusal = typed === '' ? undefined : await whyNotNewPassword(ask, typed, told)
  if (typed === '') errors['password'] = t('forms.error.missing', { field: t('password.field.password') })
  else if (refusal) errors['password'] = passwordSentence(t, refusal)
  else if (typedPassword(ask.body, 'repeat') !== typed) errors['repeat'] = t('password.repeat-differs')
  if (Object.keys(errors).length > 0) return form(ask, read.typed, errors, { from })
  const [secret, network] = await Promise.all([serviceSecret(ask.platform), ask.network()])
  const { id: tenant } = ask.tenant
  const wait = await ask.write((db) => countTry(db, bucketsOf(secret, tenant, [{ limit: 'probe', of: `register ${network}` }])))
  if (wait > 0) return form(ask, read.typed, {}, { from, refusal: t('sign-in.wait-later', { until: new Date(ask.now.getTime() + wait * 1_000 + 60_000) }), status: 429, retryAfter: wait })
  const passwordHash = await hashPassword(typed).catch(overloaded)
  if (passwordHash === undefined) return form(ask, read.typed, {}, { from, refusal: t('sign-in.busy'), status: 503, retryAfter: 2 })
  const secrets = newSecrets()
  const beginning = {
    id: newId(ask.now),
    secrets,
    form: told,
    userNameKey: userNameKey(told.userName) ?? '',
    passwordHash,
    interaction: from,
    letters: bucketsOf(secret, tenant, [{ limit: 'mail', of: told.email.toLowerCase() }]),
  }
  await ask.write(async (db) => {
    const letter = await beginRegistration(db, beginning)
    if (letter) await ask.platform.mailer.send(db, { to: letter.to, subject: t('register.mail-subject'), text: letterText(t, ask, told.givenNames, secrets, letter.known) })
  })
  return seeOther(`/citizen-id/register/confirm/${secrets.page}`)
}

function overloaded(error: unknown): undefined {
  if (error instanceof Overloaded) return undefined
  throw error
}

function letterText(t: PageT, { url, tenant }: Pick<Ask, 'url' | 'tenant'>, name: string, { code, token }: Secrets, known: readonly string[]): string {
  const text = t('register.mail-text', { name, code, link: `${url.origin}/citizen-id/register/link/${token}`, town: `${tenant.kind} ${tenant.name}` })
  return known.length === 0 ? text : `${text}\n\n${t('register.mail-known', { names: t.format.list(known), link: `${url.origin}/citizen-id/recover` })}`
}

/** The name typed instead of one that was taken; absent when none was. */
async function otherName(ask: Pick<Ask, 'form' | 'say' | 'body'>): Promise<{ userName?: string; name?: { userName: string; userNameKey: string }; refusal?: string }> {
  if (typedPassword(ask.body, 'userName') === '') return {}
  const read = ask.form(UserNameForm)
  const userName = read.ok ? read.value.userName : typedPassword(ask.body, 'userName')
  const refusal = read.ok ? whyNotUserName(userName) : 'user-name-length'
  if (refusal) return { userName, refusal: userNameSentence(ask.say(pageWords), refusal) }
  return { userName, name: { userName, userNameKey: userNameKey(userName) ?? '' } }
}

type FormTrouble = { from: string | undefined; refusal?: string; status?: number; retryAfter?: number }

function form(ask: Asks, typed: Typed, errors: FormErrors, { from, refusal, status, retryAfter }: FormTrouble): Answer {
  const failed = refusal !== undefined || Object.keys(errors).length > 0
  return page(
    RegisterPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), from, typed, errors, refusal },
    { ...frame, ...(failed && { status: status ?? 422, hasErrors: true }), ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }) },
  )
}

type CodeTrouble = { code?: string; userName?: string; errors?: FormErrors; usedUp?: boolean }

function codePage(ask: Asks, at: string, { code = '', userName, errors = {}, usedUp = false }: CodeTrouble): Answer {
  return page(
    RegisterConfirmPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), action: `/citizen-id/register/confirm/${at}`, code, userName, errors, usedUp },
    { ...frame, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) },
  )
}

function linkPage(ask: Asks, token: string, { givenNames, familyName, userName }: { givenNames: string; familyName: string; userName: string }, other?: { userName: string; error: string }): Answer {
  return page(
    RegisterLinkPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), action: `/citizen-id/register/link/${token}`, name: `${givenNames} ${familyName}`, userName, other },
    { ...frame, ...(other && { status: 422, hasErrors: true }) },
  )
}

const gone = (ask: Asks): Answer => page(RegisterGonePage, { t: ask.say(pageWords) }, { ...frame, status: 410 })

function done(ask: Asks, confirmed: Confirmed): Answer {
  if (confirmed.outcome !== 'made') return gone(ask)
  const { interaction, userName } = confirmed
  // Back to the waiting sign-in: in the browser where it began it is still open, elsewhere its page says how to begin anew.
  return page(RegisterDonePage, { t: ask.say(pageWords), userName, next: interaction === null ? '/sign-in?return=%2Fcitizen-id' : `/citizen-id/sign-in/${interaction}?made=1` }, frame)
}
