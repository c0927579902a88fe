import { Type } from 'typebox'
import { findStaff, get, newId, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { appoint } from '../confidants.ts'
import { officePage, pageProps, refusedForm, untouched, type FormState } from '../form.ts'
import { AppointPage } from '../pages/appoint.tsx'
import { byOf } from './person.ts'

const Wish = Type.Object({ colleague: Type.String({ maxLength: 320 }), reason: Type.String({ maxLength: 500 }) })
const options = { access: 'office.lead', title: title(words, 'office.new-title') } as const

/** Naming a confidant. Declared before the routes of one confidant, whose address it would otherwise share. */
export const appointRoutes = [
  get('/help-chat/office/confidants/new', options, (ask) => show(ask)),

  post('/help-chat/office/confidants/new', { ...options, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const read = ask.form(Wish)
    if (!read.ok) return show(ask, refusedForm(ask, read))
    const refuse = (why: 'unknown' | 'several' | 'known' | 'head') => show(ask, { typed: read.typed, errors: { colleague: t(`office.error.colleague-${why}`) } })
    const found = await ask.platform.database.unit({ tenant: ask.tenant.id, service: 'platform', access: 'read', now: ask.now }, (db) => findStaff(db, read.value.colleague))
    const [account] = found
    if (!account) return refuse('unknown')
    if (found.length > 1) return refuse('several')
    // Whoever leads the office would otherwise read cases, alone with the second signature of a colleague.
    if (account.roles.some(({ role }) => role === 'help-office-head')) return refuse('head')
    const outcome = await appoint(ask.platform, byOf(ask), { id: newId(ask.now), account }, read.value.reason)
    return outcome === 'known' ? refuse('known') : seeOther(`/help-chat/office?done=${outcome}`)
  }),
]

const show = (ask: Pick<Ask, 'say' | 'csrf' | 'url' | 'platform' | 'may' | 'actor' | 'tenant'>, state: FormState = untouched): Answer => page(AppointPage, pageProps(ask, state), officePage(ask, state))
