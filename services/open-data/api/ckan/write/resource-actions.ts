import { newId, type ReceivedFile } from '@modellregion/kernel'
import { objectsIn, textIn, type Loose } from '../../../ckan/loose.ts'
import { invalid, notFound } from '../../failure.ts'
import { action, type Actions, type Call, type Told } from '../action.ts'
import { callerOf } from '../caller.ts'
import { idOf, requiredParam, type Params } from '../params.ts'
import { onPackage } from './package-actions.ts'
import { findHolderOfFile } from './queries.ts'
import { isUuid } from './rules.ts'
import { savePackage, toldOf, type Saved } from './save.ts'
import { packageSeen } from './seen.ts'

export const resourceWriting: Actions = {
  resource_create: action('Adds a file or address to a dataset. Parameters: package_id, url or upload (multipart), name, format, description and others.', async (call, params) => {
    const id = isUuid(params['id']) ? params['id'] : newId(call.now)
    return await changeFiles(call, 'resource_create', requiredParam(params, 'package_id'), id, (files) => {
      if (files.some((file) => file['id'] === id)) throw invalid({ id: ['Resource id already exists.'] })
      return [...files, { ...fileOf(params), id }]
    })
  }),

  resource_update: action('Replaces a file of a dataset by what is sent. Parameters: id, and the whole resource; upload is a new version.', async (call, params) => {
    const id = idOf(params)
    return await changeFiles(call, 'resource_update', await holderOf(call, 'resource_update', id), id, (files) => files.map((file) => (file['id'] === id ? { ...uploadOf(file), ...fileOf(params), id } : file)))
  }),

  resource_patch: action('Replaces the named keys of a file. Parameters: id, and those keys; upload is a new version.', async (call, params) => {
    const id = idOf(params)
    return await changeFiles(call, 'resource_patch', await holderOf(call, 'resource_patch', id), id, (files) => files.map((file) => (file['id'] === id ? { ...file, ...fileOf(params), id } : file)))
  }),

  resource_delete: action('Takes a file out of a dataset. Parameter: id.', async (call, params) => {
    const id = idOf(params)
    const saved = await saveFiles(call, 'resource_delete', await holderOf(call, 'resource_delete', id), id, (files) => files.filter((file) => file['id'] !== id))
    return { ...toldOf(saved, null), changed: { packages: [saved.seen.id], resources: [id] } }
  }),
}

async function changeFiles(call: Call, name: string, packageId: string, id: string, change: (files: readonly Loose[]) => readonly Loose[]): Promise<Told> {
  const saved = await saveFiles(call, name, packageId, id, change)
  const file = objectsIn(saved.pack, 'resources').find((one) => one['id'] === id)
  return { ...toldOf(saved, file), changed: saved.isChanged ? { packages: [saved.seen.id], resources: [id] } : { packages: [], resources: [] } }
}

const saveFiles = (call: Call, name: string, packageId: string, id: string, change: (files: readonly Loose[]) => readonly Loose[]): Promise<Saved> =>
  onPackage(call, name, packageId, async (db, caller, seen) => {
    const pack = packageSeen(seen)
    const upload = call.files.get('upload')
    const files: ReadonlyMap<string, ReceivedFile> = upload ? new Map([[id, upload]]) : new Map()
    return await savePackage(db, { call, caller, seen, said: { ...pack, resources: change(objectsIn(pack, 'resources')) }, files })
  })

/** The dataset of a file; members of its organisation find those of drafts too. @throws ApiFailure */
async function holderOf(call: Call, name: string, fileId: string): Promise<string> {
  const caller = await callerOf(call, name)
  const holder = await call.write(caller, (db) => findHolderOfFile(db, fileId))
  if (!holder) throw notFound('Resource was not found.')
  return holder.id
}

const fileOf = ({ package_id: _, ...params }: Params): Loose => params
// An upload stays with its file unless another address is named.
const uploadOf = (file: Loose): Loose => (textIn(file, 'url_type') === 'upload' ? { url: file['url'], url_type: file['url_type'], created: file['created'] } : { created: file['created'] })
