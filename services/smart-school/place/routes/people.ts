import { Type } from 'typebox'
import { consolePage, findAccount, findStaff, get, page, post, seeOther, title, type Account, type Answer, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { getSchool } from '../../store/queries.ts'
import type { School } from '../../store/schema.ts'
import { schoolHref } from '../frame.ts'
import { addMember, removeMember } from '../manage.ts'
import { PeoplePage } from '../pages/manage.tsx'
import { listMembersOfSchool } from '../queries.ts'

type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'url' | 'may' | 'platform' | 'tenant' | 'actor' | 'locale' | 'now'>
const options = { access: 'place.manage', params: Type.Object({ slug: Type.String({ maxLength: 60 }) }), subject: (db: UnitOfWork, { slug }: { slug: string }) => getSchool(db, slug), title: title(words, 'place.manage.people') }

/** Which accounts work for a school. People are found by their whole name or mail address only: this is no directory. */
export const peopleRoutes = [
  get('/smart-school/school/:slug/people', { ...options, query: Type.Object({ done: Type.Optional(Type.String()) }) }, (ask) => show(ask, ask.subject, {}, {}, ask.query.done !== undefined)),

  post('/smart-school/school/:slug/people', { ...options, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(Type.Object({ person: Type.String({ maxLength: 320 }) }))
    const wanted = form.ok ? form.value.person.trim() : ''
    const found = wanted === '' ? [] : await inPlatform(ask, (db) => findStaff(db, wanted))
    const [account] = found
    if (!account || found.length > 1) return await show(ask, ask.subject, form.typed, { person: t(account ? 'smart-school.place.person-several' : 'smart-school.place.person-unknown') })
    await ask.write((db) => addMember(db, ask.subject, account.id))
    return seeOther(`${schoolHref(ask.subject.slug)}/people?done=1`)
  }),

  post('/smart-school/school/:slug/people/:account/remove', { ...options, params: Type.Object({ slug: Type.String({ maxLength: 60 }), account: Type.String({ format: 'uuid' }) }) }, async (ask) => {
    await ask.write((db) => removeMember(db, ask.subject, ask.params.account))
    return seeOther(`${schoolHref(ask.subject.slug)}/people?done=1`)
  }),
]

const inPlatform = <T>(ask: Pick<Ask, 'platform' | 'tenant' | 'now'>, work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  ask.platform.database.unit({ tenant: ask.tenant.id, service: 'platform', access: 'read', now: ask.now }, work)

async function show(ask: Asks, school: School, typed: Typed, errors: FormErrors, done = false): Promise<Answer> {
  const ids = await ask.read((db) => listMembersOfSchool(db, school.id))
  const accounts = await inPlatform(ask, async (db) => {
    const found: Account[] = []
    for (const id of ids) found.push(...[await findAccount(db, id)].filter((account) => account !== undefined))
    return found
  })
  const people = accounts.map(({ id, name, roles }) => ({ id, name, roles: [...new Set(roles.map(({ role }) => role))].filter((role) => role !== 'citizen') }))
  const failed = Object.keys(errors).length > 0
  return page(PeoplePage, { t: ask.say(pageWords), csrf: ask.csrf(), typed, errors, school, people, done }, consolePage(ask, failed ? { status: 422, hasErrors: true } : {}))
}
