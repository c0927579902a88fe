import { tableReading, tableWriting } from '../datastore/actions.ts'
import type { Action } from './action.ts'
import { groupActions } from './groups.ts'
import { organisationActions } from './organisations.ts'
import { searchActions } from './package-search.ts'
import { packageActions } from './packages.ts'
import { resourceActions } from './resources.ts'
import { helpAction, siteActions } from './site.ts'
import { tagActions } from './tags.ts'
import { tokenReading } from './write/token-actions.ts'
import { viewReading } from './write/view-actions.ts'
import { writingActions } from './writing.ts'

const reading: ReadonlyMap<string, Action> = new Map(
  Object.entries({ ...siteActions, ...packageActions, ...searchActions, ...resourceActions, ...organisationActions, ...groupActions, ...tagActions, ...viewReading, ...tokenReading, ...tableReading, help_show: helpAction((name) => findAction(name)?.action.help) }),
)
const writing: ReadonlyMap<string, Action> = new Map(Object.entries({ ...writingActions, ...tableWriting }))

/** The action of a name. Reading ones may be called with GET. */
export function findAction(name: string): { action: Action; readOnly: boolean } | undefined {
  const action = reading.get(name) ?? writing.get(name)
  return action && { action, readOnly: reading.has(name) }
}

export const actionNames: readonly string[] = [...reading.keys(), ...writing.keys()].sort()
