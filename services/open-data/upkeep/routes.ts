import { get, missedSearches, page, post, seeOther, title, type Route } from '@modellregion/kernel'
import { listOwnOrganisations } from '../edit/queries.ts'
import { words } from '../locales/index.ts'
import { staffPage } from '../staff/menu.ts'
import { UpkeepPage } from './pages/upkeep.tsx'
import { WorkPage } from './pages/work.tsx'
import * as queries from './queries.ts'
import { brokenFrom, promises } from './rules.ts'
import { ReportChoice } from './schema.ts'

const shown = 100

export const upkeepRoutes: Route[] = [
  get('/open-data/upkeep', { access: 'anyone', title: title(words, 'upkeep.title') }, async (ask) => {
    const t = ask.say(words)
    const counted = await ask.read(async (db) => ({ publishers: await queries.countPromises(db, promises), addresses: await queries.countAddresses(db, brokenFrom) }))
    return page(UpkeepPage, { t, now: ask.now, ...counted, mayWork: ask.may('upkeep.read') }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('upkeep.title') }] })
  }),

  get('/open-data/upkeep/work', { access: 'upkeep.read', title: title(words, 'upkeep.work.title') }, async (ask) => {
    const t = ask.say(words)
    const { id = '' } = ask.actor
    const lists = await ask.read(async (db) => {
      const own = (await listOwnOrganisations(db, id)).map((organisation) => organisation.id)
      // Whoever belongs to no organisation, such as the town's administration, sees all.
      const mine = own.length > 0 ? own : undefined
      return {
        late: await queries.listLate(db, promises, shown, mine),
        broken: await queries.listBroken(db, brokenFrom, shown, mine),
        missed: (await missedSearches(db)).slice(0, 30),
        wantsReport: !(await queries.refusesReport(db, id)),
        all: mine === undefined,
      }
    })
    return page(WorkPage, { t, csrf: ask.csrf(), ...lists }, staffPage(ask))
  }),

  post('/open-data/upkeep/report', { access: 'upkeep.read', title: title(words, 'upkeep.work.title'), rate: { max: 60, per: 'hour' } }, async (ask) => {
    const read = ask.form(ReportChoice)
    const { id } = ask.actor
    if (id !== undefined) await ask.write((db) => queries.setReportRefused(db, id, !(read.ok && read.value.report === true)))
    return seeOther('/open-data/upkeep/work#report')
  }),
]
