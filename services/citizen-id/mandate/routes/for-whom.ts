import { Type } from 'typebox'
import { get, page, post, title, type Answer, type Ask, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { openInteraction, type Interaction } from '../../sign-in/interaction.ts'
import { findChoiceOfSession } from '../queries.ts'
import { usableMandates } from '../choice.ts'
import { chooseForWhom, waitingChoice } from '../choose.ts'
import { ForWhomPage } from '../pages/forms.tsx'
import { ForWhomForm } from '../schema.ts'
import { limitsOf } from '../shown.ts'

const ByUid = Type.Object({ uid: Type.String({ maxLength: 64 }) })

/** "For whom are you acting?": asked after any way in, never answered by the machine. */
export const forWhomRoutes: readonly Route[] = [
  get('/citizen-id/sign-in/:uid/for', { access: 'anyone', params: ByUid, title: title(words, 'mandate.for-title') }, async (ask) => await choices(ask, await openInteraction(ask, ask.params.uid))),

  post('/citizen-id/sign-in/:uid/for', { access: 'anyone', params: ByUid, title: title(words, 'mandate.for-title') }, async (ask) => {
    const interaction = await openInteraction(ask, ask.params.uid)
    const read = ask.form(ForWhomForm)
    const who = read.ok ? read.value.who : ''
    const chosen = who === '' ? undefined : await chooseForWhom(ask, interaction, who === 'self' ? 'self' : { mandateId: who })
    return chosen ?? (await choices(ask, interaction, true))
  }),
]

async function choices(ask: Pick<Ask, 'read' | 'say' | 'csrf' | 'platform' | 'tenant' | 'now'>, interaction: Interaction, failed = false): Promise<Answer> {
  const t = ask.say(pageWords)
  const { personId, sessionUid } = waitingChoice(interaction)
  const { mandates, last } = await ask.read(async (db) => ({ mandates: await usableMandates(db, personId, interaction.clientId), last: await findChoiceOfSession(db, sessionUid, interaction.clientId) }))
  const offered = mandates.map((mandate) => ({ value: mandate.id, label: mandate.principalName, hint: t('mandate.for-hint', { kind: t(`mandate.kind.${mandate.kind}`), scope: limitsOf(ask, t, mandate).scope }) }))
  const errors: Record<string, string> = failed ? { who: t('mandate.error.for-whom') } : {}
  const props = { t, csrf: ask.csrf(), typed: { who: failed ? 'self' : (last?.mandateId ?? 'self') }, errors, uid: interaction.uid, client: interaction.clientName, choices: offered }
  return page(ForWhomPage, props, { frame: 'question', private: true, noindex: true, formTargets: [interaction.clientOrigin], ...(failed && { status: 422, hasErrors: true }) })
}
