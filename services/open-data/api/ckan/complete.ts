import type { Ask } from '@modellregion/kernel'
import { findAction } from './actions.ts'
import { callOf } from './call.ts'

type Asked = Pick<Ask, 'url' | 'read' | 'now' | 'tenant' | 'platform'>
type Complete = (ask: Asked) => Promise<unknown>

/** The older addresses for completing what a person types; they wrap the answers of actions (ckan/views/api.py). */
export const completions: Readonly<Record<string, Complete>> = {
  'dataset/autocomplete': async (ask) => inResultSet(await ofAction(ask, 'package_autocomplete', 10)),
  'tag/autocomplete': async (ask) => inResultSet((await ofAction(ask, 'tag_autocomplete', 10)).map((name) => ({ Name: name }))),
  'resource/format_autocomplete': async (ask) => inResultSet((await ofAction(ask, 'format_autocomplete', 5)).map((name) => ({ Format: name }))),
  'group/autocomplete': (ask) => ofAction(ask, 'group_autocomplete', 20, 'q'),
  'organization/autocomplete': (ask) => ofAction(ask, 'organization_autocomplete', 20, 'q'),
  'user/autocomplete': async () => [],
}

const inResultSet = (items: readonly unknown[]) => ({ ResultSet: { Result: items } })

async function ofAction(ask: Asked, name: string, most: number, parameter: 'q' | 'incomplete' = 'incomplete'): Promise<unknown[]> {
  const { url } = ask
  const typed = (url.searchParams.get(parameter) ?? url.searchParams.get('incomplete') ?? '').replaceAll('\u0000', '')
  const limit = Number(url.searchParams.get('limit') ?? most)
  const found = findAction(name)
  if (typed === '' || !found) return []
  const text = await found.action.run(callOf(ask), { q: typed, limit: Number.isInteger(limit) && limit >= 0 ? limit : most })
  const items: unknown = typeof text === 'string' ? JSON.parse(text) : []
  return Array.isArray(items) ? items : []
}
