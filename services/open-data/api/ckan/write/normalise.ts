import { isLoose, objectsIn, textIn, type Loose } from '../../../ckan/loose.ts'
import { ckanTime, stableId } from '../../../ckan/to-ckan.ts'
import { themes } from '../../../vocabulary/lists.ts'

/** An upload that becomes the current version of a file. */
export type Uploaded = { readonly fileId: string; readonly versionId: string; readonly name: string; readonly size: number; readonly type: string }
export type Circumstances = {
  readonly id: string
  readonly organisation: { readonly id: string; readonly name: string; readonly title: string }
  readonly now: Date
  readonly site: string
  /** A new id for a file without one. */
  readonly newFileId: () => string
  /** The files as they were, by id. */
  readonly before: ReadonlyMap<string, Loose>
  /** Uploads by id of the file. */
  readonly uploads: ReadonlyMap<string, Uploaded>
}

/** A checked package with everything said in one way: ids for all, empty extras gone, groups by name, addresses of uploads. */
export function normalisePackage(said: Loose, about: Circumstances): Loose {
  const { tag_string: tagString, ...pack } = said
  return {
    ...pack,
    id: about.id,
    title: textIn(said, 'title') === undefined ? said['name'] : said['title'],
    organization: { name: about.organisation.name, title: about.organisation.title },
    tags: tagString === undefined ? tagsOf(said) : String(tagString).split(',').map((word) => word.trim()).filter((word) => word !== '').map((name) => ({ name })),
    extras: objectsIn(said, 'extras').flatMap(({ key, value }) => (value === null || value === undefined || value === '' ? [] : [{ key, value: typeof value === 'string' ? value : JSON.stringify(value) }])),
    groups: objectsIn(said, 'groups').map((group) => ({ name: themeName(group) })),
    resources: objectsIn(said, 'resources').map((resource) => normaliseResource(resource, about)),
  }
}

const tagsOf = (said: Loose): Loose[] => objectsIn(said, 'tags').map(({ name, display_name: shown }) => ({ name: name ?? shown }))

/** A theme by its name or id; other groups keep the name they were given. */
function themeName(group: Loose): string {
  const wanted = textIn(group, 'name', 'id') ?? ''
  const theme = themes.concepts.find(({ code }) => code.toLowerCase() === wanted.toLowerCase() || stableId('group', code) === wanted)
  return theme?.code.toLowerCase() ?? wanted
}

function normaliseResource(said: Loose, { now, site, newFileId, before, uploads, id: packageId }: Circumstances): Loose {
  const id = textIn(said, 'id') ?? newFileId()
  const old = before.get(id)
  const upload = uploads.get(id)
  const { upload: _, clear_upload: __, resource_views: ___, ...rest } = said
  const created = textIn(said, 'created') ?? (typeof old?.['created'] === 'string' ? old['created'] : ckanTime(now))
  const file = { ...rest, id, package_id: packageId, created }
  if (!upload) return file
  return {
    ...file,
    url: `${site}/open-data/file/${id}`,
    url_type: 'upload',
    size: upload.size,
    mimetype: upload.type,
    last_modified: ckanTime(now),
    hash: '',
    ...(textIn(said, 'name') === undefined && { name: upload.name }),
    ...(textIn(said, 'format') === undefined && { format: /\.([a-z0-9]+)$/i.exec(upload.name)?.[1]?.toUpperCase() ?? '' }),
  }
}

/** Which upload belongs to each file after this writing: the new one, or the one it had, unless the client let it go. */
export function currentUploads(pack: Loose, before: ReadonlyMap<string, Loose>, versionsBefore: ReadonlyMap<string, string>, newest: ReadonlyMap<string, string>, uploads: ReadonlyMap<string, Uploaded>, said: Loose): ReadonlyMap<string, string> {
  const cleared = new Set(objectsIn(said, 'resources').filter(({ clear_upload: clear }) => ['true', '1', 'yes', 'on'].includes(String(clear).toLowerCase())).map(({ id }) => id))
  return new Map(
    objectsIn(pack, 'resources').flatMap((resource) => {
      const id = String(resource['id'])
      const fresh = uploads.get(id)?.versionId
      if (fresh !== undefined) return [[id, fresh] as const]
      const old = before.get(id)
      const moved = old !== undefined && resource['url'] !== old['url'] && resource['url_type'] !== 'upload'
      const version = versionsBefore.get(id) ?? (resource['url_type'] === 'upload' ? newest.get(id) : undefined)
      return version === undefined || moved || cleared.has(id) ? [] : [[id, version] as const]
    }),
  )
}

/** Whether a client means the dataset to stay unpublished. */
export const isUnpublished = (said: Loose, isTrue: (value: unknown) => boolean): boolean => isTrue(said['private']) || said['state'] === 'draft'

export const recordsById = (pack: Loose): ReadonlyMap<string, Loose> => new Map(objectsIn(pack, 'resources').filter(isLoose).map((resource) => [String(resource['id']), resource]))
