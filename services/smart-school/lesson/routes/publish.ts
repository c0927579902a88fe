import { Type } from 'typebox'
import { get, newId, page, post, seeOther, title, type UnitOfWork } from '@modellregion/kernel'
import { addDays, localDate, plainDateOf, partsOf } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { schoolCrumbs, schoolHref, schoolLinks } from '../../place/frame.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { worksFor } from '../../protection/rules.ts'
import { isQuantity, type QuantityId } from '../../quantity/quantity.ts'
import { getSchool, getSchoolById, listSchools, listSchoolsOfAccount, listSeriesOfSchool } from '../../store/queries.ts'
import { DecidePage, PublicPage } from '../pages/publication.tsx'
import { SchoolLessons } from '../pages/school.tsx'
import { quantityName } from '../pages/say.ts'
import { contentOf, decide, proposePublication, withdraw } from '../publication.ts'
import { getPublication, listExperiments, listPublic, listPublicationsOfSchool } from '../queries.ts'
import { publicMedia } from '../rules/publish.ts'
import type { Publication } from '../schema.ts'
import { accountOf, homeCrumbs, notOfSchool } from './staff.ts'
import { lineOf } from './home.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const bySlug = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]{1,80}$' }) })
const subject = (db: UnitOfWork, { id }: { id: string }): Promise<Publication> => getPublication(db, id)
const heading = title(words, 'lesson.decide.title')

/** Proposing, consenting, withdrawing, and what everybody may see of it. */
export const publishRoutes = [
  get('/smart-school/lesson/open-data', { access: 'anyone', title: title(words, 'lesson.public.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const [publications, schools] = await ask.read((db) => Promise.all([listPublic(db), listSchools(db)]))
    const lines = publications.flatMap((publication) => {
      const school = schools.find(({ id }) => id === publication.schoolId)
      return school ? [{ publication, school: school.name, slug: school.slug }] : []
    })
    return page(PublicPage, { t, lines, portal: ask.tenant.services.includes('open-data') }, { frame: 'text', crumbs: homeCrumbs(t, t('lesson.public.title')) })
  }),

  get('/smart-school/school/:slug/lessons', { access: 'anyone', params: bySlug, title: title(words, 'lesson.home.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const found = await ask.read(async (db) => {
      const school = await getSchool(db, ask.params.slug)
      const reach = await reachOfActor(db, ask.actor)
      const isStaff = ask.may('experiment.read') && worksFor(reach, school.id)
      const series = await listSeriesOfSchool(db, school.id)
      return { school, reach, isStaff, experiments: isStaff ? await listExperiments(db, school.id) : undefined, publications: await listPublicationsOfSchool(db, school.id), energies: publicMedia.filter((id) => series.some(({ quantity }) => quantity === id)) }
    })
    const { school } = found
    const published = found.publications.filter(({ decision, withdrawnAt }) => decision === 'consented' && withdrawnAt === null)
    return page(
      SchoolLessons,
      {
        t,
        school,
        links: schoolLinks(school, found.reach),
        lines: found.experiments?.map((one) => lineOf(one, ask.now)),
        startHref: found.isStaff && ask.may('experiment.start') ? `/smart-school/lesson/new?school=${school.slug}` : undefined,
        published: published.map((one) => ({ id: one.id, title: one.content?.title ?? t(`lesson.public.kind.${one.kind}`) })),
        publish: found.isStaff ? { t, csrf: ask.csrf(), slug: school.slug, publications: found.publications, energies: found.energies.map((id) => ({ id, label: quantityName(t, id) })), may: { propose: ask.may('publication.propose') } } : undefined,
      },
      { title: t('lesson.school.title', { school: school.name }), frame: 'object', crumbs: schoolCrumbs(t('service.title'), school, t('lesson.home.title')), ...(found.isStaff && { private: true }) },
    )
  }),

  post('/smart-school/school/:slug/lessons/publish', { access: 'publication.propose', params: bySlug, title: heading, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const form = ask.form(Type.Object({ kind: Type.Union([Type.Literal('energy'), Type.Literal('air')]), scope: Type.Optional(Type.Array(Type.String({ maxLength: 30 }), { maxItems: 6 })) }))
    const school = await ask.read(async (db) => {
      const one = await getSchool(db, ask.params.slug)
      return (await listSchoolsOfAccount(db, accountOf(ask))).includes(one.id) ? one : undefined
    })
    if (!school) return notOfSchool(ask)
    if (!form.ok) return seeOther(schoolHref(school.slug, 'lessons'))
    const scope = form.value.kind === 'air' ? [] : (form.value.scope ?? []).filter((one): one is QuantityId => isQuantity(one) && (publicMedia as readonly string[]).includes(one))
    if (form.value.kind === 'energy' && scope.length === 0) return seeOther(schoolHref(school.slug, 'lessons'))
    const { year } = partsOf(localDate(ask.now))
    const wished = newId(ask.now)
    // Days of the running calendar year at most a year back: enough for a comparison, and told to whoever consents.
    const from = plainDateOf(year, 1, 1)
    const id = await ask.write((db) => proposePublication(db, { id: wished, schoolId: school.id, kind: form.value.kind, experimentId: null, scope, from: from > addDays(localDate(ask.now), -60) ? addDays(localDate(ask.now), -365) : from, proposedBy: accountOf(ask) }))
    return seeOther(`/smart-school/lesson/publication/${id}`)
  }),

  get('/smart-school/lesson/publication/:id', { access: 'publication.propose', params, subject, title: heading }, async (ask) => {
    const t = ask.say(pageWords)
    const { subject: publication } = ask
    const found = await ask.read(async (db) => {
      const reach = await reachOfActor(db, ask.actor)
      if (!(await listSchoolsOfAccount(db, accountOf(ask))).includes(publication.schoolId)) return undefined
      const isOpen = publication.decision === null && publication.withdrawnAt === null
      return { school: await getSchoolById(db, publication.schoolId), preview: isOpen ? await contentOf(db, publication, reach) : publication.content }
    })
    if (!found) return notOfSchool(ask)
    const mayDecide = ask.may('publication.decide')
    return page(
      DecidePage,
      { t, csrf: ask.csrf(), publication, school: found.school.name, preview: found.preview, may: { decide: mayDecide, withdraw: mayDecide || (publication.proposedBy === ask.actor.id && publication.decision === null) } },
      { frame: 'object', private: true, noindex: true, crumbs: schoolCrumbs(t('service.title'), found.school, t('lesson.decide.title')) },
    )
  }),

  ...(['consent', 'refuse', 'withdraw'] as const).map((what) =>
    post(`/smart-school/lesson/publication/:id/${what}`, { access: what === 'withdraw' ? 'publication.propose' : 'publication.decide', params, subject, title: heading }, async (ask) => {
      const { subject: publication } = ask
      const by = accountOf(ask)
      const done = await ask.write(async (db) => {
        if (!(await listSchoolsOfAccount(db, by)).includes(publication.schoolId)) return false
        if (what === 'withdraw') {
          const isOwnProposal = publication.proposedBy === by && publication.decision === null
          if (!isOwnProposal && !ask.may('publication.decide')) return false
          await withdraw(db, publication, by)
        } else await decide(db, publication, what === 'consent' ? 'consented' : 'refused', by, await reachOfActor(db, ask.actor))
        return true
      })
      return done ? seeOther(`/smart-school/lesson/publication/${publication.id}`) : notOfSchool(ask)
    }),
  ),
]
