import { entityOf, linkOf, propertyOf, type EntityName } from '../model.ts'
import type { Options } from '../query/ast.ts'
import { refusal } from '../refusal.ts'

/** Refuses names that the entity does not have, before anything is read: also for a set that happens to be empty. */
export function checkOptions(entity: EntityName, { select, expand }: Options): void {
  const { properties, links } = entityOf(entity)
  for (const path of select) {
    const [name = ''] = path.split('/')
    if (name !== 'id' && name !== 'selfLink' && !propertyOf(entity, name) && !linkOf(entity, name))
      throw refusal(400, 'query', `$select: a ${entity} has no "${name}". It has ${['id', ...properties.map((each) => each.name), ...links.map((each) => each.name)].join(', ')}.`)
  }
  for (const { link, options, at } of expand) {
    const known = linkOf(entity, link)
    if (!known) throw refusal(400, 'query', `$expand: a ${entity} has no link "${link}". It has ${links.map((each) => each.name).join(', ')}.`, at)
    checkOptions(known.target, options)
  }
}
