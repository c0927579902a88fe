import type { UnitOfWork } from '@modellregion/kernel'
import type { Loose } from '../../../ckan/loose.ts'
import { digestDataset } from '../../../dataset/record.ts'
import { holdsFor, type ValueOf } from '../../search/hold.ts'
import { wholeFilter, type Plan } from '../../search/plan.ts'
import type { Caller } from '../caller.ts'
import { maySee } from '../rights.ts'
import { listDraftIds } from './queries.ts'
import { findSeen, packageSeen, type Seen } from './seen.ts'

/** Most drafts that are looked through: a town writes at a few hundred at a time. */
const most = 500

/** What the caller may see of what is being written and fits a search, the most recently changed first. */
export async function findDrafts(db: UnitOfWork, caller: Caller, plan: Plan, wanted: { isPrivate: boolean; isDraft: boolean }): Promise<Loose[]> {
  const organisations = caller.roles.includes('town-admin') ? (caller.organisations.length > 0 ? caller.organisations : undefined) : [...caller.memberships.keys()]
  const found: Loose[] = []
  for (const { id } of await listDraftIds(db, organisations, most)) {
    const seen = await findSeen(db, caller, id)
    if (!seen || seen.as !== 'draft' || !maySee(caller, seen.organisation.id)) continue
    const pack = packageSeen(seen)
    if ((pack['private'] === true ? wanted.isPrivate : wanted.isDraft) && fits(seen, pack, plan)) found.push(pack)
  }
  return found
}

function fits(seen: Seen, pack: Loose, plan: Plan): boolean {
  const text = JSON.stringify([pack['title'], pack['notes'], pack['tags']]).toLowerCase()
  const words = plan.words.toLowerCase().split(/\s+/).map((word) => word.replaceAll('"', '')).filter((word) => word !== '')
  return words.every((word) => (word.startsWith('-') ? !text.includes(word.slice(1)) : text.includes(word))) && holdsFor(wholeFilter(plan), valuesOf(seen, pack))
}

function valuesOf({ document, organisation, createdAt, changedAt, id, name }: Seen, pack: Loose): ValueOf {
  const digested = digestDataset(document)
  const tags = Object.values(document.keyword).flat()
  return (column) => {
    if (typeof column !== 'string') return atPath(document, column.path)
    switch (column) {
      case 'id':
        return [id]
      case 'name':
        return [name]
      case 'title':
        return [digested.title]
      case 'notes':
        return [String(pack['notes'])]
      case 'text':
        return [`${digested.title} ${String(pack['notes'])} ${tags.join(' ')}`]
      case 'tag':
        return tags
      case 'theme':
        return digested.theme
      case 'format':
        return digested.format
      case 'licence':
        return document.distribution.flatMap(({ license, licenseText }) => license ?? licenseText ?? []).slice(0, 1)
      case 'organisation':
        return [organisation.name]
      case 'organisation-id':
        return [organisation.id]
      case 'changed':
        return [changedAt]
      case 'created':
        return [createdAt]
      case 'files':
        return [document.distribution.length]
      case 'tags':
        return [tags.length]
      case 'file-url':
        return document.distribution.flatMap(({ downloadURL, accessURL }) => downloadURL[0] ?? accessURL[0] ?? [])
      case 'file-title':
        return document.distribution.flatMap(({ title }) => Object.values(title))
    }
  }
}

function atPath(document: object, path: readonly string[]): string[] {
  const value = path.reduce<unknown>((one, key) => (typeof one === 'object' && one !== null ? Reflect.get(one, key) : undefined), document)
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]
}
