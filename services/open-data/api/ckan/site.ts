import { denied, invalid, notFound } from '../failure.ts'
import { action, always, type Action, type Actions } from './action.ts'
import { requiredParam, textParam } from './params.ts'
import { mayAdminister } from './rights.ts'

/** The version whose answers these are: clients switch features by it. */
const version = '2.11.0'

export const siteActions: Actions = {
  status_show: action('What this portal is.', ({ site, town }) =>
    JSON.stringify({ ckan_version: version, site_url: site, site_description: '', site_title: town, error_emails_to: null, locale_default: 'de', extensions: [] }),
  ),
  site_read: always('Whether the portal may be read.', true),
  user_show: action('The account of the calling key, without parameter or by its id; other accounts are not public.', async (call, params) => {
    const caller = await call.caller()
    const wanted = textParam(params, 'id') ?? caller?.id
    if (wanted === undefined) throw invalid({ id: ['Missing value'] })
    if (!caller || wanted !== caller.id) throw notFound()
    return JSON.stringify({ id: caller.id, name: caller.id, display_name: caller.name, fullname: caller.name, about: null, sysadmin: mayAdminister(caller), state: 'active', number_created_packages: 0 })
  }),
  user_list: always('People: accounts are not public.', []),
  user_autocomplete: always('People: accounts are not public.', []),
  ...Object.fromEntries(['package', 'group', 'dataset'].map((kind): [string, Action] => [`${kind}_list_for_user`, always('What the caller may edit: nothing without a sign-in.', [])])),
  ...Object.fromEntries(['dataset', 'group', 'organization', 'user'].map((kind): [string, Action] => [`${kind}_follower_count`, always('Followers: nobody can follow here.', 0)])),
  ...Object.fromEntries(['', 'dataset_', 'group_', 'organization_', 'user_'].map((kind): [string, Action] => [`${kind}followee_count`, always('What a person follows: nobody can follow here.', 0)])),
  ...Object.fromEntries(['dataset', 'group', 'organization', 'user'].map((kind): [string, Action] => [`am_following_${kind}`, notSignedIn('Whether the caller follows it.')])),
}

function notSignedIn(help: string): Action {
  return action(help, () => {
    throw denied('Not logged in')
  })
}

/** Says what an action does; the list of actions is known only where all are joined. */
export const helpAction = (helpOf: (name: string) => string | undefined): Action =>
  action('What an action does. Parameter: name.', (_call, params) => {
    const help = helpOf(requiredParam(params, 'name'))
    if (help === undefined) throw notFound('Action name not known')
    return JSON.stringify(help)
  })
