import { Type } from 'typebox'
import { get, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import type { ReuseFinding } from '@modellregion/contracts'
import { pageWords, words } from '../../locales/index.ts'
import { findEntry, listEntries } from '../../shelf/queries.ts'
import { textOf, type LocalisedText } from '../../shelf/schema.ts'
import { listedPackage } from '../listed-package.ts'
import { originName } from '../names.ts'
import { AdoptionPage, type AdoptionProps } from '../pages/adoption.tsx'
import { AdoptionListPage } from '../pages/list.tsx'
import { choiceField, textField } from '../pages/merge.tsx'
import { adoptionHref } from '../pages/parts.tsx'
import { VersionPage } from '../pages/version.tsx'
import { countOwnAdoptions, getOwnAdoption, listOwnLessons } from '../queries.ts'
import { findInstallationVersion, listInstallationVersions } from '../queries/installation.ts'
import { findPackageSource, listPackageSources } from '../queries/package.ts'
import { mergeFiles, openQuestions, type Choices } from '../rules/merge-files.ts'
import { readChoice } from '../rules/choice.ts'
import { asFarAs } from '../rules/parts.ts'
import { canTake } from '../rules/standing.ts'
import { actingOf, listRows, standOf, type Stand } from '../stand.ts'
import { licenceAfter, mergeOf, restore, takeOver } from '../update.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const pageSize = 25
const mostPackages = 100
const notes = ['taken', 'updated', 'restored', 'reported', 'ended', 'looked'] as const
const Note = Type.Object({ note: Type.Optional(Type.Union(notes.map((one) => Type.Literal(one)))) })
const one = { params, title: title(words, 'adoption.title') } as const
const rate = { max: 120, per: 'hour' } as const
const ofVersion = { params: Type.Object({ id: Type.String({ format: 'uuid' }), number: Type.Integer({ minimum: 1, maximum: 100_000 }) }), title: title(words, 'adoption.versions.title') } as const
const staff = { private: true, noindex: true } as const

type Asks = Pick<Ask<{ id: string }>, 'params' | 'read' | 'say' | 'csrf' | 'now' | 'tenant' | 'platform' | 'actor' | 'may'>
type Told = { readonly note?: AdoptionProps['note']; readonly typed?: Typed; readonly errors?: FormErrors; readonly findings?: readonly ReuseFinding[]; readonly left?: readonly string[] }

/** What the town has taken over: the list, each thing with both sides, taking new versions over, going back. */
export const ownRoutes = [
  get('/portfolio/adoption', { access: 'adoption.read', title: title(words, 'adoption.title'), query: Type.Object({ page: Type.Integer({ minimum: 1, maximum: 1_000, default: 1 }), undone: Type.Optional(Type.Literal('1')) }) }, async (ask) => {
    const t = ask.say(pageWords)
    const [rows, { n }] = await Promise.all([listRows(ask, { from: (ask.query.page - 1) * pageSize, size: pageSize }), ask.read(countOwnAdoptions)])
    const listed = rows.map(({ adoption, installation, entry, newest, standing, kind }) => ({
      id: adoption.id, title: installation?.title ?? entry?.title ?? {}, kind: kind?.kind.title[t.locale === 'en' ? 'en' : 'de'] ?? (entry && (t.find(`catalogue.kind.${entry.kind}`) ?? entry.kind)) ?? '–', from: originName(ask.platform, ask.tenant, { entry, installation }) ?? t('adoption.origin.platform'),
      version: adoption.versionLabel, newest: newest?.label ?? '', state: adoption.state, standing, named: adoption.published,
    }))
    const packages = await ask.read(async (db) => {
      const sources = await listPackageSources(db, mostPackages)
      const entries = await listEntries(db, sources.map(({ entryId }) => entryId))
      return sources.map((source) => listedPackage(ask.say(words), source, entries.find(({ id }) => id === source.entryId)))
    })
    return page(AdoptionListPage, { t, csrf: ask.csrf(), packages, rows: listed, total: n, page: ask.query.page, pages: Math.max(1, Math.ceil(n / pageSize)), mayEdit: ask.may('adoption.edit'), undone: ask.query.undone !== undefined }, { frame: 'list', ...staff, crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('adoption.title') }] })
  }),

  get('/portfolio/adoption/:id', { ...one, access: 'adoption.read', query: Note }, (ask) => show(ask, ask.query.note === undefined ? {} : { note: ask.query.note })),

  post('/portfolio/adoption/:id/update', { ...one, access: 'adoption.edit', rate, bodyLimit: 6 * 1024 * 1024 }, async (ask) => {
    const t = ask.say(pageWords)
    const stand = await standOf(ask, ask.params.id)
    if (!stand) throw new NotFound()
    const typed = typedIn(ask.fields())
    const choices: Choices = (path, key) => readChoice(typed[choiceField(path, key)], typed[textField(path, key)])
    const updated = await takeOver(actingOf(ask), stand, { ours: typed['ours'] ?? '', theirs: typed['theirs'] ?? '' }, choices)
    if (updated.ok) return seeOther(adoptionHref(ask.params.id, '?note=updated'))
    if (updated.why === 'gone') return refuse(410, 'portfolio.adoption.withdrawn', t('portfolio.adoption.withdrawn'), { label: t('adoption.back-to-list'), href: '/portfolio/adoption' })
    const questions = openQuestions(mergeOf(stand))
    const errors = updated.why === 'open' ? Object.fromEntries(questions.filter(({ path, key }) => !choices(path, key)).map(({ path, key }) => [choiceField(path, key), t('adoption.merge.open')])) : {}
    const asked = new Set(questions.map(({ path, key }) => textField(path, key)))
    const left = Object.entries(typed).flatMap(([name, text]) => (name.startsWith('text:') && !asked.has(name) && text !== '' ? [text] : []))
    return await show(ask, { typed, errors, findings: updated.findings, left, ...(updated.why === 'changed' && { note: 'changed' }) }, true)
  }),

  get('/portfolio/adoption/:id/version/:number', { ...ofVersion, access: 'adoption.read' }, async (ask) => {
    const t = ask.say(pageWords)
    const { id, number } = ask.params
    const [stand, version] = [await standOf(ask, id), await ask.read((db) => findInstallationVersion(db, id, number))]
    if (!stand || !version) throw new NotFound()
    const merges = mergeFiles(version.files, asFarAs(version.files, stand.ourParts ?? []), version.files)
    const heading = t('adoption.version.title', { title: textOf(stand.installation.title, t.locale), number })
    return page(VersionPage, { t, csrf: ask.csrf(), id, title: stand.installation.title, version, merges, mayEdit: ask.may('adoption.edit') && stand.standing !== 'ended' }, { frame: 'object', ...staff, title: heading, crumbs: [...crumbsOf(t), { label: textOf(stand.installation.title, t.locale), href: adoptionHref(id) }, { label: t('adoption.versions.one', { number }) }] })
  }),
  post('/portfolio/adoption/:id/version/:number/restore', { ...ofVersion, access: 'adoption.edit', rate }, async (ask) => {
    const t = ask.say(pageWords)
    const stand = await standOf(ask, ask.params.id)
    if (!stand) throw new NotFound()
    const restored = await restore(actingOf(ask), stand, ask.params.number)
    if (restored.ok) return seeOther(adoptionHref(ask.params.id, '?note=restored'))
    if (restored.why === 'refused') return await show(ask, { findings: restored.findings }, true)
    return refuse(409, 'portfolio.adoption.busy', t('portfolio.adoption.busy'), { label: t('adoption.back'), href: adoptionHref(ask.params.id) })
  }),
]

