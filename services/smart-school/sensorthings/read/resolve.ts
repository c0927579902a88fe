import type { UnitOfWork } from '@modellregion/kernel'
import type { EntityName } from '../model.ts'
import { parseObservationId } from '../observation-id.ts'
import type { Key, ResourcePath } from '../path/parse.ts'
import { findMember, listMembers, type From, type Row } from '../queries/read.ts'
import { startField } from '../queries/relations.ts'
import type { Context } from '../queries/scope.ts'
import { refusal } from '../refusal.ts'

/** What an address leads to: an entity, or a set (of a link, or whole). */
export type Resolved = { readonly entity: EntityName; readonly row: Row } | { readonly entity: EntityName; readonly from?: From }

const missing = (entity: EntityName) => refusal(404, 'not-found', `There is no such ${entity}, or it may not be read without a credential.`)

/** Goes along an address, entity by entity. @throws Refusal 404 where one is missing, or not for this caller */
export async function resolvePath(db: UnitOfWork, context: Context, { root, steps }: ResourcePath): Promise<Resolved> {
  if (root.key === undefined) return { entity: root.entity }
  let entity = root.entity
  let row = await find(db, context, entity, root.key)
  for (const step of steps) {
    const start = row[startField(entity, step.link)]
    if (typeof start !== 'number') throw missing(step.entity)
    const from = { entity, link: step.link, start }
    if (step.many && step.key === undefined) return { entity: step.entity, from }
    entity = step.entity
    if (step.key === undefined) {
      const [only] = await listMembers(db, context, { entity, orderby: [], limit: 1, offset: 0 }, from)
      if (!only) throw missing(entity)
      row = only
    } else row = await find(db, context, entity, step.key, from)
  }
  return { entity, row }
}

async function find(db: UnitOfWork, context: Context, entity: EntityName, key: Key, from?: From): Promise<Row> {
  const own = entity === 'Observation' ? parseObservationId(String(key)) : typeof key === 'number' && key <= 2_147_483_647 ? key : undefined
  const row = own === undefined ? undefined : await findMember(db, context, entity, own, from)
  if (!row) throw missing(entity)
  return row
}
