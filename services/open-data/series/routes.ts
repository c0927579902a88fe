import { Type } from 'typebox'
import { get, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Route, type Typed } from '@modellregion/kernel'
import { listSummaries } from '../dataset/queries.ts'
import type { OrganisationRow } from '../dataset/schema.ts'
import { listOwnOrganisations } from '../edit/queries.ts'
import { pageWords, words } from '../locales/index.ts'
import { staffPage } from '../staff/menu.ts'
import { DeletePage } from './pages/delete.tsx'
import { EntryPage } from './pages/entry.tsx'
import { EntryFormPage } from './pages/form.tsx'
import { SeriesListPage } from './pages/list.tsx'
import * as queries from './queries.ts'
import { typedOfEntry } from './rules.ts'
import { removeEntry, saveEntry } from './save.ts'
import type { Kind, SeriesEntry, ServiceEntry } from './schema.ts'

const ByName = Type.Object({ name: Type.String({ maxLength: 120 }) })
const writing = { access: 'series.write', rate: { max: 120, per: 'hour' } } as const
type Asks = Pick<Ask, 'read' | 'say' | 'csrf' | 'may' | 'actor' | 'now' | 'url'>

const crumbsOf = (ask: Pick<Ask, 'say'>, ...more: { label: string; href?: string }[]) => {
  const t = ask.say(words)
  return [{ label: t('service.title'), href: '/open-data' }, { label: t('series.title'), href: '/open-data/series' }, ...more]
}

async function entryOf(ask: Pick<Ask, 'read'>, kind: Kind, name: string): Promise<SeriesEntry | ServiceEntry> {
  const entry = await ask.read((db) => queries.findEntry(db, kind, name))
  if (!entry) throw new NotFound()
  return entry
}

/** Organisations the person writes for. */
const officesOf = async ({ read, actor }: Pick<Ask, 'read' | 'actor'>): Promise<OrganisationRow[]> => (actor.id === undefined ? [] : await read((db) => listOwnOrganisations(db, actor.id ?? '')))

/** Only the people of its organisation change an entry. */
async function whyNotChange(ask: Pick<Ask, 'read' | 'actor' | 'say'>, { organisationId, organisation }: SeriesEntry | ServiceEntry): Promise<Answer | undefined> {
  if ((await officesOf(ask)).some(({ id }) => id === organisationId)) return undefined
  return refuse(403, 'open-data.series.not-yours', ask.say(words)('open-data.series.not-yours', { organisation }))
}

async function showForm(ask: Asks, kind: Kind, typed: Typed, errors: FormErrors = {}, before?: SeriesEntry | ServiceEntry): Promise<Answer> {
  const t = ask.say(pageWords)
  const failed = Object.keys(errors).length > 0
  const heading = t(`series.${kind}.${before ? 'change' : 'new'}`)
  const offices = (await officesOf(ask)).map(({ id, title: label }) => ({ value: id, label }))
  return page(EntryFormPage, { t, csrf: ask.csrf(), kind, typed, errors, offices, name: before?.name, heading }, staffPage(ask, { title: heading, ...(failed && { status: 422, hasErrors: true }) }))
}

const routesOf = (kind: Kind): Route[] => {
  const base = `/open-data/${kind}` as const
  return [
    get(`${base}/new`, { ...writing, title: title(words, `series.${kind}.new`) }, (ask) => showForm(ask, kind, {})),

    post(`${base}/new`, { ...writing, title: title(words, `series.${kind}.new`) }, async (ask) => {
      const saved = await saveEntry(ask, kind, await officesOf(ask))
      return saved.ok ? seeOther(`${base}/${saved.name}`) : await showForm(ask, kind, saved.typed, saved.errors)
    }),

    get(`${base}/:name`, { access: 'anyone', params: ByName, title: title(words, `series.${kind}.title`) }, async (ask) => {
      const t = ask.say(words)
      const { entry, members } = await ask.read(async (db) => {
        const entry = await queries.findEntry(db, kind, ask.params.name)
        if (!entry) throw new NotFound()
        const ids = (await queries.listMembers(db, kind, entry.id)).map(({ id }) => id)
        const summaries = new Map((await listSummaries(db, ids)).map((summary) => [summary.id, summary]))
        return { entry, members: ids.flatMap((id) => summaries.get(id) ?? []) }
      })
      return page(EntryPage, { t, now: ask.now, kind, entry, members, mayWrite: ask.may('series.write') }, { title: entry.title, frame: 'object', crumbs: crumbsOf(ask, { label: entry.title }) })
    }),

    get(`${base}/:name/edit`, { ...writing, params: ByName, title: title(words, `series.${kind}.change`) }, async (ask) => {
      const entry = await entryOf(ask, kind, ask.params.name)
      const refused = await whyNotChange(ask, entry)
      if (refused) return refused
      const members = await ask.read((db) => queries.listMembers(db, kind, entry.id))
      return await showForm(ask, kind, typedOfEntry(entry.document, entry.organisationId, members), {}, entry)
    }),

    post(`${base}/:name/edit`, { ...writing, params: ByName, title: title(words, `series.${kind}.change`) }, async (ask) => {
      const entry = await entryOf(ask, kind, ask.params.name)
      const refused = await whyNotChange(ask, entry)
      if (refused) return refused
      const saved = await saveEntry(ask, kind, await officesOf(ask), entry)
      return saved.ok ? seeOther(`${base}/${saved.name}`) : await showForm(ask, kind, saved.typed, saved.errors, entry)
    }),

    get(`${base}/:name/delete`, { ...writing, params: ByName, title: title(words, `series.${kind}.delete`) }, async (ask) => {
      const entry = await entryOf(ask, kind, ask.params.name)
      const refused = await whyNotChange(ask, entry)
      if (refused) return refused
      return page(DeletePage, { t: ask.say(words), csrf: ask.csrf(), kind, entry }, staffPage(ask))
    }),

    post(`${base}/:name/delete`, { ...writing, params: ByName, title: title(words, `series.${kind}.delete`) }, async (ask) => {
      const entry = await entryOf(ask, kind, ask.params.name)
      const refused = await whyNotChange(ask, entry)
      if (refused) return refused
      await ask.write((db) => removeEntry(db, kind, entry))
      return seeOther('/open-data/series')
    }),
  ]
}

export const seriesRoutes: Route[] = [
  get('/open-data/series', { access: 'anyone', title: title(words, 'series.title') }, async (ask) => {
    const t = ask.say(words)
    const [series, services] = await ask.read(async (db) => [await queries.listEntries(db, 'series'), await queries.listEntries(db, 'service')] as const)
    const mayWrite = ask.may('series.write')
    return page(SeriesListPage, { t, series, services, mayWrite }, mayWrite ? staffPage(ask) : { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('series.title') }] })
  }),
  ...routesOf('series'),
  ...routesOf('service'),
]
