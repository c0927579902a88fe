import { get, page, title } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { findPerson } from '../../person/queries.ts'
import { CockpitPage } from '../pages/cockpit.tsx'
import { GuestPage } from '../pages/guest.tsx'
import { platformClientId } from '../../provider/clients.ts'
import { countWays, listConsents, listOwnSessions, listUses } from '../queries.ts'
import { claimWords } from '../said.ts'

/** The first page: for guests what the account is, for everybody else their own data cockpit. */
export const homeRoute = get('/citizen-id', { access: 'anyone', title: title(words, 'service.title') }, async (ask) => {
  const t = ask.say(pageWords)
  const { id } = ask.actor
  const own = id === undefined ? undefined : await ask.read(async (db) => {
    const person = await findPerson(db, id)
    if (!person) return undefined
    const uses = await listUses(db, { personId: id, size: 5 })
    return { person, uses, ways: await countWays(db, id), sessions: (await listOwnSessions(db, id)).length, consents: (await listConsents(db, id, platformClientId)).length }
  })
  if (!own) return page(GuestPage, { t, signedIn: id !== undefined, town: ask.tenant.name }, { frame: 'text', description: t('service.summary'), ...(id !== undefined && { private: true }) })
  const uses = own.uses.map((use) => ({ ...use, data: claimWords(t, use.claims) }))
  return page(CockpitPage, { t, csrf: ask.csrf(), ...own, uses, now: ask.now, session: ask.actor.level }, { title: t('cockpit.title'), frame: 'object', private: true, noindex: true })
})
