import type { UnitOfWork } from '@modellregion/kernel'
import { toCkanPackage } from '../ckan/to-ckan.ts'
import { idOfFile } from '../dataset/record.ts'
import type { Dataset } from '../dcat/schema.ts'
import * as queries from './queries.ts'
import type { Stamp } from './queries.ts'

/** Characters of package texts kept in this process; what was not asked for longest goes first. */
const most = 64_000_000
const kept = new Map<string, { version: string; text: string }>()
let size = 0

/**
 * The packages as JSON text, in the order asked for. A text is made once for each state of a dataset: the stamp, read in the
 * same transaction, says whether a kept one is still right, so processes never disagree.
 */
export async function packageTexts(db: UnitOfWork, stamps: readonly Stamp[]): Promise<string[]> {
  if (stamps.length === 0) return []
  const tabled = new Map<string, Set<string>>()
  for (const { id, datasetId } of await queries.listTabled(db, stamps.map(({ id }) => id))) tabled.set(datasetId, (tabled.get(datasetId) ?? new Set()).add(id))
  const version = (stamp: Stamp) => versionOf(stamp, tabled.get(stamp.id))
  const missing = stamps.filter((stamp) => kept.get(keyOf(db, stamp))?.version !== version(stamp))
  const made = new Map<string, string>()
  if (missing.length > 0) {
    const documents = new Map((await queries.listDocuments(db, missing.map(({ id }) => id))).map(({ id, document }) => [id, document]))
    for (const stamp of missing) {
      const document = documents.get(stamp.id)
      if (document) made.set(stamp.id, keep(keyOf(db, stamp), version(stamp), JSON.stringify(packageOf(stamp, document, tabled.get(stamp.id)))))
    }
  }
  return stamps.flatMap((stamp) => made.get(stamp.id) ?? recall(keyOf(db, stamp)) ?? [])
}

const noFile: ReadonlySet<string> = new Set()

/** The dataset as CKAN package; `tabled`: ids of its files whose rows can be asked for. */
export const packageOf = (stamp: Stamp, document: Dataset, tabled = noFile) =>
  toCkanPackage(document, {
    id: stamp.id,
    name: stamp.name,
    created: stamp.createdAt,
    modified: stamp.changedAt,
    organization: { id: stamp.organisationId, name: stamp.organisationName, title: stamp.organisationTitle, description: stamp.organisationText, imageUrl: '', created: stamp.organisationCreatedAt },
    ...filesAt(stamp.id, document, tabled),
  })

/** What a package says of its files by their position. */
export function filesAt(id: string, { distribution }: Dataset, tabled: ReadonlySet<string>) {
  const resourceId = (index: number): string => {
    const file = distribution[index]
    if (!file) throw new RangeError(`no file ${index}`)
    return idOfFile(id, file, index)
  }
  return { resourceId, datastoreActive: (index: number) => index < distribution.length && tabled.has(resourceId(index)) }
}

const keyOf = (db: UnitOfWork, { id }: Stamp): string => `${db.tenant} ${id}`
const versionOf = ({ digest, changedAt, name, organisationName, organisationTitle, organisationText }: Stamp, tabled = noFile): string =>
  `${digest} ${changedAt.getTime()} ${name} ${organisationName} ${organisationTitle} ${organisationText} ${[...tabled].toSorted().join()}`

function keep(key: string, version: string, text: string): string {
  size += text.length - (kept.get(key)?.text.length ?? 0)
  kept.delete(key)
  kept.set(key, { version, text })
  for (const [oldest, { text: old }] of kept) {
    if (size <= most) break
    kept.delete(oldest)
    size -= old.length
  }
  return text
}

function recall(key: string): string | undefined {
  const found = kept.get(key)
  if (!found) return undefined
  kept.delete(key)
  kept.set(key, found)
  return found.text
}
