import { isDeepStrictEqual } from 'node:util'
import { newId, type ReceivedFile, type UnitOfWork } from '@modellregion/kernel'
import { checkDataset } from '../../../check/check.ts'
import type { CheckFinding } from '../../../check/schema.ts'
import { objectsIn, textIn, type Loose } from '../../../ckan/loose.ts'
import { writtenDataset } from '../../../ckan/written.ts'
import { emptyDataset } from '../../../dcat/empty.ts'
import { whyNotAccept } from '../../../dcat/rules.ts'
import { takeReceived } from '../../../load/take.ts'
import { findSaidOrganisation, type SaidOrganisation } from '../../../organisation/queries.ts'
import { lockDataset } from '../../../publish/queries.ts'
import { denied, invalid } from '../../failure.ts'
import type { Call, Told } from '../action.ts'
import type { Caller } from '../caller.ts'
import { mayAdminister, mayPublish, mayWrite } from '../rights.ts'
import { keepAsDraft, publishNow, type Outcome } from './put.ts'
import { currentUploads, isUnpublished, normalisePackage, recordsById, type Uploaded } from './normalise.ts'
import { findIdOf, findNameHolder, listForeignFiles, listNewestVersions, setCreated, setDraftCreated } from './queries.ts'
import { isTrue, isUuid, packageErrors } from './rules.ts'
import { contextOf, packageSeen, privateMark, type Seen } from './seen.ts'

export type Saving = {
  readonly call: Pick<Call, 'site' | 'now'>
  readonly caller: Caller
  readonly said: Loose
  /** The dataset as the caller saw it; absent: a new one. */
  readonly seen?: Seen | undefined
  /** Files of the form, by id of the file they belong to. */
  readonly files?: ReadonlyMap<string, ReceivedFile>
}
export type Saved = { readonly seen: Seen; readonly pack: Loose; readonly isChanged: boolean; readonly findings: readonly CheckFinding[] }

/**
 * Writes a package in this unit of work: checked in CKAN's words, then published, kept as draft, or sent into the department's check,
 * whichever the package wishes and the key allows.
 * @throws ApiFailure
 */
export async function savePackage(db: UnitOfWork, { call, caller, said, seen, files = new Map() }: Saving): Promise<Saved> {
  const id = seen?.id ?? (isUuid(said['id']) ? said['id'] : newId(db.now))
  const organisation = await ownerOf(db, caller, said, seen)
  refuse({ ...packageErrors(said), ...(await nameErrors(db, said, id, seen)), ...idErrors(said, seen) })
  if (seen?.dataset?.sourceId) throw denied(`dataset ${id} is harvested from another catalogue and changes there`)
  const { pack, versions } = await settle(db, { call, caller, said, seen, files }, id, organisation)
  const before = seen?.document
  const createdAt = seen?.createdAt ?? createdElsewhere(caller, said) ?? db.now
  const context = contextOf({ id, name: String(pack['name']), document: before ?? emptyDataset, organisation, createdAt, changedAt: db.now, tabled: seen?.tabled ?? new Set() })
  const written = writtenDataset({ pack, context, before, versions })
  const unpublished = isUnpublished(said, isTrue)
  const document = unpublished && isTrue(said['private']) ? { ...written, ckan: { ...written.ckan, [privateMark]: { said: true } } } : written
  const reasons = whyNotAccept(document).filter(({ code }) => code !== 'open-data.dataset.nothing-to-open') // files may follow in a call of their own
  if (reasons.length > 0) refuse(Object.fromEntries(reasons.map(({ field = 'title', code }) => [field, [code]])))
  const wish = { id, name: String(pack['name']), organisation, document, seen, createdAt }
  if (isUnchanged(wish, unpublished)) return told(seen as Seen, false, []) // unchanged only if there was one
  const outcome: Outcome = mayPublish(caller, organisation.id) && !unpublished ? await publishNow(db, wish) : await keepAsDraft(db, wish, { submit: !unpublished, withdraw: unpublished && mayPublish(caller, organisation.id) })
  if (!seen && createdAt !== db.now) await (outcome.seen.as === 'published' ? setCreated : setDraftCreated)(db, id, createdAt)
  return told(outcome.seen, true, checkDataset(document))
}

/** The package's result with the ids of what changed. */
export const toldOf = ({ seen, isChanged, findings }: Saved, result: unknown): Told => ({ result: JSON.stringify(result), changed: { packages: isChanged ? [seen.id] : [] }, findings })

const told = (seen: Seen, isChanged: boolean, findings: readonly CheckFinding[]): Saved => ({ seen, pack: packageSeen(seen), isChanged, findings })

function refuse(errors: Readonly<Record<string, readonly unknown[]>>): void {
  if (Object.keys(errors).length > 0) throw invalid(errors)
}

