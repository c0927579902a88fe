import { Type } from 'typebox'
import { get, page, post, refuse, seeOther, title, type Answer, type Ask, type Route } from '@modellregion/kernel'
import { isAtLeast } from '../level/rules.ts'
import { pageWords, words } from '../locales/index.ts'
import { findPerson } from '../person/queries.ts'
import { finishSignIn } from '../sign-in/finish.ts'
import type { Interaction } from '../sign-in/interaction.ts'
import { withInteraction } from '../sign-in/over.ts'
import { refusedAddress } from './connect-waiting.ts'
import { outcomeOf, waitingIdentity } from './foreign.ts'
import { ArrivedPage } from './pages/arrived.tsx'
import { FailedPage, RefusedPage } from './pages/failed.tsx'
import { accountOf, connect, knownPerson } from './person.ts'
import { forgetOutcomes, wantConnection } from './queries.ts'
import type { Failure, ForeignIdentity, Source } from './schema.ts'
import { offered } from './town.ts'
import { BadMessage } from './xml.ts'

const params = Type.Object({ uid: Type.String({ maxLength: 64 }) })
const quiet = { frame: 'question', private: true, noindex: true } as const
const chooser = (uid: string): Answer => seeOther(`/citizen-id/sign-in/${uid}`)

/** What happens when somebody comes back from an identity provider outside; the same for all of them. */
export const arrivalRoutes = (source: Source): readonly Route[] => [
  get(`/citizen-id/sign-in/:uid/${source}/return`, { access: 'anyone', params, query: Type.Object({ t: Type.String({ maxLength: 100 }) }), title: title(words, `${source}.arrived.title`) }, (ask) =>
    withInteraction(ask, ask.params.uid, async (interaction) => {
      const found = await outcomeOf(ask, source, interaction.uid, ask.query.t)
      if (!found) return chooser(interaction.uid)
      const { outcome } = found
      if (!outcome.ok) return failed(ask, interaction, source, outcome.failure)
      const { identity } = outcome
      if (interaction.wanted !== undefined && !isAtLeast(identity.level, interaction.wanted)) return failed(ask, interaction, source, 'too-low')
      const personId = await knownPerson(ask, identity)
      return personId === undefined ? await askWhatNext(ask, interaction, identity) : await enter(ask, interaction, identity, personId)
    }),
  ),

  post(`/citizen-id/sign-in/:uid/${source}/account`, { access: 'anyone', params }, (ask) =>
    withInteraction(ask, ask.params.uid, async (interaction) => {
      const waiting = await waitingIdentity(ask, interaction.uid, { source })
      if (!waiting) return chooser(interaction.uid)
      return await enter(ask, interaction, waiting.identity, await accountOf(ask, waiting.identity))
    }),
  ),

  post(`/citizen-id/sign-in/:uid/${source}/connect`, { access: 'anyone', params }, (ask) =>
    withInteraction(ask, ask.params.uid, async (interaction) => {
      const waiting = await waitingIdentity(ask, interaction.uid, { source })
      if (!waiting) return chooser(interaction.uid)
      const { session, uid } = interaction
      if (!session) {
        await ask.write((db) => wantConnection(db, waiting.begun.id))
        return chooser(uid)
      }
      if ((await connect(ask, waiting.identity, session.accountId)) === 'connected') return await enter(ask, interaction, waiting.identity, session.accountId)
      await ask.write((db) => forgetOutcomes(db, uid))
      return seeOther(refusedAddress(uid, source))
    }),
  ),

  get(`/citizen-id/sign-in/:uid/${source}/refused`, { access: 'anyone', params, title: title(words, 'eid.refused.title') }, (ask) =>
    withInteraction(ask, ask.params.uid, async (interaction) => page(RefusedPage, { t: ask.say(pageWords), uid: interaction.uid }, quiet)),
  ),
]

/** An answer that is not believed ends in one sentence, whatever was wrong with it. */
export async function orRefused(ask: Pick<Ask, 'say'>, work: () => Promise<Answer>): Promise<Answer> {
  return await work().catch((error: unknown) => {
    if (error instanceof BadMessage) return refuse(400, 'citizen-id.eid.bad-answer', ask.say(pageWords)('eid.bad-answer'))
    throw error
  })
}

async function askWhatNext(ask: Ask, interaction: Interaction, identity: ForeignIdentity): Promise<Answer> {
  const { session, uid, clientOrigin } = interaction
  const person = session && (await ask.read((db) => findPerson(db, session.accountId)))
  const signedIn = person && [person.givenNames, person.familyName].filter((name) => name !== '').join(' ')
  return page(ArrivedPage, { t: ask.say(pageWords), csrf: ask.csrf(), uid, identity, isSimulated: offered(ask, identity.source) === 'simulated', signedIn }, { ...quiet, formTargets: [clientOrigin] })
}

async function enter(ask: Ask, interaction: Interaction, identity: ForeignIdentity, personId: string): Promise<Answer> {
  const person = await ask.read((db) => findPerson(db, personId))
  if (person?.lockedAt) return failed(ask, interaction, identity.source, 'locked')
  await ask.write((db) => forgetOutcomes(db, interaction.uid))
  return await finishSignIn(ask, interaction, { personId, method: identity.source, level: identity.level })
}

const failed = (ask: Pick<Ask, 'say'>, { uid }: Interaction, source: Source, failure: Failure | 'locked'): Answer =>
  page(FailedPage, { t: ask.say(pageWords), uid, source, failure }, { ...quiet, status: 422, title: ask.say(pageWords)('eid.failed.title') })
