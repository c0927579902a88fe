import { Type } from 'typebox'
import { audit, body, forgetFile, errorsIn, get, json, moved, NotFound, page, post, refuse, seeOther, title, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { findDatasetById, findDatasetByName, findDistribution, listDistributions } from '../dataset/queries.ts'
import { listPath } from '../dataset/list-query.ts'
import { inLanguage } from '../dataset/record.ts'
import type { DatasetRow } from '../dataset/schema.ts'
import { atomFeed } from '@modellregion/standards'
import { derivedId } from '../load/derived-id.ts'
import { findDraft } from '../draft/queries.ts'
import { pageWords, words } from '../locales/index.ts'
import { staffPage } from '../staff/menu.ts'
import { listOrganisationsByIds } from '../organisation/queries.ts'
import { listChanges } from '../publish/queries.ts'
import { historyPath, versionPath } from './address.ts'
import { bibtex, citeVersion } from './cite.ts'
import { changesOf } from './changes.ts'
import { entryOf, listedFiles, publicVersion } from './listing.ts'
import { DeletePage } from './pages/delete.tsx'
import { DifferencePage } from './pages/difference.tsx'
import { HistoryPage } from './pages/history.tsx'
import { VersionPage } from './pages/version.tsx'
import * as queries from './queries.ts'
import { DeleteForm, type FileVersion } from './schema.ts'
import { seeVersion } from './see.ts'
import { readMoment } from './since.ts'
import { csvOfDifference, differenceOf } from './tables.ts'

const named = Type.Object({ name: Type.String({ maxLength: 120 }) })
const byId = Type.Object({ id: Type.String({ format: 'uuid' }) })
const from = Type.Object({ from: Type.Optional(Type.String({ format: 'uuid' })) })
const tag = 'Versions'
const mostEntries = 100
const subject = async (db: UnitOfWork, { id }: { id: string }) => {
  const version = await queries.findVersion(db, id)
  if (!version) throw new NotFound()
  return version
}
const deleting = { access: 'version.delete', params: byId, subject, title: title(words, 'version.delete') } as const

/** Versions of published files: history, lasting addresses, differences, feeds, and taking one away. */
export const versionRoutes = [
  get('/open-data/dataset/:name/history', { access: 'anyone', params: named, title: title(words, 'version.history') }, async (ask) => {
    const t = ask.say(words)
    const found = await ask.read(async (db) => {
      const dataset = await publishedDataset(db, ask.params.name)
      const versions = await queries.listPublishedVersions(db, dataset.id)
      const files = listedFiles(versions, await listDistributions(db, [dataset.id]))
      const changes = await listChanges(db, dataset.id, mostEntries)
      const differences = new Map((await queries.listDifferences(db, versions.map(({ id }) => id))).map(({ versionId, difference }) => [versionId, difference]))
      return { name: dataset.name, title: dataset.title, files, changes, differences }
    })
    const crumbs = [{ label: t('service.title'), href: '/open-data' }, { label: t('list.crumb'), href: listPath }, { label: found.title, href: `${listPath}/${found.name}` }, { label: t('version.history') }]
    return page(HistoryPage, { t, ...found }, { title: t('version.history-of', { title: found.title }), frame: 'object', crumbs, alternates: [{ type: 'application/atom+xml', href: `${historyPath(found.name)}.atom` }] })
  }),

  get(
    '/open-data/dataset/:name/history.json',
    { access: 'anyone', cors: true, params: named, query: Type.Object({ since: Type.Optional(Type.String({ maxLength: 40 })) }), api: { summary: 'What has changed in a dataset since a moment: versions of its files and changes of its description, the newest first.', tag } },
    async (ask) => {
      const t = ask.say(words)
      const since = ask.query.since === undefined ? new Date(0) : readMoment(ask.query.since)
      if (!since) return refuse(400, 'open-data.version.since-unknown', t('open-data.version.since-unknown'))
      return json(await ask.read(async (db) => changesOf(db, await publishedDataset(db, ask.params.name), since, ask.url.origin)))
    },
  ),

  get('/open-data/dataset/:name/history.atom', { access: 'anyone', cors: true, params: named, api: { summary: 'Versions of the files of a dataset as Atom feed.', tag } }, async (ask) => {
    const t = ask.say(words)
    const { dataset, versions } = await ask.read(async (db) => {
      const dataset = await publishedDataset(db, ask.params.name)
      return { dataset, versions: (await queries.listPublishedVersions(db, dataset.id)).slice(0, mostEntries) }
    })
    const self = `${ask.url.origin}${historyPath(dataset.name)}.atom`
    return body('application/atom+xml; charset=utf-8', atomFeed({ id: self, self, title: t('version.feed-title', { title: dataset.title }), page: `${ask.url.origin}${historyPath(dataset.name)}`, author: `${ask.tenant.kind} ${ask.tenant.name}`, updated: versions[0]?.publishedAt ?? dataset.changedAt, entries: versions.map((version) => entryOf(t, ask.url.origin, version)) }))
  }),

  get('/open-data/versions.atom', { access: 'anyone', cors: true, query: Type.Object({ since: Type.Optional(Type.String({ maxLength: 40 })) }), api: { summary: 'New versions of all files of the catalogue as Atom feed, since a moment when one is named.', tag } }, async (ask) => {
    const t = ask.say(words)
    const since = ask.query.since === undefined ? new Date(0) : readMoment(ask.query.since)
    if (!since) return refuse(400, 'open-data.version.since-unknown', t('open-data.version.since-unknown'))
    const versions = await ask.read((db) => queries.listNewVersions(db, since, mostEntries))
    const self = `${ask.url.origin}${ask.url.pathname}${ask.url.search}`
    return body('application/atom+xml; charset=utf-8', atomFeed({ id: `${ask.url.origin}/open-data/versions.atom`, self, title: `${t('version.feed-all')} – ${ask.tenant.name}`, page: `${ask.url.origin}${listPath}`, author: `${ask.tenant.kind} ${ask.tenant.name}`, updated: versions[0]?.publishedAt ?? ask.now, entries: versions.map((version) => entryOf(t, ask.url.origin, version)) }))
  }),

  get('/open-data/version/:id', { access: 'anyone', params: byId, title: title(words, 'version.history') }, async (ask) => {
    const t = ask.say(words)
    const found = await ask.read(async (db) => {
      const version = await seeVersion(ask, db, ask.params.id)
      const [gone, file, dataset, draft] = [await queries.findDeletion(db, version.id), await findDistribution(db, version.distributionId), await findDatasetById(db, version.datasetId), await findDraft(db, version.datasetId)]
      const organisationId = dataset?.organisationId ?? draft?.organisationId
      const [organisation] = organisationId ? await listOrganisationsByIds(db, [organisationId]) : []
      const all = await queries.listVersionsOfFile(db, version.distributionId)
      const others = version.publishedAt ? all.filter(({ publishedAt }) => publishedAt) : all
      const before = others.find(({ number, state }) => number < version.number && state !== 'deleted')
      return { version, gone, file, dataset, document: dataset?.document ?? draft?.document, organisation, others, difference: before && (await queries.findDifference(db, version.id, before.id)) }
    })
    const { version, gone, file, dataset, document, organisation, others, difference } = found
    if (gone) return refuse(410, 'open-data.version.deleted', t('open-data.version.deleted', { reason: gone.reason, day: t.format.date(gone.at) }), dataset && { label: t('version.history'), href: historyPath(dataset.name) })
    const fileTitle = file?.title || version.name
    const cited = { publisher: organisation?.title ?? ask.tenant.name, title: (document && inLanguage(document.title)) ?? version.name, file: fileTitle, number: version.number, day: version.publishedAt ?? version.createdAt, address: `${ask.url.origin}${versionPath(version.id)}` }
    return page(
      VersionPage,
      { t, version, fileTitle, datasetName: dataset?.name, site: ask.url.origin, citation: citeVersion(t, cited), bibtex: bibtex(cited), others: others.map(publicVersion), currentId: file?.versionId ?? undefined, difference, mayDelete: ask.may('version.delete', version) },
      { title: t('version.title', { n: version.number, file: fileTitle }), frame: 'object', ...(!version.publishedAt && { private: true, noindex: true }), crumbs: [{ label: t('service.title'), href: '/open-data' }, ...(dataset ? [{ label: dataset.title, href: `${listPath}/${dataset.name}` }, { label: t('version.history'), href: historyPath(dataset.name) }] : []), { label: t('version.number', { n: version.number }) }] },
    )
  }),

  get('/open-data/version/:id/changes', { access: 'anyone', params: byId, query: from, title: title(words, 'version.changes') }, async (ask) => {
    const t = ask.say(words)
    const { version, before, others } = await pairOf(ask, ask.params.id, ask.query.from)
    if (!before) return moved(versionPath(version.id))
    const difference = await differenceOf(ask, version, before)
    return page(DifferencePage, { t, version, from: before, others: others.map(publicVersion), difference }, { title: t('version.changes-of', { n: version.number, from: before.number }), frame: 'object', crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('version.number', { n: version.number }), href: versionPath(version.id) }, { label: t('version.changes') }] })
  }),

  get('/open-data/version/:id/changes.csv', { access: 'anyone', cors: true, params: byId, query: from, rate: { max: 30, per: 'minute' }, api: { summary: 'The rows that differ between two versions of a table; the first column says added, removed or changed.', tag } }, async (ask) => {
    const { version, before } = await pairOf(ask, ask.params.id, ask.query.from)
    const content = before && (await csvOfDifference(ask, version, before))
    if (!content) throw new NotFound()
    return body('text/csv; charset=utf-8', content, { headers: { 'content-disposition': `attachment; filename="changes-${before.number}-${version.number}.csv"` } })
  }),

  get('/open-data/version/:id/delete', deleting, (ask) => deleteForm(ask, {}, {})),
  post('/open-data/version/:id/delete', deleting, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(DeleteForm)
    if (!form.ok) return deleteForm(ask, form.typed, errorsIn(t, form.errors, () => t('version.delete-reason')))
    const isDone = await ask.write(async (db) => {
      if (await queries.isCurrent(db, ask.subject.id)) return false
      await queries.markDeleted(db, ask.subject.id, form.value.reason)
      for (const file of [ask.subject.id, ...['table', 'index', 'rejected'].map((part) => derivedId(ask.subject.id, part))]) await forgetFile(db, file)
      await audit(db, { action: 'version.delete', subject: ask.subject.id })
      return true
    })
    return isDone ? seeOther(versionPath(ask.subject.id)) : deleteForm(ask, form.typed, { reason: t('open-data.version.is-current') })
  }),
]