async function ownerOf(db: UnitOfWork, caller: Caller, said: Loose, seen: Seen | undefined): Promise<SaidOrganisation> {
  const wanted = textIn(said, 'owner_org') ?? seen?.organisation.id
  if (wanted === undefined) throw invalid({ owner_org: ['An organization must be provided'] })
  const organisation = seen && [seen.organisation.id, seen.organisation.name].includes(wanted) ? seen.organisation : await findSaidOrganisation(db, wanted)
  if (!organisation || organisation.endedAt) throw invalid({ owner_org: ['Organization does not exist'] })
  if (seen && !mayWrite(caller, seen.organisation.id)) throw denied(`User ${caller.id} not authorized to edit package ${seen.id}`)
  if (!mayWrite(caller, organisation.id)) throw denied(`User ${caller.id} not authorized to add datasets to organization ${organisation.name}`)
  return organisation
}

async function nameErrors(db: UnitOfWork, said: Loose, id: string, seen: Seen | undefined): Promise<Record<string, readonly string[]>> {
  if (typeof said['name'] !== 'string' || said['name'] === seen?.name) return {}
  const holder = await findNameHolder(db, said['name'])
  return holder && holder.id !== id ? { name: ['That URL is already in use.'] } : {}
}

function idErrors(said: Loose, seen: Seen | undefined): Record<string, readonly string[]> {
  if (seen || said['id'] === undefined || said['id'] === null || said['id'] === '' || isUuid(said['id'])) return {}
  return { id: ['Invalid id: must be a UUID'] }
}

// Gives every file its id, keeps what was uploaded, and finds the upload that is current.
async function settle(db: UnitOfWork, { call, said, seen, files = new Map() }: Saving, id: string, organisation: SaidOrganisation): Promise<{ pack: Loose; versions: ReadonlyMap<string, string> }> {
  const before = seen ? recordsById(packageSeen(seen)) : new Map<string, Loose>()
  const uploads = new Map<string, Uploaded>([...files].map(([fileId, file]) => [fileId, { fileId, versionId: newId(db.now), name: file.name, size: file.size, type: file.type }]))
  const pack = normalisePackage(said, { id, organisation, now: call.now, site: call.site, newFileId: () => newId(db.now), before, uploads })
  const ids = objectsIn(pack, 'resources').map((resource) => String(resource['id']))
  const unheard = seen?.as === 'published' ? ids.filter((fileId) => !before.has(fileId)) : ids
  const foreign = unheard.length > 0 ? await listForeignFiles(db, id, unheard) : []
  if (foreign.length > 0) throw invalid({ resources: objectsIn(pack, 'resources').map((resource) => (foreign.some((one) => one.id === resource['id']) ? { id: ['Resource id already exists.'] } : {})) })
  for (const [fileId, { versionId }] of uploads) await takeReceived({ now: db.now, write: (work) => work(db) }, { datasetId: id, distributionId: fileId, versionId, file: files.get(fileId) as ReceivedFile }) // uploads were made from files
  const lacking = objectsIn(pack, 'resources').filter((resource) => resource['url_type'] === 'upload').map((resource) => String(resource['id']))
  const newest = new Map((lacking.length > 0 ? await listNewestVersions(db, id, lacking) : []).map((one) => [one.fileId, one.id]))
  const had = new Map(seen?.document.distribution.flatMap((file) => (file.id !== undefined && file.versionId !== undefined ? [[file.id, file.versionId] as const] : [])) ?? [])
  return { pack, versions: currentUploads(pack, before, had, newest, uploads, said) }
}

// The town's administration moves a catalogue with its moments of creation; nobody else invents them.
function createdElsewhere(caller: Caller, said: Loose): Date | undefined {
  const text = textIn(said, 'metadata_created')
  if (text === undefined || !mayAdminister(caller)) return undefined
  const date = new Date(/[Z+]|T.*-/.test(text) ? text : `${text}Z`)
  return Number.isNaN(date.getTime()) ? undefined : date
}

function isUnchanged({ seen, name, organisation, document }: Parameters<typeof publishNow>[1], unpublished: boolean): boolean {
  if (!seen || seen.as === 'withdrawn' || (seen.as === 'published') === unpublished) return false
  return (seen.as === 'published' || unpublished) && seen.name === name && seen.organisation.id === organisation.id && isDeepStrictEqual(seen.document, JSON.parse(JSON.stringify(document)))
}

/** Before a dataset is read that will be written over. */
export async function lockFirst(db: UnitOfWork, nameOrId: string): Promise<void> {
  const found = await findIdOf(db, nameOrId)
  if (found) await lockDataset(db, found.id)
}
