import { Type } from 'typebox'
import { body, get, json, NotFound, type UnitOfWork } from '@modellregion/kernel'
import { pageWords } from '../../locales/index.ts'
import { csvFile, decimalText, germanCsv } from '../../csv/rules.ts'
import { csvOf } from '../csv.ts'
import { overviewOf, summaryOf } from '../overview.ts'
import { getProject, listAmounts, listPeriods, listProjects, listSteps } from '../queries.ts'
import { projectPath } from '../record.ts'
import { kdnRows } from '../rules/kdn.ts'
import type { Sums } from '../rules/sums.ts'
import type { Amount, Project, ProjectLine } from '../schema.ts'
import { BySlug } from './read.ts'

const nullable = (schema: Parameters<typeof Type.Union>[0][number]) => Type.Union([schema, Type.Null()])
const PublicSource = Type.Object({ document: Type.String(), place: Type.String(), url: Type.Optional(Type.String()) })
const day = Type.String({ format: 'date' })
const line = Type.Optional(Type.String())
const PublicAmount = Type.Object({ cents: Type.Integer(), eur: Type.String(), source: nullable(PublicSource) })
const ProjectShort = Type.Object({
  slug: Type.String(),
  number: nullable(Type.Integer()),
  kind: Type.String(),
  origin: Type.String(),
  invented: Type.Boolean(),
  name: Type.String(),
  nameInTable: nullable(Type.String()),
  aliases: Type.Array(Type.String()),
  stage: Type.String(),
  partners: Type.Array(Type.Object({ name: Type.String(), role: nullable(Type.String()) })),
  startsOn: nullable(day),
  endsOn: nullable(day),
  originalEndsOn: nullable(day),
  grant: nullable(PublicAmount),
  total: nullable(PublicAmount),
  reuseClasses: Type.Array(Type.String()),
  url: Type.String(),
})
const ProjectLong = Type.Intersect([
  ProjectShort,
  Type.Object({
    summary: Type.String(),
    status: Type.String(),
    notes: Type.String(),
    results: Type.String(),
    partnersInText: Type.Array(Type.String()),
    links: Type.Array(Type.Object({ kind: Type.String(), url: Type.String(), label: Type.String() })),
    reuse: Type.Array(Type.Object({ class: Type.String(), text: Type.String(), label: Type.Optional(Type.String()) })),
    source: nullable(PublicSource),
    transfer: Type.Object({ uniqueSellingPoint: line, benefit: line, transferableService: line, transferFrom: line, categories: line, grantee: line, region: line, forWhom: line }),
    stages: Type.Array(Type.Object({ stage: Type.String(), on: nullable(day), source: nullable(PublicSource) })),
    periods: Type.Array(Type.Object({ startsOn: day, endsOn: day, source: nullable(PublicSource) })),
    amounts: Type.Array(Type.Object({ kind: Type.String(), cents: Type.Integer(), eur: Type.String(), source: PublicSource })),
  }),
])
const SumsInCents = Type.Object({ projects: Type.Integer(), office: Type.Integer(), all: Type.Integer() })
const open = { access: 'anyone', cors: true, cacheFor: 60, rate: { max: 120, per: 'minute' } } as const

