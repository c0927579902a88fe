import { NotFound, type Ask } from '@modellregion/kernel'
import { Type } from 'typebox'
import { accountOf } from './form.ts'
import { findConfidantOf, getConfidant } from './queries/confidant.ts'
import type { Confidant } from './schema.ts'

/** The same pages twice: for the head of the office about everybody at home, and for a confidant about themself. */
export type Side = { readonly at: string; readonly access: 'office.lead' | 'own-profile.edit'; readonly isHead: boolean }
export const sides: readonly Side[] = [
  { at: '/help-chat/office/confidants/:id', access: 'office.lead', isHead: true },
  { at: '/help-chat/office/me', access: 'own-profile.edit', isHead: false },
]
export const PersonParams = Type.Object({ id: Type.Optional(Type.String({ format: 'uuid' })) })

/** Whom a page is about, and its address. */
export type Target = { readonly confidant: Confidant; readonly base: string }
type Asks = Pick<Ask<{ id?: string }>, 'params' | 'read' | 'tenant' | 'actor'>

/** Only people of the own town, and only those who have not left, can be changed. @throws NotFound */
export async function targetOf(ask: Asks, side: Side): Promise<Target> {
  const found = await findTarget(ask, side)
  if (!found) throw new NotFound()
  return found
}

/** The same; undefined when the account is no confidant. */
export async function findTarget(ask: Asks, { isHead }: Side): Promise<Target | undefined> {
  const { id } = ask.params
  if (!isHead) {
    const confidant = await ask.read((db) => findConfidantOf(db, { homeTown: ask.tenant.id, accountId: accountOf(ask) }))
    return confidant && { confidant, base: '/help-chat/office/me' }
  }
  if (id === undefined) return undefined
  const confidant = await ask.read((db) => getConfidant(db, id))
  if (confidant.homeTown !== ask.tenant.id || confidant.state === 'ended') return undefined
  return { confidant, base: `/help-chat/office/confidants/${id}` }
}
