import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { audit, body, enqueue, findJob, get, NotFound, page, post, seeOther, title, type Ask, type JobProgress, type UnitOfWork } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { harvestJob } from './job.ts'
import { harvestPath } from './menu.ts'
import { staffPage } from '../staff/menu.ts'
import { countsOfRuns, listSourceStates } from './overview.ts'
import { QuarantinePage } from './pages/quarantine.tsx'
import { RunPage } from './pages/run.tsx'
import { SourceListPage } from './pages/sources.tsx'
import { SourcePage } from './pages/source.tsx'
import * as queries from './queries.ts'
import { reportLines, csvLine } from './rules.ts'
import { countsOf } from './run.ts'
import { noCounts, outcomes, type HarvestItem } from './schema.ts'

const pageSize = 50
const shownRuns = 20
/** Seconds until a page with a running job loads itself again. */
const refresh = 3

const BySource = Type.Object({ source: Type.String({ maxLength: 120 }) })
const ByRun = Type.Object({ source: Type.String({ maxLength: 120 }), run: Type.String({ format: 'uuid' }) })
const Following = Type.Object({ job: Type.Optional(Type.String({ format: 'uuid' })), saved: Type.Optional(Type.String({ maxLength: 10 })) }, { additionalProperties: true })
const Paging = Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })), outcome: Type.Optional(Type.String({ maxLength: 20 })) }, { additionalProperties: true })

