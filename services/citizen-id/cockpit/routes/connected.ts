import { Type } from 'typebox'
import { audit, get, listSessionsOf, page, post, seeOther, title } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { levelOfAcr } from '../../level/rules.ts'
import { cardWithoutRow } from '../../provider/client-card.ts'
import { platformClientId } from '../../provider/clients.ts'
import { endEverything } from '../../sign-in/end-everything.ts'
import { endOwnSession } from '../end-session.ts'
import { framed, withPerson } from '../own.ts'
import { ConsentsPage } from '../pages/consents.tsx'
import { SessionsPage } from '../pages/sessions.tsx'
import { deleteConsent, listConsents, listOwnSessions } from '../queries.ts'
import { ownSid } from '../recent.ts'
import { claimWords, officeName } from '../said.ts'

const [see, change] = ['own-identity.see', 'own-identity.change']
const Done = Type.Object({ done: Type.Optional(Type.Literal('1')) }, { additionalProperties: true })

/** Where a person is signed in, and to whom they have agreed; each can be ended. */
export const connectedRoutes = [
  get('/citizen-id/sessions', { access: see, query: Done, title: title(words, 'cockpit.sessions-title') }, (ask) =>
    withPerson(ask, async ({ id }) => {
      const t = ask.say(pageWords)
      const sid = ownSid(ask.session)
      const { platform, tenant, now } = ask
      const devices = await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'read', now }, (db) => listSessionsOf(db, id))
      const sessions = (await ask.read((db) => listOwnSessions(db, id))).map(({ uid, acr, signedInAt, expiresAt, clients }) => ({
        uid,
        device: devices.find(({ providerSession }) => providerSession !== null && clients.some((client) => client.sid === providerSession))?.device ?? '',
        level: levelOfAcr(acr ?? undefined) ?? 'low',
        signedInAt,
        expiresAt,
        services: clients.map((client) => officeName(`${ask.tenant.kind} ${ask.tenant.name}`, client.id, client.name ?? cardWithoutRow(platform, tenant.id, client.id)?.name ?? null)),
        current: sid !== undefined && clients.some((client) => client.sid === sid),
        endable: clients.some((client) => client.sid !== null),
      }))
      return page(SessionsPage, { t, csrf: ask.csrf(), sessions, done: ask.query.done === '1' }, framed(t, t('cockpit.sessions-title')))
    }),
  ),

  post('/citizen-id/sessions/:uid/end', { access: change, params: Type.Object({ uid: Type.String({ maxLength: 64 }) }), title: title(words, 'cockpit.sessions-title') }, (ask) =>
    withPerson(ask, async ({ id }) => seeOther((await endOwnSession(ask, id, ask.params.uid)) ? '/citizen-id/sessions?done=1' : '/citizen-id/sessions')),
  ),

  post('/citizen-id/sessions/end-all', { access: change, title: title(words, 'cockpit.sessions-title') }, (ask) =>
    withPerson(ask, async ({ id }) => {
      await endEverything(ask, id)
      await ask.session.signOut()
      return seeOther('/sign-out/done')
    }),
  ),

  get('/citizen-id/consents', { access: see, query: Done, title: title(words, 'cockpit.consents-title') }, (ask) =>
    withPerson(ask, async ({ id }) => {
      const t = ask.say(pageWords)
      const consents = (await ask.read((db) => listConsents(db, id, platformClientId))).map((consent) => ({ ...consent, name: consent.name ?? consent.clientId, ...(consent.name === null && cardWithoutRow(ask.platform, ask.tenant.id, consent.clientId)), data: claimWords(t, consent.scopes), lasting: consent.scopes.includes('offline_access') }))
      return page(ConsentsPage, { t, csrf: ask.csrf(), consents, done: ask.query.done === '1' }, framed(t, t('cockpit.consents-title')))
    }),
  ),

  post('/citizen-id/consents/:client/revoke', { access: change, params: Type.Object({ client: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$' }) }), title: title(words, 'cockpit.consents-title') }, (ask) =>
    withPerson(ask, async ({ id }) => {
      const { client } = ask.params
      if (client === platformClientId) return seeOther('/citizen-id/consents')
      const gone = await ask.write(async (db) => {
        const rows = await deleteConsent(db, id, client)
        if (rows > 0) await audit(db, { action: 'consent.revoke', subject: `person/${id}`, detail: { client } })
        return rows
      })
      return seeOther(gone > 0 ? '/citizen-id/consents?done=1' : '/citizen-id/consents')
    }),
  ),
]
