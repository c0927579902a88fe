import { errorsIn, get, newId, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Route, type Typed } from '@modellregion/kernel'
import { addDays, instantAt, localDate, plainDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { userNameKey } from '../../password/user-name.ts'
import { findPersonByUserName, getPerson } from '../../person/queries.ts'
import { propose, take } from '../acts.ts'
import { offerCodes } from '../codes.ts'
import { CodePage, GrantPage, RequestPage } from '../pages/forms.tsx'
import { readCode, stateNow, whyNotGrant, whyNotRequest, type Refusal } from '../rules.ts'
import { CodeForm, GrantForm, RequestForm } from '../schema.ts'
import { offeredServices, serviceName } from '../shown.ts'
import { personOf } from './own.ts'

type Asks = Pick<Ask, 'say' | 'csrf' | 'platform' | 'tenant'>
const home = '/citizen-id/mandates'
const nameOf = ({ givenNames, familyName }: { givenNames: string; familyName: string }): string => [givenNames, familyName].filter((part) => part !== '').join(' ')

/** Giving a power of attorney, asking for a representation by law, and taking an offer by its code. */
export const newRoutes: readonly Route[] = [
  get('/citizen-id/mandates/new', { access: 'mandate.grant', title: title(words, 'mandate.grant-title') }, (ask) => form(ask, GrantPage, 'mandate.grant-title', { to: 'code', extent: 'some' }, {})),

  post('/citizen-id/mandates', { access: 'mandate.grant', title: title(words, 'mandate.grant-title'), rate: { max: 30, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const me = personOf(ask)
    const read = ask.form(GrantForm)
    const back = (errors: FormErrors) => form(ask, GrantPage, 'mandate.grant-title', read.typed, errors)
    if (!read.ok) return back(errorsIn(t, read.errors, (field) => t.find(`mandate.field.${field}`) ?? field))
    const refusal = whyNotGrant(read.value, localDate(ask.now), offeredServices(ask).map(({ id }) => id))
    if (refusal) return back(said(t, refusal))
    const { to, userName = '', extent, scope = [], until } = read.value
    const id = newId(ask.now)
    const codes = await offerCodes(ask.platform, ask.tenant.id)
    await ask.write(async (db) => {
      const principal = await getPerson(db, me)
      // Whether the name exists is told to nobody: an offer to nobody looks like one that was not accepted yet.
      const key = to === 'user-name' ? userNameKey(userName) : undefined
      const other = key === undefined ? undefined : await findPersonByUserName(db, key)
      await propose(
        db,
        {
          id,
          kind: 'power-of-attorney',
          principalId: me,
          principalName: nameOf(principal),
          principalBirthDate: null,
          registerNumber: null,
          representativeId: other && other.id !== me ? other.id : null,
          representativeLabel: to === 'user-name' ? userName : '',
          scope: extent === 'all' ? [] : [...new Set(scope)],
          validUntil: instantAt(addDays(plainDate(until), 1)),
          reference: '',
          custody: null,
          codeHash: to === 'code' ? codes.hash(codes.code(id)) : null,
        },
        me,
      )
    })
    return seeOther(`${home}/${id}`)
  }),

  get('/citizen-id/mandates/request', { access: 'mandate.see', title: title(words, 'mandate.request-title') }, (ask) => form(ask, RequestPage, 'mandate.request-title', { extent: 'all' }, {})),

  post('/citizen-id/mandates/request', { access: 'mandate.see', title: title(words, 'mandate.request-title'), rate: { max: 20, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const me = personOf(ask)
    const read = ask.form(RequestForm)
    const back = (errors: FormErrors) => form(ask, RequestPage, 'mandate.request-title', read.typed, errors)
    if (!read.ok) return back(errorsIn(t, read.errors, (field) => t.find(`mandate.field.${field}`) ?? field))
    const refusal = whyNotRequest(read.value, localDate(ask.now), offeredServices(ask).map(({ id }) => id))
    if (refusal) return back(said(t, refusal))
    const { kind, name, birthDate, registerNumber, custody, extent, scope = [], until, reference } = read.value
    const id = newId(ask.now)
    await ask.write(async (db) => {
      const representative = await getPerson(db, me)
      await propose(
        db,
        {
          id,
          kind,
          principalId: null,
          principalName: name,
          principalBirthDate: kind === 'company' || birthDate === undefined ? null : plainDate(birthDate),
          registerNumber: kind === 'company' ? (registerNumber ?? null) : null,
          representativeId: me,
          representativeLabel: nameOf(representative),
          scope: extent === 'all' ? [] : [...new Set(scope)],
          validUntil: until === undefined ? null : instantAt(addDays(plainDate(until), 1)),
          reference,
          custody: kind === 'parent' ? (custody ?? null) : null,
          codeHash: null,
        },
        me,
      )
    })
    return seeOther(`${home}/${id}`)
  }),

  get('/citizen-id/mandates/code', { access: 'mandate.see', title: title(words, 'mandate.code-form-title') }, (ask) => form(ask, CodePage, 'mandate.code-form-title', {}, {})),

  // 60 bits and ten tries an hour: nobody guesses a code.
  post('/citizen-id/mandates/code', { access: 'mandate.see', title: title(words, 'mandate.code-form-title'), rate: { max: 10, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const read = ask.form(CodeForm)
    const back = (text: string) => form(ask, CodePage, 'mandate.code-form-title', read.typed, { code: text })
    if (!read.ok) return back(errorsIn(t, read.errors, () => t('mandate.field.code'))['code'] ?? t('mandate.error.code'))
    const code = readCode(read.value.code)
    if (code === undefined) return back(t('mandate.error.code'))
    const codes = await offerCodes(ask.platform, ask.tenant.id)
    const id = await ask.write((db) => take(db, codes.hash(code), { id: personOf(ask) }, (offer) => stateNow(offer, ask.now) === 'proposed'))
    return id === undefined ? back(t('mandate.error.code')) : seeOther(`${home}/${id}`)
  }),
]

const said = (t: PageT, { field, code }: Refusal): FormErrors => ({ [field]: t(`mandate.error.${code}`) })

type Titles = 'mandate.grant-title' | 'mandate.request-title' | 'mandate.code-form-title'

function form(ask: Asks, component: typeof GrantPage | typeof CodePage, label: Titles, typed: Typed, errors: FormErrors): Answer {
  const t = ask.say(pageWords)
  const services = offeredServices(ask).map((service) => ({ value: service.id, label: serviceName(ask, service) }))
  return page(component as typeof GrantPage, { t, csrf: ask.csrf(), typed, errors, services }, { // CodePage takes fewer props
    frame: 'question',
    private: true,
    noindex: true,
    crumbs: [{ label: t('service.title'), href: '/citizen-id' }, { label: t('mandate.title'), href: home }, { label: t(label) }],
    ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }),
  })
}
