import { NotFound, seeOther, type Answer, type Ask } from '@modellregion/kernel'
import { platformClientId } from '../provider/clients.ts'
import type { Interaction } from '../sign-in/interaction.ts'
import { usableMandates } from './choice.ts'
import { forWhom } from './prompt.ts'
import { findChoiceOfSession, saveChoice } from './queries.ts'

const choiceDays = 90 // as long as a grant

/** The waiting choice: whose it is, and in which session. @throws NotFound when nothing is to be chosen here */
export function waitingChoice({ details }: Interaction): { personId: string; sessionUid: string } {
  const { session, prompt } = details
  if (prompt.name !== forWhom || session?.accountId === undefined || session.uid === undefined) throw new NotFound()
  return { personId: session.accountId, sessionUid: session.uid }
}

/**
 * Writes down for whom the person acts and sends the browser on. Undefined when the mandate is not theirs, is over, or does not
 * reach this client: nothing is changed then. Each choice has a grant of its own, so that no token says anything but what was chosen.
 */
export async function chooseForWhom(ask: Pick<Ask, 'write' | 'read' | 'native' | 'now' | 'tenant'>, interaction: Interaction, who: 'self' | { mandateId: string }): Promise<Answer | undefined> {
  const { clientId, provider, details } = interaction
  const { personId, sessionUid } = waitingChoice(interaction)
  const mandate = who === 'self' ? undefined : (await ask.read((db) => usableMandates(db, personId, clientId))).find(({ id }) => id === who.mandateId)
  if (who !== 'self' && !mandate) return undefined
  const before = await ask.read((db) => findChoiceOfSession(db, sessionUid, clientId))
  // Who acts for themself as before keeps what they have consented to.
  const kept = mandate === undefined && (before?.mandateId ?? null) === null ? details.grantId : undefined
  const grantId = kept ?? (await newGrant(interaction, personId))
  const expiresAt = new Date(ask.now.getTime() + choiceDays * 86_400_000)
  await ask.write((db) => saveChoice(db, { grantId, sessionUid, clientId, personId, mandateId: mandate?.id ?? null, expiresAt }))
  const result = { [forWhom]: { who: mandate?.id ?? 'self' }, ...(kept === undefined && { consent: { grantId } }) }
  return seeOther(await provider.interactionResult(ask.native.request, ask.native.response, result))
}

async function newGrant({ provider, clientId }: Interaction, accountId: string): Promise<string> {
  const grant = new provider.Grant({ clientId, accountId })
  // The town asks nobody whether the town may know; every other client asks for consent, and the page says for whom.
  if (clientId === platformClientId) grant.addOIDCScope('openid profile email')
  return await grant.save()
}
