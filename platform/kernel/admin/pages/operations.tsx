import { Button, DataTable, DescriptionList, EmptyState, Form, MoreLink, Note, Progress, Section, Tabs, Tag, TextField, type Tab, type TagKind } from '@modellregion/ui'
import type { AuditEntry, Verification } from '../../audit/index.ts'
import type { DeadDelivery } from '../../events/index.ts'
import type { Say } from '../../i18n/index.ts'
import type { JobProgress, JobState } from '../../jobs/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { Health } from '../../observe/index.ts'
import { Console } from './console.tsx'

type Texts = { t: Say<KernelWords>; csrf: string }

const kinds: Readonly<Record<JobState, TagKind>> = { queued: 'plain', running: 'info', done: 'ok', failed: 'warn', dead: 'bad' }

export type ShownJob = JobProgress & { serviceName: string; detail: string }

export function JobsPage({ t, csrf, jobs, tabs, done }: Texts & { jobs: readonly ShownJob[]; tabs: readonly Tab[]; done: string | undefined }) {
  return (
    <Console t={t} title={t('admin.jobs')} lead={t('admin.jobs-lead')} done={done}>
      <Tabs label={t('admin.jobs-state')} tabs={tabs} />
      <DataTable
        id="jobs"
        kind="work"
        caption={t('admin.jobs')}
        hideCaption
        rows={jobs}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} icon="cog" title={t('admin.jobs')} text={t('jobs.none')} />}
        columns={[
          { key: 'name', head: t('admin.jobs-what'), rowHead: true, cell: (job) => <code>{job.name}</code> },
          { key: 'service', head: t('admin.service'), cell: ({ serviceName }) => serviceName },
          { key: 'state', head: t('admin.jobs-state'), cell: ({ state }) => <Tag kind={kinds[state]}>{t(`jobs.state.${state}`)}</Tag> },
          { key: 'progress', head: t('admin.jobs-progress'), cell: (job) => <JobState t={t} job={job} /> },
          { key: 'at', head: t('admin.jobs-when'), nowrap: true, cell: ({ createdAt }) => t.format.dateTime(createdAt) },
          {
            key: 'retry',
            head: t('admin.action'),
            cell: (job) =>
              job.state === 'dead' ? (
                <Form action={`/admin/jobs/${job.id}/retry`} csrf={csrf} bare label={job.name}>
                  <Button kind="quiet" small>
                    {t('jobs.retry')}
                  </Button>
                </Form>
              ) : null,
          },
        ]}
      />
    </Console>
  )
}

function JobState({ t, job }: { t: Say<KernelWords>; job: ShownJob }) {
  if (job.state === 'running') return <Progress id={`p-${job.id}`} label={job.detail || job.name} text={t('jobs.progress', { share: job.progress })} value={job.progress} max={1} />
  if (job.error !== null && job.state !== 'done') return <span>{`${t('jobs.attempt', { attempt: job.attempts, most: job.maxAttempts })}: ${job.error.slice(0, 300)}`}</span>
  return <span>{job.detail}</span>
}

type AuditProps = Texts & {
  entries: readonly AuditEntry[]
  actors: ReadonlyMap<string, string>
  filter: { action: string; subject: string }
  next: string | undefined
  checked: Verification | undefined
}

export function AuditPage({ t, csrf, entries, actors, filter, next, checked }: AuditProps) {
  return (
    <Console t={t} title={t('admin.audit')} lead={t('admin.audit-lead')}>
      {checked === undefined ? null : checked.ok ? (
        <Note kind="ok" role="status" title={t('admin.audit-intact', { count: checked.entries })} />
      ) : (
        <Note kind="bad" role="alert" title={t('admin.audit-broken', { entry: checked.seq })} />
      )}
      <Form action="/admin/audit/check" csrf={csrf} bare>
        <Button kind="quiet">{t('admin.audit-check')}</Button>
      </Form>
      <Form action="/admin/audit" method="get" label={t('admin.audit-filter')} bare>
        <div class="mr-row mr-row--end">
          <TextField name="action" label={t('admin.audit-what')} value={filter.action} width={20} maxLength={100} />
          <TextField name="subject" label={t('admin.audit-subject')} value={filter.subject} width={20} maxLength={200} />
          <Button kind="quiet">{t('search.filters-apply')}</Button>
        </div>
      </Form>
      <DataTable
        id="audit"
        kind="work"
        caption={t('admin.audit')}
        hideCaption
        rows={entries}
        rowKey={({ seq }) => String(seq)}
        empty={<EmptyState level={2} icon="shield" title={t('admin.audit')} text={t('admin.audit-none')} />}
        columns={[
          { key: 'seq', head: '#', align: 'end', cell: ({ seq }) => seq },
          { key: 'when', head: t('admin.audit-when'), nowrap: true, cell: ({ at }) => t.format.dateTime(at) },
          { key: 'who', head: t('admin.audit-who'), cell: ({ actor }) => (actor === null ? t('admin.audit-platform') : (actors.get(actor) ?? actor.slice(0, 8))) },
          { key: 'what', head: t('admin.audit-what'), rowHead: true, cell: ({ action }) => <code>{action}</code> },
          { key: 'subject', head: t('admin.audit-subject'), cell: ({ subject }) => <code>{subject}</code> },
          { key: 'detail', head: t('admin.audit-detail'), cell: ({ detail }) => (Object.keys(detail).length === 0 ? '' : <code>{JSON.stringify(detail)}</code>) },
        ]}
      />
      {next === undefined ? null : (
        <p>
          <MoreLink href={next}>{t('admin.audit-older')}</MoreLink>
        </p>
      )}
    </Console>
  )
}

export function HealthPage({ t, health, version, dead }: { t: Say<KernelWords>; health: Health; version: string; dead: readonly DeadDelivery[] }) {
  const state = (up: boolean) => <Tag kind={up ? 'ok' : 'bad'}>{up ? t('admin.health-ok') : t('admin.health-down')}</Tag>
  const entries = [
    { term: t('admin.health-database'), value: state(health.database === 'ok') },
    { term: t('admin.health-queue'), value: state(health.queue === 'ok') },
    { term: t('admin.health-storage'), value: state(health.files === 'ok') },
    { term: t('admin.health-mail'), value: t(`admin.health-mail-${health.mail}`) },
    { term: t('admin.health-workers'), value: t.format.number(health.workers) },
    { term: t('admin.health-waiting'), value: t('admin.health-seconds', { seconds: health.oldestJobSeconds }) },
    { term: t('admin.health-version'), value: version },
  ]
  return (
    <Console t={t} title={t('admin.health')} lead={t('admin.health-lead')}>
      <Note kind={health.ready ? 'ok' : 'bad'} title={health.ready ? t('admin.health-ok') : t('admin.health-down')} />
      <DescriptionList entries={entries} />
      <Section id="events" title={t('admin.health-events')}>
        {dead.length === 0 ? <p>{t('admin.health-events-none')}</p> : null}
        <ul class="mr-list">
          {dead.map((delivery) => (
            <li key={`${delivery.subscriber} ${delivery.event}`}>
              <code>{`${delivery.subscriber}: ${delivery.type}`}</code> {t.format.dateTime(delivery.at)} {delivery.error ?? ''}
            </li>
          ))}
        </ul>
      </Section>
    </Console>
  )
}
