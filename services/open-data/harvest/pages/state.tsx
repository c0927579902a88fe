import { Note, Progress, Tag, type TagKind } from '@modellregion/ui'
import type { JobState } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'
import { outcomes, type Counts, type HarvestRun, type Source } from '../schema.ts'

const kinds: Readonly<Record<HarvestRun['state'], TagKind>> = { running: 'info', done: 'ok', failed: 'bad' }

export const RunTag = ({ t, run }: { t: T; run: HarvestRun | undefined }) =>
  run ? <Tag kind={kinds[run.state]}>{t(`harvest.state.${run.state}`)}</Tag> : <Tag>{t('harvest.state.never')}</Tag>

/** What a run brought, without what did not change; "nothing new" when that is all. */
export function changesIn(t: T, counts: Counts): string {
  const parts = outcomes.flatMap((outcome) => (outcome === 'unchanged' || counts[outcome] === 0 ? [] : [t(`harvest.count.${outcome}`, { n: counts[outcome] })]))
  return parts.length > 0 ? parts.join(', ') : t('harvest.count.none')
}

/** What happens to a source next, in words. */
export function nextStep(t: T, source: Source, run: HarvestRun | undefined): string {
  if (run?.state === 'running') return t('harvest.next-running')
  if (source.paused) return t('harvest.next-paused')
  return run?.state === 'failed' ? t('harvest.next-failed') : t('harvest.next-night')
}

export type ShownJob = { state: JobState; share: number; text: string; error: string | null }

/** A harvest that was just ordered. The page loads itself again while it waits or runs. */
export function JobNote({ t, job }: { t: T; job: ShownJob | undefined }) {
  if (!job) return null
  if (job.state === 'queued') return <Note kind="info" role="status" level={0} title={t('harvest.job-queued')} />
  if (job.state === 'running') return <Progress id="job" label={t('harvest.job-running')} text={job.text || t('harvest.job-begins')} value={job.share} max={1} />
  if (job.state === 'done') return <Note kind="ok" role="status" level={0} title={t('harvest.job-done')} />
  return (
    <Note kind="bad" role="alert" level={0} title={t('harvest.job-failed')}>
      {job.error ? job.error.slice(0, 300) : null}
    </Note>
  )
}
