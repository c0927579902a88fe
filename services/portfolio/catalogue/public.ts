import { commons, type Entry } from '../shelf/schema.ts'
import { entryPath, isInstallableKind } from './rules/list-query.ts'
import type { PublicEntry } from './schema.ts'

const filled = (text: object): Record<string, string> => Object.fromEntries(Object.entries(text).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''))

/** An entry as the interface and the table tell it. The town is null for what comes with the platform. */
export const publicOf = (e: Entry, origin: string): PublicEntry => ({
  id: e.id,
  url: `${origin}${entryPath(e.id)}`,
  class: e.class,
  kind: e.kind,
  installable: isInstallableKind(e.kind),
  title: filled(e.title),
  summary: filled(e.summary),
  problem: e.problem,
  description: e.description,
  licence: e.licence,
  languages: [...e.languages],
  topics: [...e.topics],
  origin: e.origin,
  town: e.town === commons ? null : e.town,
  sourceUrl: e.sourceUrl,
  pageUrl: e.pageUrl,
  contact: e.contact,
  effort: e.effort,
  cost: e.cost,
  service: e.service,
  project: e.project,
  version: e.currentVersion,
  changedAt: e.changedAt.toISOString(),
})