/** The programme as data: a table for spreadsheets, and JSON. Only what is public; amounts in whole cents and as decimal text. */
export const dataRoutes = [
  get('/portfolio/programme/projects.csv', { access: 'anyone', rate: { max: 60, per: 'minute' }, api: { summary: 'The projects of the town with partners, periods and amounts as CSV, in the reader’s language; amounts are exact to the cent.' } }, async (ask) => {
    const view = await ask.read(overviewOf)
    const text = csvOf(ask.say(pageWords), [...view.main, ...view.others], view.sourceOf)
    return body('text/csv; charset=utf-8', text, { headers: { 'content-disposition': 'attachment; filename="projects.csv"' } })
  }),

  get('/portfolio/programme/projects-kdn.csv', { access: 'anyone', rate: { max: 60, per: 'minute' }, api: { summary: 'The public projects in the columns of the KDN database of transferable projects, as CSV; what this service reads in it also writes.' } }, async (ask) => {
    const t = ask.say(pageWords)
    const projects = await ask.read(listProjects)
    const rows = kdnRows(projects.filter(({ isPublic, kind, origin }) => isPublic && kind === 'project' && origin !== 'invented'), (of) => t(`programme.class.${of}`))
    return body('text/csv; charset=utf-8', csvFile(rows, germanCsv), { headers: { 'content-disposition': 'attachment; filename="projects-kdn.csv"' } })
  }),

  get('/portfolio/api/programme', { ...open, api: { summary: 'The funding programme: how many ideas became applications and grants, each with its source, and the sums of the grants, computed.', answers: { 200: Type.Object({ name: nullable(Type.String()), funnel: Type.Array(Type.Object({ step: Type.String(), count: Type.Integer(), source: nullable(PublicSource) })), sumsInCents: SumsInCents }) } } }, async (ask) => {
    const { programme, funnel, sums } = await ask.read(summaryOf)
    return json({ name: programme?.name ?? null, funnel: funnel.map(({ id, count, source }) => ({ step: id, count, source })), sumsInCents: inCents(sums) })
  }),

  get('/portfolio/api/projects', { ...open, api: { summary: 'All public projects of the town, those of its report first. Amounts in whole cents.', answers: { 200: Type.Object({ projects: Type.Array(ProjectShort), sumsInCents: SumsInCents }) } } }, async (ask) => {
    const view = await ask.read(overviewOf)
    return json({ projects: [...view.main, ...view.others].map((project) => shortOf(project, view.sourceOf, ask.url.origin)), sumsInCents: inCents(view.sums) })
  }),

  get('/portfolio/api/projects/:slug', { ...open, params: BySlug, subject: publicProject, api: { summary: 'One public project with its history of stages, periods and amounts; each figure names its source.', answers: { 200: ProjectLong } } }, async (ask) => {
    const { subject: project } = ask
    const { slug } = project
    const [steps, periods, amounts] = await ask.read(async (db) => [await listSteps(db, slug), await listPeriods(db, slug), await listAmounts(db, slug)] as const)
    const sourceOf = new Map(amounts.map(({ kind, source }) => [`${slug} ${kind}`, source]))
    const { summary, status, notes, results, partnersInText, links, promises, kdn, source } = project
    return json({
      ...shortOf(project, sourceOf, ask.url.origin),
      summary,
      status,
      notes,
      results,
      partnersInText,
      links,
      source,
      reuse: promises,
      transfer: kdn ?? {},
      stages: steps.map(({ stage, reachedOn, source: from }) => ({ stage, on: reachedOn, source: from })),
      periods: periods.map(({ startsOn, endsOn, source: from }) => ({ startsOn, endsOn, source: from })),
      amounts: amounts.map(({ kind, cents, source: from }) => ({ kind, cents, eur: decimalText(cents), source: from })),
    })
  }),
]

const inCents = ({ projects, office, all }: Sums) => ({ projects, office, all })

async function publicProject(db: UnitOfWork, { slug }: { slug: string }): Promise<Project> {
  const project = await getProject(db, slug)
  if (!project.isPublic) throw new NotFound()
  return project
}

function shortOf(project: ProjectLine, sourceOf: ReadonlyMap<string, Amount['source']>, origin: string) {
  const { slug, number, kind, name, nameInTable, aliases, stage, partners, startsOn, endsOn, originalEndsOn } = project
  const amount = (of: 'grant' | 'total', cents: number | null) => (cents === null ? null : { cents, eur: decimalText(cents), source: sourceOf.get(`${slug} ${of}`) ?? null })
  return {
    slug,
    number,
    kind,
    name,
    nameInTable,
    aliases,
    stage,
    partners,
    startsOn,
    endsOn,
    originalEndsOn,
    origin: project.origin,
    invented: project.origin === 'invented',
    grant: amount('grant', project.grantCents),
    total: amount('total', project.totalCents),
    reuseClasses: [...new Set(project.promises.map((promise) => promise.class))],
    url: `${origin}${projectPath(slug)}`,
  }
}