type Deleting = Pick<Ask<unknown, unknown, unknown, FileVersion>, 'say' | 'may' | 'url' | 'csrf' | 'subject'>

function deleteForm(ask: Deleting, typed: Typed, errors: FormErrors) {
  return page(DeletePage, { t: ask.say(pageWords), csrf: ask.csrf(), version: ask.subject, typed, errors }, staffPage(ask, Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {}))
}

async function publishedDataset(db: UnitOfWork, name: string): Promise<DatasetRow> {
  const dataset = await findDatasetByName(db, name)
  if (!dataset) throw new NotFound()
  return dataset
}

// The version before, unless another is named; both of the same file, and the reader may see both.
async function pairOf(ask: Pick<Ask, 'actor' | 'may' | 'read'>, id: string, fromId: string | undefined) {
  return await ask.read(async (db) => {
    const version = await seeVersion(ask, db, id)
    const all = await queries.listVersionsOfFile(db, version.distributionId)
    const others = (version.publishedAt ? all.filter(({ publishedAt }) => publishedAt) : all).filter(({ state }) => state !== 'deleted')
    const before = others.find((other) => (fromId === undefined ? other.number < version.number : other.id === fromId && other.id !== version.id))
    if (fromId !== undefined && !before) throw new NotFound()
    return { version, before, others }
  })
}
