import { Type } from 'typebox'
import { json, put, refuse } from '@modellregion/kernel'
import { KeyStatement, Vault } from '../../crypto/schema.ts'
import { sodium } from '../../crypto/sodium.ts'
import { words } from '../../locales/index.ts'
import { acceptKeys } from '../../office/keys.ts'
import { documented } from '../../thread/routes/documented.ts'
import { inTown, servingIn } from '../../thread/towns.ts'

const Change = Type.Object({ town: Type.String({ maxLength: 64 }), statement: KeyStatement, vault: Vault })

/** Keys of a confidant: made in the browser, kept here locked. The server checks the chain of their statements and can open nothing. */
export const vaultRoutes = [
  put('/help-chat/desk/api/vault', { access: 'desk.see', body: Change, ...documented('First keys of a confidant in a town, new keys, or the same keys under another phrase.') }, async (ask) => {
    const t = ask.say(words)
    const { town, statement, vault } = ask.body
    const confidant = await servingIn(ask, town)
    if (!confidant) return refuse(403, 'help-chat.desk.not-served', t('desk.failed.not-served'))
    await sodium()
    const refusal = await inTown(ask, town, 'write', (db) => acceptKeys(db, confidant, { statement, vault }))
    return refusal ? refuse(409, `help-chat.desk.${refusal}`, t('desk.failed.chain')) : json({ n: statement.n }, 200, { 'cache-control': 'no-store' })
  }),
]
