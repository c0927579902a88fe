import { Type } from 'typebox'
import { body, get, NotFound, page, title, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { ownSchools, homeCrumbs } from '../../lesson/routes/staff.ts'
import { mkrTitle } from '../../lesson/mkr.ts'
import { printSheet } from '../../lesson/pdf/print.ts'
import { pageWords, words } from '../../locales/index.ts'
import { findPlan, planHref, planOf } from '../desk.ts'
import { gradesText, PlanPage } from '../pages/plan.tsx'
import { PlanVersionsPage } from '../pages/versions.tsx'
import { findPlanVersion, findTownPlan, listPlanVersions } from '../queries.ts'
import { findShippedPlan } from '../shipped.ts'
import type { LessonPlan, TownPlan } from '../schema.ts'

export const ById = Type.Object({ plan: Type.String({ pattern: '^[a-z0-9-]{1,80}$' }) })
const Query = Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1 })), done: Type.Optional(Type.Union((['saved', 'restored', 'retired', 'returned'] as const).map((one) => Type.Literal(one)))) })

type Shown = { readonly plan: LessonPlan; readonly source: string; readonly town: TownPlan | undefined; readonly earlier: number | undefined }

/** A plan in the version that was asked for. Those who write plans also see what is hidden, retired and earlier. @throws NotFound */
async function getShown(db: UnitOfWork, id: string, version: number | undefined, mayWrite: boolean): Promise<Shown> {
  const shipped = findShippedPlan(id)
  if (shipped) return { ...shipped, town: undefined, earlier: undefined }
  const town = await findTownPlan(db, id)
  if (!town || (!mayWrite && (!town.open || town.retiredAt))) throw new NotFound(`lesson plan ${id}`)
  const number = mayWrite ? (version ?? town.version) : town.version
  const found = await findPlanVersion(db, id, number)
  if (!found) throw new NotFound(`lesson plan ${id}, version ${number}`)
  return { plan: planOf(id, found.source), source: found.source, town, earlier: number === town.version ? undefined : number }
}

/** Lesson plans to read and to take along, shipped and the town's own. */
export const planReadRoutes = [
  get('/smart-school/lesson/plan/:plan', { access: 'anyone', params: ById, query: Query, title: title(words, 'lesson.plan.kind') }, async (ask) => {
    const mayWrite = ask.may('lesson-plan.write')
    const t = ask.say(pageWords)
    const shown = await ask.read((db) => getShown(db, ask.params.plan, ask.query.version, mayWrite))
    const { plan, town, earlier } = shown
    const base = town?.basedOn == null ? undefined : await ask.read((db) => findPlan(db, town.basedOn ?? '', mayWrite))
    const isPublic = town === undefined || (town.open && !town.retiredAt && earlier === undefined)
    return page(
      PlanPage,
      {
        t,
        csrf: ask.csrf(),
        plan,
        town,
        href: planHref(plan.id),
        startHref: town?.retiredAt || earlier !== undefined ? undefined : await startHref(ask, plan),
        mayWrite,
        earlier,
        basedOn: base && { title: base.title, href: planHref(base.id) },
        catalogueHref: ask.tenant.services.includes('portfolio') && ask.may('origin.follow') ? '/portfolio/adoption' : undefined,
        done: mayWrite ? ask.query.done : undefined,
      },
      { title: plan.title, frame: 'text', crumbs: homeCrumbs(t, plan.title), ...(mayWrite && { private: true }), ...(!isPublic && { noindex: true }) },
    )
  }),

  get('/smart-school/lesson/plan/:plan/versions', { access: 'lesson-plan.write', params: ById, title: title(words, 'lesson-plan.versions.title') }, async (ask) => {
    const { plan } = ask.params
    const t = ask.say(pageWords)
    const { town, versions } = await ask.read(async (db) => ({ town: await findTownPlan(db, plan), versions: await listPlanVersions(db, plan) }))
    if (!town) throw new NotFound(`lesson plan ${plan}`)
    const crumbs = [...homeCrumbs(t, town.title).slice(0, 2), { label: town.title, href: planHref(plan) }, { label: t('lesson-plan.versions.title') }]
    return page(PlanVersionsPage, { t, csrf: ask.csrf(), href: planHref(plan), plan: town, versions }, { title: t('lesson-plan.versions.of', { name: town.title }), frame: 'object', private: true, noindex: true, crumbs })
  }),

  get('/smart-school/lesson/plan/:plan/plan.pdf', { access: 'anyone', params: ById, query: Query, api: { summary: 'A lesson plan as PDF, in German.' }, rate: { max: 240, per: 'hour' } }, async (ask) => {
    const mayWrite = ask.may('lesson-plan.write')
    const { plan } = await ask.read((db) => getShown(db, ask.params.plan, ask.query.version, mayWrite))
    const t = ask.say(pageWords)
    const file = await printSheet({
      title: plan.title,
      subject: plan.summary,
      author: plan.publisher ?? 'Modellregion',
      at: new Date(`${plan.version}T12:00:00Z`),
      lang: 'de',
      brand: ask.tenant.brand,
      facts: [
        `${plan.subjects.join(', ')} · ${gradesText(t, plan)} · ${t('lesson.minutes', { n: plan.minutes })}`,
        ...(plan.mkr.length > 0 ? [plan.mkr.map((id) => mkrTitle(id) ?? id).join(' · ')] : []),
        [plan.publisher, t('lesson.plan.licence-text', { licence: plan.licence, version: plan.version })].filter(Boolean).join(' · '),
        ...(plan.source === undefined ? [] : [t('lesson-plan.made-from', { source: plan.source })]),
      ],
      parts: plan.blocks,
      footer: `${plan.title} · ${plan.licence}`,
      numbered: (at, of) => t('lesson.page', { at, of }),
    })
    return body('application/pdf', file, { headers: { 'content-disposition': `inline; filename="${plan.id}.pdf"`, 'cache-control': mayWrite ? 'private, no-store' : 'public, max-age=300' } })
  }),

  get('/smart-school/lesson/plan/:plan/plan.md', { access: 'anyone', params: ById, query: Query, api: { summary: 'A lesson plan as Markdown with front matter, in German.' }, rate: { max: 240, per: 'hour' } }, async (ask) => {
    const mayWrite = ask.may('lesson-plan.write')
    const { plan, source } = await ask.read((db) => getShown(db, ask.params.plan, ask.query.version, mayWrite))
    return body('text/markdown; charset=utf-8', source, { headers: { 'content-disposition': `attachment; filename="${plan.id}.md"`, 'cache-control': mayWrite ? 'private, no-store' : 'public, max-age=300' } })
  }),
]

/** Directly to the prefilled form when the teacher works for one school, else to the choice. */
async function startHref(ask: Pick<Ask, 'read' | 'actor' | 'may'>, plan: LessonPlan): Promise<string | undefined> {
  if (!ask.may('experiment.start') || !plan.experiment) return undefined
  const schools = await ask.read((db) => ownSchools(db, ask.actor))
  const only = schools.length === 1 ? schools[0] : undefined
  return `/smart-school/lesson/new?plan=${plan.id}${only ? `&school=${only.slug}` : ''}`
}
