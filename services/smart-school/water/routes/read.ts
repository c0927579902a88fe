import { Type } from 'typebox'
import { get, page, title } from '@modellregion/kernel'
import { localDate, nextSchoolHoliday, schoolHolidayOn } from '@modellregion/standards'
import { words } from '../../locales/index.ts'
import { schoolCrumbs, schoolHref, schoolLinks } from '../../place/frame.ts'
import { planOf, waterKeys } from '../act.ts'
import { proveLog } from '../chain.ts'
import { GroupPage } from '../pages/group.tsx'
import { ProofPage } from '../pages/proof.tsx'
import { groupHref, SchoolWaterPage } from '../pages/school.tsx'
import { listOpenTasks } from '../queries/task.ts'
import { viewsOf } from '../view.ts'
import { ByGroup, BySlug, groupThing, notYours, ownGroup, ownSchool } from './reach.ts'

const Saved = Type.Object({ saved: Type.Optional(Type.Literal('1')), cold: Type.Optional(Type.Number({ minimum: -10, maximum: 100 })), hot: Type.Optional(Type.Number({ minimum: -10, maximum: 100 })) })

/** What stands, what is due, what was done. */
export const waterReadRoutes = [
  get('/smart-school/school/:slug/water', { access: 'water.read', params: BySlug, query: Saved, title: title(words, 'water.school.title') }, async (ask) => {
    const t = ask.say(words)
    const found = await ask.read(async (db) => {
      const own = await ownSchool(db, ask.actor, ask.params.slug, ask.now)
      return own && { ...own, tasks: await listOpenTasks(db, own.school.id) }
    })
    if (!found) return notYours(ask)
    const { school, reach, groups, tasks, acts } = found
    const today = localDate(ask.now)
    const { saved, cold, hot } = ask.query
    return page(
      SchoolWaterPage,
      {
        t, school, links: schoolLinks(school, reach), groups, tasks, now: ask.now,
        holiday: schoolHolidayOn(today) ?? nextSchoolHoliday(today),
        saved: saved ? t('water.flush.saved') : undefined,
        warning: cold !== undefined ? t('water.flush.warn.cold-warm', { celsius: cold }) : hot !== undefined ? t('water.flush.warn.hot-cool', { celsius: hot }) : undefined,
        may: { sign: acts && ask.may('water.sign'), plan: acts && ask.may('water.plan') },
      },
      { private: true, noindex: true, crumbs: schoolCrumbs(t('service.title'), school, t('water.school.title')) },
    )
  }),

  get('/smart-school/water/:id', { access: 'water.read', params: ByGroup, subject: groupThing, title: title(words, 'water.school.title') }, async (ask) => {
    const t = ask.say(words)
    const found = await ask.read((db) => ownGroup(db, ask.actor, ask.subject, ask.now))
    if (!found) return notYours(ask)
    const { school, state, freeDays, acts } = found
    return page(
      GroupPage,
      { t, school, state, plan: planOf(state, freeDays, ask.now), log: viewsOf(t, state.entries), may: { sign: acts && ask.may('water.sign'), plan: acts && ask.may('water.plan') } },
      { title: state.group.name, frame: 'object', private: true, noindex: true, crumbs: [...schoolCrumbs(t('service.title'), school, '').slice(0, 2), { label: t('water.school.title'), href: schoolHref(school.slug, 'water') }, { label: state.group.name }] },
    )
  }),

  get('/smart-school/water/:id/proof', { access: 'water.read', params: ByGroup, subject: groupThing, title: title(words, 'water.proof.title') }, async (ask) => {
    const t = ask.say(words)
    const found = await ask.read((db) => ownGroup(db, ask.actor, ask.subject, ask.now))
    if (!found) return notYours(ask)
    const keys = await waterKeys(ask.platform, ask.now)
    const { school, state } = found
    return page(
      ProofPage,
      { t, proof: proveLog(ask.tenant.id, state.entries, keys), publicPem: keys.publicPem },
      { private: true, noindex: true, crumbs: [...schoolCrumbs(t('service.title'), school, '').slice(0, 2), { label: t('water.school.title'), href: schoolHref(school.slug, 'water') }, { label: state.group.name, href: groupHref(state.group.id) }, { label: t('water.group.proof') }] },
    )
  }),
]