const crumbsOf = (t: { (key: 'service.title' | 'adoption.title'): string }) => [{ label: t('service.title'), href: '/portfolio' }, { label: t('adoption.title'), href: '/portfolio/adoption' }]

const typedIn = (fields: ReadonlyMap<string, readonly unknown[]>): Record<string, string> => Object.fromEntries([...fields].flatMap(([name, [value]]) => (typeof value === 'string' && name !== '_csrf' ? [[name, value]] : [])))

async function show(ask: Asks, told: Told, failed = false): Promise<Answer> {
  const t = ask.say(pageWords)
  const { id } = ask.params
  const stand = await standOf(ask, id)
  const { adoption, entry, original, lessons, versions } = await ask.read(async (db) => {
    const own = await getOwnAdoption(db, id)
    const ofEntry = stand ? stand.entry : await findEntry(db, own.entryId)
    const source = await findPackageSource(db, own.entryId)
    return { adoption: own, entry: ofEntry, original: source && listedPackage(ask.say(words), source, ofEntry), lessons: await listOwnLessons(db, id), versions: stand ? await listInstallationVersions(db, id) : [] }
  })
  const heading: LocalisedText = stand?.installation.title ?? entry?.title ?? {}
  return page(
    AdoptionPage,
    {
      t, csrf: ask.csrf(), title: heading, adoption, original, lessons, from: originName(ask.platform, ask.tenant, { entry, installation: stand?.installation }) ?? t('adoption.origin.platform'), entryHref: entry && `/portfolio/reuse/${entry.id}`, thing: stand && thingOf(stand, versions, t.locale === 'en' ? 'en' : 'de'),
      typed: told.typed ?? {}, errors: told.errors ?? {}, findings: told.findings ?? [], left: told.left ?? [], note: told.note, mayEdit: ask.may('adoption.edit'),
    },
    { frame: 'object', ...staff, title: textOf(heading, t.locale), crumbs: [...crumbsOf(t), { label: textOf(heading, t.locale) }], ...(failed && { status: told.note === 'changed' ? 409 : 422, hasErrors: true }) },
  )
}

const thingOf = (stand: Stand, versions: NonNullable<AdoptionProps['thing']>['versions'], language: 'de' | 'en'): AdoptionProps['thing'] => ({
  installation: stand.installation,
  standing: stand.standing,
  kind: stand.kind?.kind.title[language] ?? stand.installation.kind,
  newest: stand.theirs && { label: stand.theirs.label, number: stand.theirs.number },
  merges: mergeOf(stand),
  otherLicence: licenceAfter(stand),
  canTake: canTake(stand.standing, stand.theirSide),
  seen: stand.seen,
  versions,
})
