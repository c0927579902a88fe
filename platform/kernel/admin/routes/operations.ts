import { Type } from 'typebox'
import { audit, listAudit, verifyAudit, type AuditEntry } from '../../audit/index.ts'
import type { UnitOfWork } from '../../database/index.ts'
import { listDeadDeliveries } from '../../events/index.ts'
import { addressWith } from '../../http/address.ts'
import { page, seeOther, type Answer } from '../../http/answer.ts'
import { get, post, title, type Ask } from '../../http/route.ts'
import { findAccount } from '../../identity/index.ts'
import { listJobs, retryJob, type JobProgress, type JobState } from '../../jobs/index.ts'
import { kernelWords } from '../../locales/index.ts'
import { health } from '../../observe/index.ts'
import { nameIn } from '../../portal/catalogue.ts'
import { consolePage } from '../menu.ts'
import { AuditPage, HealthPage, JobsPage, type ShownJob } from '../pages/operations.tsx'

const states: readonly JobState[] = ['queued', 'running', 'failed', 'dead', 'done']
const auditPage = 50
const State = Type.Object({ state: Type.Optional(Type.String({ maxLength: 20 })), retried: Type.Optional(Type.String()) }, { additionalProperties: true })
const Filter = Type.Object(
  { before: Type.Optional(Type.Integer({ minimum: 1 })), action: Type.Optional(Type.String({ maxLength: 100 })), subject: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: true },
)

type Asks = Pick<Ask, 'actor' | 'say' | 'csrf' | 'platform' | 'tenant' | 'may' | 'url' | 'read'>

/** What the installation does and did, as far as it concerns this town. */
export const operationRoutes = [
  get('/admin/jobs', { access: 'jobs.manage', everyTown: true, query: State, title: title(kernelWords, 'admin.jobs') }, async (ask) => {
    const t = ask.say(kernelWords)
    const chosen = states.find((state) => state === ask.query.state)
    const jobs = await ask.read((db) => listJobs(db, { limit: 100, ...(chosen !== undefined && { states: [chosen] }) }))
    const tabs = [
      { href: '/admin/jobs', label: t('admin.jobs-all'), current: chosen === undefined },
      ...states.map((state) => ({ href: `/admin/jobs?state=${state}`, label: t(`jobs.state.${state}`), current: chosen === state })),
    ]
    const running = jobs.some(({ state }) => state === 'running')
    const props = { t, csrf: ask.csrf(), jobs: jobs.map((job) => shown(ask, job)), tabs, done: ask.query.retried === undefined ? undefined : t('jobs.retried') }
    return page(JobsPage, props, consolePage(ask, running ? { refreshAfter: 5 } : {}))
  }),

  post('/admin/jobs/:id/retry', { access: 'jobs.manage', everyTown: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }) }, async (ask) => {
    const retried = await ask.write(async (db) => {
      const again = await retryJob(db, ask.params.id)
      if (again) await audit(db, { action: 'job.retry', subject: `job/${ask.params.id}` })
      return again
    })
    return seeOther(retried ? '/admin/jobs?retried=1' : '/admin/jobs')
  }),

  get('/admin/audit', { access: 'audit.see', everyTown: true, query: Filter, title: title(kernelWords, 'admin.audit') }, (ask) => auditList(ask, ask.query)),

  post('/admin/audit/check', { access: 'audit.see', everyTown: true, rate: { max: 10, per: 'minute' }, title: title(kernelWords, 'admin.audit') }, async (ask) => auditList(ask, {}, await ask.read(verifyAudit))),

  get('/admin/health', { access: 'health.see', everyTown: true, title: title(kernelWords, 'admin.health') }, async (ask) => {
    const [state, dead] = await Promise.all([health(ask.platform), ask.read((db) => listDeadDeliveries(db))])
    const version = ask.platform.registry.byId('platform')?.version ?? ''
    return page(HealthPage, { t: ask.say(kernelWords), health: state, version, dead }, consolePage(ask))
  }),
]

async function auditList(ask: Asks, { before, action = '', subject = '' }: { before?: number; action?: string; subject?: string }, checked?: Awaited<ReturnType<typeof verifyAudit>>): Promise<Answer> {
  const filter = { ...(action !== '' && { action }), ...(subject !== '' && { subject }), ...(before !== undefined && { before }) }
  const { entries, actors } = await ask.read(async (db) => {
    const listed = await listAudit(db, { size: auditPage + 1, ...filter })
    return { entries: listed, actors: await namesOf(db, listed) }
  })
  const shownEntries = entries.slice(0, auditPage)
  const last = shownEntries.at(-1)
  const next = entries.length > auditPage && last ? addressWith(ask.url.pathname + ask.url.search, 'before', String(last.seq)) : undefined
  return page(AuditPage, { t: ask.say(kernelWords), csrf: ask.csrf(), entries: shownEntries, actors, filter: { action, subject }, next, checked }, consolePage(ask))
}

// The record holds ids only; the names are those the accounts have today.
async function namesOf(db: UnitOfWork, entries: readonly AuditEntry[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const id of new Set(entries.flatMap(({ actor }) => actor ?? []))) {
    const account = await findAccount(db, id)
    if (account) names.set(id, account.name)
  }
  return names
}

function shown(ask: Asks, job: JobProgress): ShownJob {
  const service = ask.platform.registry.byId(job.service)
  const detail = service && job.words !== null ? (ask.say(service.words).find(job.words, job.counts) ?? '') : ''
  return { ...job, detail, serviceName: service && service.id !== 'platform' ? nameIn(ask, service) : ask.say(kernelWords)('admin.audit-platform') }
}
