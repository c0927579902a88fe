import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { body, get, NotFound, page, title, type Ask } from '@modellregion/kernel'
import { words, type T } from '../../locales/index.ts'
import { adoptionPanelOf } from '../../adoption/panel.ts'
import { refOf } from '../../document/rules.ts'
import { projectPath } from '../../programme/record.ts'
import { commons, type Entry } from '../../shelf/schema.ts'
import { findSimilar } from '../find.ts'
import { labelsOf } from '../labels.ts'
import { loadEntry, type Loaded } from '../load.ts'
import { EntryPage, type EntryPageProps } from '../pages/entry.tsx'
import { FilePage } from '../pages/files.tsx'
import { inReader, licenceLabel, originLabel } from '../pages/say.ts'
import { bytesOf } from '../rules/file.ts'
import { entryPath, listPath } from '../rules/list-query.ts'
import { ById } from '../schema.ts'
import { zipOf } from '../zip.ts'

const Version = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }))
const VersionQuery = Type.Object({ version: Version }, { additionalProperties: true })
const FileQuery = Type.Object({ path: Type.String({ maxLength: 300 }), version: Version })
const Done = Type.Optional(Type.Union([Type.Literal('kept'), Type.Literal('published'), Type.Literal('hidden'), Type.Literal('retired')]))
const EntryQuery = Type.Object({ version: Version, done: Done }, { additionalProperties: true })

/** One entry and its files. */
export const entryRoutes = [
  get(`${listPath}/:id`, { access: 'anyone', params: ById, query: EntryQuery, title: title(words, 'catalogue.entry') }, async (ask) => {
    const t = ask.say(words)
    const loaded = await loadShown(ask, ask.query.version)
    const { entry } = loaded
    const [similar, adoption] = await Promise.all([findSimilar(ask, entry, 4), adoptionPanelOf(ask, entry)])
    const heading = inReader(entry.title, t)
    return page(
      EntryPage,
      {
        t, ...loaded, similar, adoption, labels: labelsOf(ask), project: projectOf(ask, entry, loaded.project), done: ask.query.done && t(`catalogue.shelf.${ask.query.done}`),
        may: { edit: entry.town === ask.tenant.id && entry.origin === 'own' && ask.may('entry.edit'), supply: ask.may('supplier.edit'), adopt: entry.currentVersion !== null && (entry.town !== ask.tenant.id || entry.origin === 'package') },
      },
      {
        title: heading,
        frame: 'object',
        description: inReader(entry.summary, t),
        crumbs: crumbsTo(t, heading),
        ...(!entry.published && { noindex: true, private: true }),
      },
    )
  }),

  get(`${listPath}/:id/file`, { access: 'anyone', params: ById, query: FileQuery, title: title(words, 'catalogue.file.title') }, async (ask) => {
    const t = ask.say(words)
    const { entry, version, file } = await fileOf(ask)
    return page(FilePage, { t, entry, version, file }, { title: file.path, frame: 'object', noindex: true, crumbs: [...crumbsTo(t, inReader(entry.title, t), entryPath(entry.id)), { label: file.path }] })
  }),

  get(`${listPath}/:id/download`, { access: 'anyone', params: ById, query: FileQuery, api: { summary: 'One file of a version, as it was put there.', tag: 'Reuse' } }, async (ask) => {
    const { file } = await fileOf(ask)
    const name = file.path.split('/').at(-1) ?? 'file'
    // Always a download and never sniffed: what a town has uploaded must not run as a page of this site.
    return body(file.text === undefined ? file.mediaType : `${file.mediaType}; charset=utf-8`, bytesOf(file), { headers: { 'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`, 'x-content-type-options': 'nosniff' } })
  }),

  get(`${listPath}/:id/files.zip`, { access: 'anyone', params: ById, query: VersionQuery, rate: { max: 120, per: 'minute' }, api: { summary: 'All files of a version in one archive, with a note about origin and licence.', tag: 'Reuse' } }, async (ask) => {
    const t = ask.say(words)
    const { entry, shown } = await loadShown(ask, ask.query.version)
    if (!shown?.files?.length) throw new NotFound()
    const heading = inReader(entry.title, t)
    const origin = t('catalogue.zip.origin', { title: heading, label: shown.label, from: originLabel(t, labelsOf(ask), entry), licence: licenceLabel(t, entry.licence), page: `${ask.url.origin}${entryPath(entry.id)}` })
    const files = [...shown.files.map((file) => ({ path: file.path, bytes: bytesOf(file) })), { path: t('catalogue.zip.origin-file'), bytes: Buffer.from(`${origin}\n`) }]
    return body('application/zip', Readable.from(zipOf(files, shown.createdAt)), { headers: { 'content-disposition': `attachment; filename="${fileNameOf(heading)}-${fileNameOf(shown.label)}.zip"`, 'x-content-type-options': 'nosniff' } })
  }),
]

/** Letters that every file system takes. */
const fileNameOf = (text: string): string => refOf(text).slice(0, 60)

/** The entry as its page needs it. One that its town has hidden is there for its own office only. @throws NotFound */
async function loadShown(ask: Pick<Ask<{ id: string }>, 'read' | 'params' | 'may'>, version: number | undefined): Promise<Loaded> {
  const loaded = await ask.read((db) => loadEntry(db, ask.params.id, version))
  if (!loaded.entry.published && !ask.may('entry.edit')) throw new NotFound()
  return loaded
}

// Projects are the matter of their town; of another town's project the name is known there only, and its page is there.
function projectOf({ tenant, platform, url, say }: Pick<Ask, 'tenant' | 'platform' | 'url' | 'say'>, { project, town }: Entry, name: string | undefined): EntryPageProps['project'] {
  if (project === null || town === commons) return undefined
  if (town === tenant.id) return { name: name ?? project, href: projectPath(project) }
  const [host] = platform.directory.byId(town)?.hosts ?? []
  if (host === undefined) return undefined
  const there = new URL(projectPath(project), url.origin)
  there.hostname = host
  return { name: say(words)('catalogue.entry.project-there', { town: platform.directory.byId(town)?.name ?? town }), href: there.href }
}

const crumbsTo = (t: T, label: string, href?: string) => [
  { label: t('service.title'), href: '/portfolio' },
  { label: t('catalogue.title'), href: listPath },
  { label, ...(href !== undefined && { href }) },
]

async function fileOf(ask: Pick<Ask<{ id: string }, { path: string; version?: number }>, 'read' | 'params' | 'query' | 'may'>) {
  const { entry, shown } = await loadShown(ask, ask.query.version)
  const file = shown?.files?.find(({ path }) => path === ask.query.path)
  if (!shown || !file) throw new NotFound()
  return { entry, version: shown, file }
}
