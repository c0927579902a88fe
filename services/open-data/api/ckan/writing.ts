import { denied } from '../failure.ts'
import { action, type Action, type Actions } from './action.ts'
import { callerOf } from './caller.ts'
import { reviseActions } from './revise/action.ts'
import { groupWriting } from './write/group-actions.ts'
import { memberWriting } from './write/member-actions.ts'
import { organisationWriting } from './write/organisation-actions.ts'
import { packageWriting } from './write/package-actions.ts'
import { resourceWriting } from './write/resource-actions.ts'
import { tokenWriting } from './write/token-actions.ts'
import { viewWriting } from './write/view-actions.ts'

/** Known, so that clients learn that they may not, rather than that there is no such thing. */
const never: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['user_create', 'user_update', 'user_patch', 'user_delete', 'user_invite'].map((name) => [name, 'Accounts belong to the identity of the town and are not changed here.'])),
  ...Object.fromEntries(['tag_create', 'tag_delete', 'vocabulary_create', 'vocabulary_update', 'vocabulary_delete'].map((name) => [name, 'Keywords exist as long as a dataset carries them; vocabularies are those of DCAT-AP.de.'])),
  ...Object.fromEntries(['follow_dataset', 'unfollow_dataset', 'follow_group', 'unfollow_group', 'follow_user', 'unfollow_user'].map((name) => [name, 'People follow datasets in the portal’s own pages, by mail or feed.'])),
}

/** Actions that change something. */
export const writingActions: Actions = {
  ...packageWriting,
  ...reviseActions,
  ...resourceWriting,
  ...organisationWriting,
  ...memberWriting,
  ...groupWriting,
  ...viewWriting,
  ...tokenWriting,
  ...Object.fromEntries(Object.entries(never).map(([name, why]): [string, Action] => [name, refuse(name, why)])),
}

function refuse(name: string, why: string): Action {
  return action(why, async (call) => {
    await callerOf(call, name)
    throw denied(why)
  })
}
