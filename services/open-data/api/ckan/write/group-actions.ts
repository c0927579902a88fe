import type { Loose } from '../../../ckan/loose.ts'
import { stableId } from '../../../ckan/to-ckan.ts'
import type { Concept } from '../../../dcat/schema.ts'
import { themes } from '../../../vocabulary/lists.ts'
import { denied, invalid, notFound } from '../../failure.ts'
import { action, type Actions, type Call, type Told } from '../action.ts'
import { callerOf } from '../caller.ts'
import { findAsGroup } from '../groups.ts'
import { idOf, textParam, type Params } from '../params.ts'
import { mayAdminister } from '../rights.ts'

const fixed = 'The groups are the 13 data themes of the EU: they cannot be made, changed or removed.'

/**
 * Groups are the themes of the EU's vocabulary, the same on every portal of the German data network. Loading them from a dump is
 * accepted when they are what they already are, so that `ckanapi load groups` runs through; everything else is refused.
 */
export const groupWriting: Actions = {
  group_create: action(`Themes exist already. ${fixed}`, (call, params) => keep(call, 'group_create', params)),
  group_update: action(`Accepted when nothing changes. ${fixed}`, (call, params) => keep(call, 'group_update', params)),
  group_patch: action(`Accepted when nothing changes. ${fixed}`, (call, params) => keep(call, 'group_patch', params)),
  ...Object.fromEntries(['group_delete', 'group_purge', 'group_member_create', 'group_member_delete'].map((name) => [name, never(name)])),
}

function never(name: string): Actions[string] {
  return action(fixed, async (call) => {
    await callerOf(call, name)
    throw denied(fixed)
  })
}

async function keep(call: Call, name: string, params: Params): Promise<Told> {
  const caller = await callerOf(call, name)
  if (!mayAdminister(caller)) throw denied(`User ${caller.id} not authorized to edit groups`)
  const wanted = name === 'group_create' ? (textParam(params, 'id') ?? textParam(params, 'name') ?? '') : idOf(params)
  const theme = themes.concepts.find(({ code }) => [code.toLowerCase(), stableId('group', code)].includes(wanted) || code.toLowerCase() === textParam(params, 'name'))
  if (!theme) {
    if (name === 'group_create') throw invalid({ name: [fixed] })
    throw notFound('Group was not found.')
  }
  if (name === 'group_create') throw invalid({ name: ['Group name already exists in database'] })
  refuseChange(theme, params)
  return { result: JSON.stringify(await call.read((db) => findAsGroup(db, theme))), changed: { groups: [] } }
}

function refuseChange({ code, label }: Concept, said: Loose): void {
  const errors = { ...(said['name'] !== undefined && said['name'] !== code.toLowerCase() && { name: [fixed] }), ...(said['title'] !== undefined && said['title'] !== label.de && { title: [fixed] }) }
  if (Object.keys(errors).length > 0) throw invalid(errors)
}