/** What editors see of the sources: their state, their runs, the report of a run, and what could not be taken. */
export const harvestRoutes = [
  get(harvestPath, { access: 'harvest.read', query: Following, title: title(words, 'harvest.title') }, async (ask) => {
    const t = ask.say(words)
    const { states, job } = await ask.read(async (db) => ({ states: await listSourceStates(db), job: await followed(db, ask.query.job) }))
    return page(SourceListPage, { t, csrf: ask.csrf(), now: ask.now, states, job: jobShown(ask, job), mayStart: ask.may('harvest.start'), mayChange: ask.may('source.change') }, staffPage(ask, isOpen(job) ? { refreshAfter: refresh } : {}))
  }),

  post(`${harvestPath}/start`, { access: 'harvest.start' }, async (ask) => seeOther(`${harvestPath}?job=${await ask.write((db) => order(db))}`)),

  get(`${harvestPath}/quarantine`, { access: 'harvest.read', query: Paging, title: title(words, 'harvest.quarantine') }, async (ask) => {
    const t = ask.say(words)
    const number = ask.query.page ?? 1
    const { entries, sources, total } = await ask.read(async (db) => ({
      entries: await queries.listQuarantine(db, { from: (number - 1) * pageSize, size: pageSize }),
      sources: new Map((await queries.listSources(db)).map((source) => [source.id, source])),
      total: (await queries.countQuarantine(db)).reduce((sum, { n }) => sum + n, 0),
    }))
    if (number > 1 && entries.length === 0) throw new NotFound()
    return page(QuarantinePage, { t, entries, sources, total, page: number, pages: Math.ceil(total / pageSize) }, staffPage(ask))
  }),

  get(`${harvestPath}/:source`, { access: 'harvest.read', params: BySource, query: Following, title: title(words, 'harvest.source') }, async (ask) => {
    const t = ask.say(words)
    const { source, runs, counts, job } = await ask.read(async (db) => {
      const source = await queries.getSource(db, ask.params.source)
      const runs = await queries.listRuns(db, source.id, shownRuns)
      return { source, runs, counts: await countsOfRuns(db, runs.map(({ id }) => id)), job: await followed(db, ask.query.job) }
    })
    return page(
      SourcePage,
      { t, csrf: ask.csrf(), source, runs, counts, job: jobShown(ask, job), saved: ask.query.saved !== undefined, mayStart: ask.may('harvest.start'), mayChange: ask.may('source.change') },
      staffPage(ask, { title: source.title, ...(isOpen(job) && { refreshAfter: refresh }) }),
    )
  }),

  post(`${harvestPath}/:source/start`, { access: 'harvest.start', params: BySource }, async (ask) => {
    const job = await ask.write(async (db) => order(db, (await queries.getSource(db, ask.params.source)).name))
    return seeOther(`${harvestPath}/${ask.params.source}?job=${job}`)
  }),

  get(`${harvestPath}/:source/:run`, { access: 'harvest.read', params: ByRun, query: Paging, title: title(words, 'harvest.report') }, async (ask) => {
    const t = ask.say(words)
    const number = ask.query.page ?? 1
    const outcome = outcomes.find((known) => known === ask.query.outcome)
    const { source, run, counts, items } = await ask.read(async (db) => {
      const { source, run } = await getRunOf(db, ask.params)
      return { source, run, counts: await countsOf(db, run.id), items: await queries.listItems(db, run.id, outcome, { from: (number - 1) * pageSize, size: pageSize }) }
    })
    const total = outcome ? counts[outcome] : Object.values(counts).reduce((sum, n) => sum + n, 0)
    if (number > 1 && items.length === 0) throw new NotFound()
    return page(
      RunPage,
      { t, source, run, counts, items, outcome, page: number, pages: Math.ceil(total / pageSize) },
      staffPage(ask, { title: t('harvest.report-of', { source: source.title, day: run.createdAt }), ...(run.state === 'running' && { refreshAfter: refresh }) }),
    )
  }),

  get(`${harvestPath}/:source/:run/report.csv`, { access: 'harvest.read', params: ByRun, api: { summary: 'The report of a harvest as CSV: one line for each remark about a record.' } }, async (ask) => {
    const t = ask.say(words)
    const { source, run } = await ask.read((db) => getRunOf(db, ask.params))
    const head = csvLine([t('harvest.outcome'), t('harvest.key'), t('harvest.record'), t('harvest.field'), t('harvest.code'), t('harvest.reason'), t('harvest.detail')])
    async function* lines(): AsyncGenerator<string> {
      yield `\uFEFF${head}` // the mark tells spreadsheets that the letters are UTF-8
      for (let from = 0; ; from += 1_000) {
        const items: HarvestItem[] = await ask.read((db) => queries.listItems(db, run.id, undefined, { from, size: 1_000 }))
        for (const item of items) yield reportLines(item, t(`harvest.outcome.${item.outcome}`), (code) => t.find(code) ?? code).join('')
        if (items.length < 1_000) return
      }
    }
    return body('text/csv; charset=utf-8', Readable.from(lines()), { headers: { 'content-disposition': `attachment; filename="${source.name}-${run.createdAt.toISOString().slice(0, 10)}.csv"`, 'cache-control': 'private, no-store' } })
  }),
]

// One waiting job for each source: pressing twice harvests once.
async function order(db: UnitOfWork, source?: string): Promise<string> {
  const job = await enqueue(db, harvestJob, source ? { source } : {}, { key: `harvest ${source ?? '*'}` })
  await audit(db, { action: 'harvest.start', subject: source ? `source/${source}` : 'source/*' })
  return job
}

const followed = async (db: UnitOfWork, id: string | undefined): Promise<JobProgress | undefined> => (id === undefined ? undefined : await findJob(db, id))
const isOpen = (job: JobProgress | undefined): boolean => job?.state === 'queued' || job?.state === 'running'

function jobShown(ask: Pick<Ask, 'say'>, job: JobProgress | undefined) {
  if (!job) return undefined
  const t = ask.say(words)
  return { state: job.state, share: job.progress, text: job.words ? (t.find(job.words, { ...noCounts, ...job.counts }) ?? '') : '', error: job.error }
}

async function getRunOf(db: UnitOfWork, { source: name, run: id }: { source: string; run: string }) {
  const [source, run] = [await queries.getSource(db, name), await queries.getRun(db, id)]
  if (run.sourceId !== source.id) throw new NotFound()
  return { source, run }
}
