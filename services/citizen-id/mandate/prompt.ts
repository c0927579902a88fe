import { interactionPolicy } from 'oidc-provider'
import type { TownAt } from '../provider/adapter.ts'
import { hasChosen, readIn, usableMandates } from './choice.ts'

export const forWhom = 'for_whom'

/**
 * A step of its own in the sign-in, between signing in and consenting: for whom does the person act? Asked when there is a choice
 * and it has not been made in this session at this client, and whenever a client asks for it with `prompt=for_whom`.
 */
export function forWhomPrompt(town: TownAt): interactionPolicy.Prompt {
  const asked = new interactionPolicy.Check('asked', 'the person is to choose for whom they act', 'interaction_required', (ctx) => ctx.oidc.client?.['mandates'] === true && ctx.oidc.promptPending(forWhom))
  const open = new interactionPolicy.Check('open', 'the person has not chosen for whom they act', 'interaction_required', async (ctx) => {
    const { client, session, result, prompts } = ctx.oidc
    // A client that may not disturb the person gets the person, not somebody whom they represent.
    if (client?.['mandates'] !== true || session?.accountId === undefined || session.uid === undefined || prompts.has('none') || (result && Object.hasOwn(result, forWhom))) return false
    const { clientId } = client
    const [personId, uid] = [session.accountId, session.uid]
    return await readIn(town, async (db) => !(await hasChosen(db, uid, personId, clientId)) && (await usableMandates(db, personId, clientId)).length > 0)
  })
  return new interactionPolicy.Prompt({ name: forWhom, requestable: true }, asked, open)
}
