import { Type } from 'typebox'
import { body, get, json, NotFound } from '@modellregion/kernel'
import { atomFeed } from '@modellregion/standards'
import { csvFile, englishCsv } from '../../csv/rules.ts'
import { words } from '../../locales/index.ts'
import { getEntry, listEntryVersions } from '../../shelf/queries.ts'
import { textOf, type Entry } from '../../shelf/schema.ts'
import { findEntries } from '../find.ts'
import { labelsOf } from '../labels.ts'
import { townLabel } from '../pages/say.ts'
import { publicOf } from '../public.ts'
import { sizeOf } from '../rules/file.ts'
import { hrefOf, listPath } from '../rules/list-query.ts'
import { ById, ListQuery, PublicEntry } from '../schema.ts'

const tag = 'Reuse'
const apiSize = 100
/** A table of everything would grow without end; whoever needs more pages through the interface. */
const mostInTable = 5_000
const PublicVersion = Type.Object({ number: Type.Integer(), label: Type.String(), note: Type.String(), createdAt: Type.String(), sha256: Type.Union([Type.String(), Type.Null()]), archive: Type.Union([Type.String(), Type.Null()]), files: Type.Array(Type.Object({ path: Type.String(), mediaType: Type.String(), bytes: Type.Integer(), url: Type.String() })) })

/** The catalogue for programs: JSON, CSV and Atom, all with the filters of the page. */
export const apiRoutes = [
  get(
    '/portfolio/api/reuse',
    { access: 'anyone', cors: true, query: ListQuery, api: { summary: 'The reuse catalogue, 100 entries a page, with the filters of the page.', tag, answers: { 200: Type.Object({ total: Type.Integer(), page: Type.Integer(), pages: Type.Integer(), entries: Type.Array(PublicEntry) }) } } },
    async (ask) => {
      const { result, entries } = await findEntries(ask, ask.query, apiSize)
      return json({ total: result.total, page: ask.query.page ?? 1, pages: Math.ceil(result.total / apiSize), entries: entries.map((entry) => publicOf(entry, ask.url.origin)) })
    },
  ),

  get(
    '/portfolio/api/reuse/:id',
    { access: 'anyone', cors: true, params: ById, api: { summary: 'One entry of the reuse catalogue with its versions.', tag, answers: { 200: Type.Object({ ...PublicEntry.properties, versions: Type.Array(PublicVersion) }) } } },
    async (ask) => {
      const { entry, versions } = await ask.read(async (db) => ({ entry: await getEntry(db, ask.params.id), versions: await listEntryVersions(db, ask.params.id) }))
      if (!entry.published && !ask.may('entry.edit')) throw new NotFound()
      const download = (number: number, path: string): string => `${ask.url.origin}${listPath}/${entry.id}/download?path=${encodeURIComponent(path)}&version=${number}`
      return json({
        ...publicOf(entry, ask.url.origin),
        versions: versions.map(({ number, label, note, createdAt, sha256, files }) => ({
          number, label, note, createdAt: createdAt.toISOString(), sha256,
          archive: files?.length ? `${ask.url.origin}${listPath}/${entry.id}/files.zip?version=${number}` : null,
          files: (files ?? []).map((file) => ({ path: file.path, mediaType: file.mediaType, bytes: sizeOf(file), url: download(number, file.path) })),
        })),
      }, 200, entry.published ? {} : { 'cache-control': 'no-store' }) // prettier-ignore
    },
  ),

  get('/portfolio/reuse.csv', { access: 'anyone', query: ListQuery, rate: { max: 30, per: 'minute' }, api: { summary: 'The reuse catalogue as a table, with the filters of the page; at most 5,000 rows.', tag } }, async (ask) => {
    const { page: _, ...asked } = ask.query
    const { entries } = await findEntries(ask, asked, mostInTable)
    return body('text/csv; charset=utf-8', csvFile([csvHead, ...entries.map((entry) => csvRow(entry, ask.url.origin))], englishCsv), { headers: { 'content-disposition': 'attachment; filename="reuse.csv"' } })
  }),

  get('/portfolio/reuse.atom', { access: 'anyone', query: ListQuery, cacheFor: 300, api: { summary: 'What is new in the reuse catalogue, as an Atom feed.', tag } }, async (ask) => {
    const t = ask.say(words)
    const { page: _, ...asked } = ask.query
    const { entries } = await findEntries(ask, { ...asked, sort: 'newest' }, 30)
    const labels = labelsOf(ask)
    const at = (path: string): string => `${ask.url.origin}${path}`
    return body(
      'application/atom+xml; charset=utf-8',
      atomFeed({
        id: at(hrefOf(asked)), title: t('catalogue.feed.title', { town: ask.tenant.name }), self: at(hrefOf(asked, {}, '/portfolio/reuse.atom')), page: at(hrefOf(asked)), author: ask.tenant.name,
        updated: entries[0]?.changedAt ?? ask.now,
        entries: entries.map((entry) => ({
          id: `urn:uuid:${entry.id}`, title: textOf(entry.title, t.locale), page: at(`${listPath}/${entry.id}`), summary: textOf(entry.summary, t.locale), author: townLabel(t, labels, entry.town), published: entry.createdAt, updated: entry.changedAt,
          categories: [{ term: entry.class, label: t(`catalogue.class.${entry.class}`) }],
        })),
      }), // prettier-ignore
    )
  }),
]

const csvHead = ['id', 'title', 'summary', 'class', 'kind', 'installable', 'licence', 'origin', 'town', 'topics', 'languages', 'days_min', 'days_max', 'once_cents', 'yearly_cents', 'contact_office', 'contact_email', 'source', 'url', 'version', 'changed_at']

function csvRow(entry: Entry, origin: string): (string | number | null | undefined)[] {
  const e = publicOf(entry, origin)
  return [
    e.id, e.title['de'] ?? e.title['en'], e.summary['de'] ?? e.summary['en'], e.class, e.kind, e.installable ? 1 : 0, e.licence, e.origin, e.town, e.topics.join('; '), e.languages.join('; '),
    e.effort.daysMin, e.effort.daysMax, e.cost.onceCents, e.cost.yearlyCents, e.contact.office, e.contact.email, e.sourceUrl, e.url, e.version, e.changedAt,
  ] // prettier-ignore
}
