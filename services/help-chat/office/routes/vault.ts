import { Type } from 'typebox'
import { json, put, refuse, type Ask } from '@modellregion/kernel'
import { KeyStatement, Vault } from '../../crypto/schema.ts'
import { sodium } from '../../crypto/sodium.ts'
import { words } from '../../locales/index.ts'
import { acceptKeys } from '../keys.ts'
import { confidantIn, unitIn } from '../towns.ts'

const Change = Type.Object({ town: Type.String({ maxLength: 100 }), statement: KeyStatement, vault: Vault })

/** Keys of a confidant: made in the browser, kept here locked. */
export const vaultRoutes = [
  put('/help-chat/desk/api/vault', { access: 'vault.keep', body: Change, api: { summary: 'First keys of a confidant in a town, new keys, or the same keys under another phrase.', tag: 'Confidential help' } }, async (ask) => {
    await sodium()
    const { town, statement, vault } = ask.body
    const confidant = await confidantIn(ask.platform, { homeTown: ask.tenant.id, accountId: accountOf(ask) }, town)
    if (!confidant) return refuse(404, 'help-chat.office.not-here', ask.say(words)('help-chat.office.not-here'))
    // An account belongs to its own town; the audit of another one names the confidant instead.
    const refusal = await unitIn(ask.platform, town, 'write', (db) => acceptKeys(db, confidant, { statement, vault }), town === ask.tenant.id ? ask.actor.id : undefined)
    return refusal ? refuse(409, `help-chat.office.${refusal}`, ask.say(words)(`help-chat.office.${refusal}`)) : json({ n: statement.n })
  }),
]

// The access rule lets nobody in who has not signed in.
export function accountOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('A page of the office was open to a guest; see office/access.ts.')
  return actor.id
}
