import { isSharedComputer, seeOther, type Answer, type Ask } from '@modellregion/kernel'
import { acrOf, amrOf, higher, type Method } from '../level/rules.ts'
import { touchPerson } from '../person/queries.ts'
import type { Level } from '../person/schema.ts'
import { deleteSessionByUid } from '../provider/queries.ts'
import { connectWaiting, refusedAddress } from '../saml/connect-waiting.ts'
import { refusalOf } from '../staff/demand.ts'
import type { Interaction } from './interaction.ts'

/** What a way in has proved: who it is, by which method, how surely. */
export type Proof = { personId: string; method: Method; level: Level; credentialId?: string }

type Asks = Pick<Ask, 'read' | 'write' | 'native' | 'now' | 'tenant' | 'platform' | 'say'>

/** The last step of every way in: the person was here, and the browser goes back to where it was asked. */
export async function finishSignIn(ask: Asks, interaction: Interaction, shown: Proof): Promise<Answer> {
  const { provider, details } = interaction
  // Staff come in by a way that a false page cannot copy; who has left comes in by none. Nothing is connected before that is clear.
  const refusal = await refusalOf(ask, interaction.uid, shown)
  if (refusal) return refusal
  // A card or a BundID waited for the account that it shall be connected with.
  const waiting = await connectWaiting(ask, interaction.uid, shown.personId)
  if (waiting && !waiting.connected) return seeOther(refusedAddress(interaction.uid, waiting.source))
  const proof: Proof = waiting ? { ...shown, method: waiting.source, level: higher(shown.level, waiting.level) } : shown
  await leaveOtherAccount(ask, interaction, proof.personId)
  await ask.write((db) => touchPerson(db, proof.personId))
  const login = { accountId: proof.personId, acr: acrOf[proof.level], amr: [...amrOf[proof.method]], ts: Math.floor(ask.now.getTime() / 1_000), remember: !isSharedComputer(ask.native.request.headers.cookie) }
  const back = await provider.interactionResult(ask.native.request, ask.native.response, { login }, { mergeWithLastSubmission: details.prompt.name !== 'login' })
  return seeOther(back)
}

// Somebody else was signed in at this browser. Their session ends before the new one begins.
async function leaveOtherAccount(ask: Pick<Ask, 'write'>, { details, session }: Interaction, personId: string): Promise<void> {
  const uid = details.session?.uid
  if (!session || session.accountId === personId || uid === undefined) return
  await ask.write((db) => deleteSessionByUid(db, uid))
  delete (details as { session?: unknown }).session // its type knows no such change; the library reads it as "no session before"
  await details.persist()
}

/** Back to whoever asked, with nothing but the word that the person did not want to. */
export async function cancelSignIn(ask: Asks, { provider }: Interaction): Promise<Answer> {
  return seeOther(await provider.interactionResult(ask.native.request, ask.native.response, { error: 'access_denied', error_description: 'cancelled by the person' }))
}
