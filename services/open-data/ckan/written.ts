/** A package that a client wrote to this portal, as the dataset it becomes. */
import { newNotes, type Notes } from '../dcat/record.ts'
import type { Dataset, Distribution } from '../dcat/schema.ts'
import { readPackage } from './from-ckan.ts'
import { keptOfFile, keptOfPackage } from './kept.ts'
import { objectsIn, textIn, type Loose } from './loose.ts'
import { carryOver } from './merge.ts'
import { readResource } from './resource-from-ckan.ts'
import { packageMade, resourceMade, type PackageContext } from './to-ckan.ts'

export type Written = {
  /** Checked; every resource has its id. `organization` names the publisher. */
  readonly pack: Loose
  readonly context: PackageContext
  /** The dataset as it was, when it is changed. */
  readonly before?: Dataset | undefined
  /** The upload that is current, by id of the file. */
  readonly versions: ReadonlyMap<string, string>
}

/** The dataset, with everything beside it that only CKAN can say. What CKAN cannot say of `before` stays. */
export function writtenDataset({ pack, context, before, versions }: Written): Dataset {
  const after = datasetOf(pack, versions)
  const whole = before ? mergeInto(before, after, context) : after
  return keepBeside(whole, pack, context)
}

function datasetOf(pack: Loose, versions: ReadonlyMap<string, string>): Dataset {
  const notes = newNotes()
  const { metadata_created: _, metadata_modified: __, resources: ___, ...described } = pack
  const dataset = readPackage(described, notes)
  // Reading for a foreign catalogue notes what it mended; here the client's own words are kept beside.
  return { ...dataset, provenance: [], distribution: objectsIn(pack, 'resources').map((resource, index) => fileOf(resource, pack, index, versions, notes)) }
}

function fileOf(resource: Loose, pack: Loose, index: number, versions: ReadonlyMap<string, string>, notes: Notes): Distribution {
  const id = textIn(resource, 'id') ?? ''
  const versionId = versions.get(id)
  const { metadata_modified: _, ...said } = resource // the portal's own moment
  return { ...readResource(said, pack, notes, `distribution[${index}]`), id, ...(versionId !== undefined && { versionId }) }
}

// Reads what the client saw of the dataset the same way as what it sent, to know what it meant to change.
function mergeInto(before: Dataset, after: Dataset, context: PackageContext): Dataset {
  const ids = before.distribution.map((_, index) => context.resourceId(index))
  const made = packageMade(before, context)
  const versions = new Map(before.distribution.flatMap(({ versionId }, index) => (versionId === undefined ? [] : [[ids[index] ?? '', versionId] as const])))
  const seen = datasetOf({ ...made }, versions)
  const files = after.distribution.map((file) => {
    const position = ids.indexOf(file.id ?? '')
    const [old, was] = [before.distribution[position], seen.distribution[position]]
    return old && was ? carryOver({ ...old, id: file.id ?? '' }, was, file) : file
  })
  return { ...carryOver({ ...before, distribution: [] }, { ...seen, distribution: [] }, { ...after, distribution: [] }), distribution: files }
}

function keepBeside(dataset: Dataset, pack: Loose, context: PackageContext): Dataset {
  const resources = objectsIn(pack, 'resources')
  const own: PackageContext = { ...context, resourceId: (index) => textIn(resources[index] ?? {}, 'id') ?? '' }
  const { ckan: _, ...plain } = dataset
  const distribution = plain.distribution.map(({ ckan: __, ...file }, index) => {
    const kept = keptOfFile(resources[index] ?? {}, { ...resourceMade(file, index, own) })
    return Object.keys(kept).length === 0 ? file : { ...file, ckan: kept }
  })
  const kept = keptOfPackage(pack, { ...packageMade({ ...plain, distribution }, own) })
  return { ...plain, distribution, ...(Object.keys(kept).length > 0 && { ckan: kept }) }
}
