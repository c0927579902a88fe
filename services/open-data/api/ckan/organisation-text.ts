import { objectsIn, type Loose } from '../../ckan/loose.ts'
import { toOrganization } from '../../ckan/to-ckan.ts'
import type { SaidOrganisation } from '../../organisation/queries.ts'

/** Keys that the portal answers for, or that belong to other records. */
const own = new Set([
  'id', 'name', 'title', 'description', 'type', 'created', 'is_organization', 'approval_status', 'state', 'display_name', 'image_display_url', 'num_followers', 'package_count', 'packages', 'users',
  'datasets', 'include_datasets', 'include_users', 'image_upload', 'clear_upload',
]) // prettier-ignore

/** What a client said of an organisation beyond the portal's own terms, kept and said again. */
export const saidBeside = (said: Loose): Loose => Object.fromEntries(Object.entries(said).filter(([key, value]) => !own.has(key) && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)))

/** An organisation as `organization_show` answers, without its datasets. */
export function organisationSaid(row: SaidOrganisation, datasets: number): Loose & { extras: unknown; groups: unknown; tags: unknown } {
  const image = typeof row.ckan['image_url'] === 'string' ? row.ckan['image_url'] : ''
  const extras = objectsIn(row.ckan, 'extras').map(({ key, value }) => ({ key, value, state: 'active' }))
  return {
    ...toOrganization({ id: row.id, name: row.name, title: row.title, description: row.description, imageUrl: image, created: row.createdAt }),
    ...row.ckan,
    display_name: row.title,
    image_display_url: image,
    num_followers: 0,
    package_count: datasets,
    state: row.endedAt ? 'deleted' : 'active',
    extras,
    groups: row.ckan['groups'] ?? [],
    tags: row.ckan['tags'] ?? [],
    users: [],
  }
}
