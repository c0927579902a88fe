import { Type } from 'typebox'
import { get, page, refuse, title, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { grantLinksOf } from '../../grant/links.ts'
import { overviewOf } from '../overview.ts'
import { ProgrammePage } from '../pages/programme.tsx'
import { sourceKey } from '../pages/project-table.tsx'
import { ProjectPage } from '../pages/project.tsx'
import { numberSources } from '../pages/sources.tsx'
import { getProject, hasAccount, listAmounts, listChanges, listPeriods, listProgrammeChanges, listSteps } from '../queries.ts'
import { odditiesOfProject } from '../rules/oddities.ts'
import { whyNotRemove } from '../rules/removal.ts'
import { selectProjects, sortKeys, type Selection } from '../rules/selection.ts'
import { missingAt } from '../rules/stage.ts'
import { sumsOf } from '../rules/sums.ts'
import { allStages, changeKinds, reuseClassesInOrder, type Programme, type Project, type Source } from '../schema.ts'

const word = Type.Optional(Type.String({ maxLength: 40 }))
const Query = Type.Object({ stage: word, class: word, sort: word, order: word, done: word })
export const BySlug = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 80 }) })
export const projectOf = (db: UnitOfWork, { slug }: { slug: string }): Promise<Project> => getProject(db, slug)

export const crumbsOf = (t: PageT, ...more: readonly { label: string; href?: string }[]) => [{ label: t('service.title'), href: '/portfolio' }, { label: t('programme.title'), ...(more.length > 0 && { href: '/portfolio/programme' }) }, ...more]

/** Programme and project, for everybody. */
export const readingRoutes = [
  get('/portfolio/programme', { access: 'anyone', query: Query, title: title(words, 'programme.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const mayReview = ask.may('project.review')
    const { view, changes } = await ask.read(async (db) => ({ view: await overviewOf(db), changes: mayReview ? await listProgrammeChanges(db) : [] }))
    const selection = selectionOf(ask.query)
    const shown = selectProjects(view.main, selection)
    const internal = mayReview ? view.internal : []
    const sourceOf = new Map([...view.sourceOf].map(([key, source]) => [key, broad(source)]))
    const used = [...shown, ...view.others, ...internal].flatMap(({ slug }) => (['period', 'grant', 'total'] as const).map((kind) => sourceOf.get(sourceKey(slug, kind)) ?? null))
    return page(
      ProgrammePage,
      {
        t,
        programme: view.programme,
        funnel: view.funnel,
        main: { shown, all: view.main.length, sums: view.sums, shownSums: sumsOf(shown) },
        others: view.others,
        internal,
        oddities: view.oddities,
        selection,
        hrefOf: (change) => hrefOf({ ...selection, ...change }),
        sourceOf,
        sources: numberSources([...view.funnel.map(({ source }) => source), ...approximate(view.programme), ...used]),
        changes,
        done: doneWords.find((one) => one === ask.query.done),
        may: { edit: ask.may('project.edit'), editProgramme: ask.may('programme.edit') && view.programme?.origin !== 'report' },
      },
      { crumbs: crumbsOf(t), alternates: [{ type: 'text/csv', href: '/portfolio/programme/projects.csv' }, { type: 'application/json', href: '/portfolio/api/projects' }], ...(mayReview && { private: true }) },
    )
  }),

  get('/portfolio/project/:slug', { access: 'anyone', params: BySlug, query: Type.Object({ saved: Type.Optional(Type.Union(changeKinds.map((kind) => Type.Literal(kind)))) }), subject: projectOf, title: title(words, 'programme.kind-of-result') }, async (ask) => {
    const t = ask.say(pageWords)
    const { subject: project } = ask
    const mayReview = ask.may('project.review')
    if (!project.isPublic && !mayReview) return refuse(404, 'portfolio.programme.not-public', t('portfolio.programme.not-public'), { label: t('portfolio.programme.not-public-next'), href: '/portfolio/programme' })
    const history = await ask.read(async (db) => ({
      steps: await listSteps(db, project.slug),
      periods: await listPeriods(db, project.slug),
      amounts: await listAmounts(db, project.slug),
      changes: mayReview ? await listChanges(db, project.slug) : [],
      hasAccount: mayReview && (await hasAccount(db, project.slug)),
    }))
    return page(
      ProjectPage,
      {
        t,
        project,
        history,
        sources: numberSources([...history.amounts.map(({ source }) => source), ...history.periods.map(({ source }) => source), ...history.steps.map(({ source }) => source), project.source]),
        oddities: odditiesOfProject(project),
        today: localDate(ask.now),
        missing: project.origin === 'import' ? missingAt(project) : [],
        service: serviceOf(ask, project),
        grantLinks: mayReview && project.grantCents !== null ? grantLinksOf(project.slug) : [],
        saved: ask.query.saved,
        may: { edit: ask.may('project.edit'), describe: ask.may('project.describe'), review: mayReview, remove: ask.may('project.edit') && whyNotRemove(project, history.steps, history.hasAccount) === undefined },
      },
      { title: project.name, frame: 'object', crumbs: crumbsOf(t, { label: project.name }), ...(mayReview && { private: true }), ...((!project.isPublic || project.origin === 'invented') && { noindex: true }) },
    )
  }),
]

const doneWords = ['facts', 'removed'] as const

/** Sources of the figures that the programme names beside its funnel, where they are shown one by one. */
const approximate = (programme: Programme | undefined): readonly (Source | null)[] =>
  programme?.origin === 'own' ? [programme.approxGrants, programme.approxProgramme, programme.approxProjects].map((figure) => figure?.source ?? null) : []

/** The table as a whole is one source here; in which line of it a figure stands says the page of the project. */
const broad = ({ place, ...source }: Source): Source => ({ ...source, place: place.split(',')[0] ?? place })

function selectionOf(query: { stage?: string; class?: string; sort?: string; order?: string }): Selection {
  return {
    stages: allStages.filter((stage) => stage === query.stage),
    classes: reuseClassesInOrder.filter((one) => one === query.class),
    sort: sortKeys.find((key) => key === query.sort) ?? 'number',
    descending: query.order === 'desc',
  }
}

function hrefOf({ stages, classes, sort, descending }: Selection): string {
  const query = new URLSearchParams([...stages.map((stage) => ['stage', stage]), ...classes.map((one) => ['class', one]), ...(sort === 'number' ? [] : [['sort', sort]]), ...(descending ? [['order', 'desc']] : [])])
  return query.size === 0 ? '/portfolio/programme' : `/portfolio/programme?${query.toString()}`
}

/** Our own service that goes on with the project's idea, where this town uses it. */
function serviceOf(ask: Pick<Ask, 'platform' | 'tenant' | 'say'>, project: Project): { name: string; href: string; id: string } | undefined {
  const service = ask.platform.registry.services.find(({ id }) => id === project.service && ask.tenant.services.includes(id))
  if (!service || service.id === 'portfolio') return undefined
  const { words: own, key } = service.title
  return { id: service.id, name: ask.tenant.serviceNames[service.id] ?? ask.say(own).find(key) ?? service.id, href: service.home }
}
