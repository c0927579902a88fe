import { denied } from '../failure.ts'
import { action, type Action } from './action.ts'

const names = [
  'package_create', 'package_update', 'package_patch', 'package_revise', 'package_delete', 'dataset_purge', 'package_resource_reorder', 'package_owner_org_update',
  'resource_create', 'resource_update', 'resource_patch', 'resource_delete', 'resource_view_create', 'resource_view_update', 'resource_view_delete', 'resource_view_reorder',
  'organization_create', 'organization_update', 'organization_patch', 'organization_delete', 'organization_purge', 'organization_member_create', 'organization_member_delete',
  'group_create', 'group_update', 'group_patch', 'group_delete', 'group_purge', 'group_member_create', 'group_member_delete', 'member_create', 'member_delete',
  'bulk_update_private', 'bulk_update_public', 'bulk_update_delete', 'tag_create', 'tag_delete', 'vocabulary_create', 'vocabulary_update', 'vocabulary_delete',
  'user_create', 'user_update', 'user_patch', 'user_delete', 'api_token_create', 'api_token_revoke', 'follow_dataset', 'unfollow_dataset',
] as const // prettier-ignore

/** Actions that change something: known, so that clients learn that they may not, rather than that there is no such thing. */
export const writingActions: Readonly<Record<string, Action>> = Object.fromEntries(
  names.map((name) => [
    name,
    action('Changes the catalogue. This portal is filled by harvesting and in its own pages, so nobody may do it here.', () => {
      throw denied(`not authorized to call ${name}`)
    }),
  ]),
)
