import { Type } from 'typebox'
import { audit, consolePage, get, newId, NotFound, page, post, seeOther, speak, title, type Answer, type Ask, type UnitOfWork } from '@modellregion/kernel'
import type { FormErrors } from '@modellregion/kernel/rules'
import { pageWords, words } from '../../locales/index.ts'
import { newCode } from '../../password/one-time-code.ts'
import { tellPerson } from '../../password/person-mail.ts'
import { userNameKey } from '../../password/user-name.ts'
import { getPerson } from '../../person/queries.ts'
import { CodePage, CounterCasePage, CounterPage } from '../pages/counter.tsx'
import { confirmCase, getCase, insertCase, listCases, searchPersons, withdrawCase } from '../queries.ts'
import { caseLasts, codeLasts, whyNotConfirm } from '../rules.ts'
import { OpenCaseForm, type CounterCase, type FoundPerson } from '../schema.ts'
import { counterHash } from '../way-back.ts'

const heading = title(words, 'counter.title')
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const subject = (db: UnitOfWork, { id }: { id: string }): Promise<CounterCase> => getCase(db, id)
const SearchForm = Type.Object({ text: Type.String({ minLength: 2, maxLength: 320 }) })
const day = 86_400_000

/** Recovery at the counter with four eyes: one officer has seen the document, another one confirms, the citizen gets a code. */
export const counterRoutes = [
  get('/citizen-id/counter', { access: 'counter-case.open', title: heading }, (ask) => counterPage(ask, {})),

  // A search for people is a POST, so that no name stands in an address or a log.
  post('/citizen-id/counter/search', { access: 'counter-case.open', title: heading, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(SearchForm)
    if (!form.ok) return counterPage(ask, { errors: { text: t('forms.error.missing', { field: t('counter.field.text') }) } })
    const { text } = form.value
    const found = await ask.write(async (db) => {
      const people = await searchPersons(db, { text, key: userNameKey(text) ?? '' })
      await audit(db, { action: 'person.search', subject: 'counter', detail: { found: people.length } })
      return people
    })
    return counterPage(ask, { text, found })
  }),

  post('/citizen-id/counter/open', { access: 'counter-case.open', title: heading }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(OpenCaseForm)
    if (!form.ok) return counterPage(ask, { errors: Object.fromEntries(form.errors.map(({ field }) => [field, t('forms.error.missing', { field: t.find(`counter.field.${field}`) ?? field })])) })
    if (!form.value.seen) return counterPage(ask, { errors: { seen: t('counter.seen-missing') } })
    const { person, document } = form.value
    if (person === ask.actor.id) return counterPage(ask, { errors: { person: t('counter.case-own') } })
    const id = newId(ask.now)
    await ask.write(async (db) => {
      await getPerson(db, person)
      await insertCase(db, { id, personId: person, document, openedBy: officerOf(ask), expiresAt: new Date(db.now.getTime() + caseLasts) })
      await audit(db, { action: 'counter-case.open', subject: `counter-case/${id}`, detail: { person, document } })
    })
    return seeOther(`/citizen-id/counter/${id}`)
  }),

  get('/citizen-id/counter/:id', { access: 'counter-case.open', params, subject, title: heading }, (ask) => casePage(ask)),

  post('/citizen-id/counter/:id/confirm', { access: 'counter-case.open', params, subject, title: heading }, async (ask) => {
    const officer = officerOf(ask)
    if (whyNotConfirm(ask.subject, officer, ask.now)) return await casePage(ask)
    const code = newCode(12)
    const expiresAt = new Date(ask.now.getTime() + codeLasts)
    const said = speak(words, { locale: 'de', form: ask.tenant.addressForm, gender: ask.tenant.gender, overrides: ask.tenant.words })
    const confirmed = await ask.write(async (db) => {
      if ((await confirmCase(db, ask.subject.id, { officer, codeHash: counterHash(code, ask.subject.id), expiresAt })) === 0) return false
      await tellPerson(db, ask.platform.mailer, await getPerson(db, ask.subject.personId), { subject: said('security.mail-subject'), text: said('counter.mail-text', { town: `${ask.tenant.kind} ${ask.tenant.name}` }) })
      await audit(db, { action: 'counter-case.confirm', subject: `counter-case/${ask.subject.id}`, detail: { person: ask.subject.personId, openedBy: ask.subject.openedBy } })
      return true
    })
    if (!confirmed) throw new NotFound()
    return page(CodePage, { t: ask.say(pageWords), code, until: expiresAt, address: `${ask.url.origin}/citizen-id/recover/counter` }, consolePage(ask, { title: ask.say(pageWords)('counter.code-title') }))
  }),

  post('/citizen-id/counter/:id/withdraw', { access: 'counter-case.open', params, subject, title: heading }, async (ask) => {
    await ask.write(async (db) => {
      if ((await withdrawCase(db, ask.subject.id, officerOf(ask))) > 0) await audit(db, { action: 'counter-case.withdraw', subject: `counter-case/${ask.subject.id}` })
    })
    return seeOther('/citizen-id/counter')
  }),
]

// The access rule lets in officers only, who are signed in.
function officerOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('counter-case.open was allowed to a guest; see access.ts.')
  return actor.id
}

type Console = 'say' | 'may' | 'actor' | 'tenant' | 'platform' | 'url'
type Search = { text?: string; found?: readonly FoundPerson[]; errors?: FormErrors }

async function counterPage(ask: Pick<Ask, Console | 'csrf' | 'read' | 'now'>, { text = '', found, errors = {} }: Search): Promise<Answer> {
  const cases = await ask.read((db) => listCases(db, new Date(ask.now.getTime() - day)))
  return page(CounterPage, { t: ask.say(pageWords), csrf: ask.csrf(), text, found, cases, now: ask.now, errors }, consolePage(ask, Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {}))
}

async function casePage(ask: Pick<Ask<unknown, unknown, unknown, CounterCase>, Console | 'csrf' | 'read' | 'now' | 'subject'>): Promise<Answer> {
  const person = await ask.read((db) => getPerson(db, ask.subject.personId))
  return page(
    CounterCasePage,
    { t: ask.say(pageWords), csrf: ask.csrf(), found: ask.subject, name: `${person.givenNames} ${person.familyName}`, birthDate: person.birthDate, userName: person.userName, refusal: whyNotConfirm(ask.subject, officerOf(ask), ask.now) },
    consolePage(ask),
  )
}
