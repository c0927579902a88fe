import { Button, DataTable, DateField, DescriptionList, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Panel, Progress, Select, Stack } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { Codec, CodecDevice, Extreme, Replay, ReplayCounts, SeriesSummary } from '../schema.ts'
import { codecHref } from './parts.tsx'

export const replayHref = (codec: string, replay?: string): string => `${codecHref(codec)}/replay${replay === undefined ? '' : `/${replay}`}`
const sumOf = (counts: ReplayCounts): number => counts.changed + counts.fresh + counts.gone
const lastDay = (until: Date): Date => new Date(until.getTime() - 1)

export type ReplayStartProps = { t: PageT; csrf: string; codec: Codec; versions: readonly number[]; devices: readonly CodecDevice[]; replays: readonly Replay[]; typed: Typed; errors: FormErrors }

export function ReplayStartPage({ t, csrf, codec, versions, devices, replays, typed, errors }: ReplayStartProps) {
  const words = { day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }
  const day = (name: string) => ({ name, words, value: { day: typedOf(typed, `${name}-day`), month: typedOf(typed, `${name}-month`), year: typedOf(typed, `${name}-year`) }, error: errors[name] })
  return (
    <>
      <ErrorSummary title={t('codec.replay.errors')} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      <PageHead title={t('codec.replay.title')} lead={t('codec.replay.lead')} />
      <Stack gap="l">
        <Form action={replayHref(codec.id)} csrf={csrf}>
          <Select name="version" label={t('codec.replay.version')} choices={versions.map((version) => ({ value: String(version), label: t('codec.facts.version', { version }) }))} value={typedOf(typed, 'version') || String(codec.version)} error={errors['version']} />
          <Select name="device" label={t('codec.replay.device')} empty={t('codec.replay.all-devices')} choices={devices.map(({ devEui, name }) => ({ value: devEui, label: `${name} (${devEui})` }))} value={typedOf(typed, 'device')} error={errors['device']} />
          <DateField {...day('from')} label={t('codec.replay.from')} />
          <DateField {...day('until')} label={t('codec.replay.until')} />
          <FormEnd>
            <Button>{t('codec.replay.start')}</Button>
            <LinkButton kind="bare" href={codecHref(codec.id)}>
              {t('action.cancel')}
            </LinkButton>
          </FormEnd>
        </Form>
        {replays.length > 0 ? (
          <DataTable
            id="replays"
            caption={t('codec.replay.earlier')}
            rows={replays}
            rowKey={({ id }) => id}
            columns={[
              { key: 'when', head: t('codec.replay.when'), rowHead: true, nowrap: true, cell: ({ id, createdAt }) => <a href={replayHref(codec.id, id)}>{t.format.dateTime(createdAt)}</a> },
              { key: 'version', head: t('codec.replay.version'), align: 'end', cell: ({ codecVersion }) => codecVersion },
              { key: 'device', head: t('codec.replay.device'), cell: ({ devEui }) => devEui ?? t('codec.replay.all-devices') },
              { key: 'period', head: t('codec.replay.period'), cell: ({ from, until }) => t('codec.replay.span', { from, until: lastDay(until) }) },
              { key: 'state', head: t('codec.replay.result'), cell: ({ state }) => t(`codec.replay.state.${state}`) },
            ]}
          />
        ) : null}
      </Stack>
    </>
  )
}

export type ReplayPageProps = { t: PageT; csrf: string; codec: Codec; isActive: boolean; replay: Replay; job: { share: number | null; text: string } | undefined; /** Its work was given up. */ isBroken: boolean; names: ReadonlyMap<number, string> }

export function ReplayPage({ t, csrf, codec, isActive, replay, job, isBroken, names }: ReplayPageProps) {
  const counts = replay.state === 'applied' ? replay.applied : replay.counts
  return (
    <>
      <PageHead title={isBroken ? t('codec.replay.state.failed') : headlineOf(t, replay, counts)} lead={`${codec.name}, ${t('codec.facts.version', { version: replay.codecVersion })}, ${t('codec.replay.span', { from: replay.from, until: lastDay(replay.until) })}`} />
      <Stack gap="l">
        {job ? <Progress id="replay" label={t('codec.replay.running')} text={job.text || t('codec.replay.waiting')} value={job.share === null ? undefined : Math.round(job.share * 100)} /> : null}
        {isBroken ? <Note kind="bad" level={2} title={t('codec.replay.broken')}>{t('codec.replay.broken-next')}</Note> : null}
        {replay.state === 'failed' ? <Note kind="bad" level={2} title={t('codec.replay.state.failed')}>{replay.error === 'not-active' ? t('codec.replay.failed.not-active') : t('codec.replay.failed.no-version')}</Note> : null}
        {counts && !job ? <Counts t={t} counts={counts} names={names} /> : null}
        {replay.state === 'compared' && !job && counts && sumOf(counts) > 0 ? <Apply t={t} csrf={csrf} codec={codec} replay={replay} isActive={isActive} /> : null}
        <p>
          <a href={replayHref(codec.id)}>{t('codec.replay.title')}</a>
        </p>
      </Stack>
    </>
  )
}

function headlineOf(t: PageT, { state }: Replay, counts: ReplayCounts | null): string {
  if (state === 'applied' && counts) return t('codec.replay.did-change', { n: sumOf(counts) })
  if (state === 'compared' && counts) return sumOf(counts) === 0 ? t('codec.replay.nothing') : t('codec.replay.would-change', { n: sumOf(counts) })
  return t(`codec.replay.state.${state}`)
}

function Counts({ t, counts, names }: { t: PageT; counts: ReplayCounts; names: ReadonlyMap<number, string> }) {
  const kinds = ['frames', 'unread', 'same', 'changed', 'fresh', 'gone'] as const
  const step = ({ at, before, after }: Extreme): string => t('codec.replay.step', { at: new Date(at), before: before === null ? '–' : t.format.number(before, 3), after: after === null ? '–' : t.format.number(after, 3) })
  return (
    <>
      <DescriptionList entries={kinds.map((kind) => ({ term: t(`codec.replay.count.${kind}`), value: t.format.number(counts[kind]) }))} />
      {counts.series.length > 0 ? (
        <DataTable<SeriesSummary>
          id="series"
          caption={t('codec.replay.by-series')}
          rows={counts.series}
          rowKey={({ devEui, thingId, channel }) => `${devEui} ${thingId} ${channel}`}
          columns={[
            { key: 'series', head: t('codec.replay.channel'), rowHead: true, cell: ({ thingId, channel }) => `${names.get(thingId) ?? thingId}: ${channel}` },
            { key: 'device', head: t('codec.replay.device'), cell: ({ devEui }) => devEui },
            ...(['changed', 'fresh', 'gone'] as const).map((kind) => ({ key: kind, head: t(`codec.replay.${kind}`), align: 'end' as const, cell: (row: SeriesSummary) => t.format.number(row[kind]) })),
            { key: 'first', head: t('codec.replay.first'), cell: ({ first }) => step(first) },
            { key: 'largest', head: t('codec.replay.largest'), cell: ({ largest }) => step(largest) },
          ]}
        />
      ) : null}
    </>
  )
}

function Apply({ t, csrf, codec, replay, isActive }: Pick<ReplayPageProps, 't' | 'csrf' | 'codec' | 'replay' | 'isActive'>) {
  return (
    <Panel title={t('codec.replay.apply-title')} act>
      <p>
        <a href={`${replayHref(codec.id, replay.id)}/changes.csv`}>{t('codec.replay.csv')}</a>
      </p>
      {isActive ? (
        <>
          <p>{t('codec.replay.apply-text')}</p>
          <Form action={`${replayHref(codec.id, replay.id)}/apply`} csrf={csrf} bare>
            <Button>{t('codec.replay.apply')}</Button>
          </Form>
        </>
      ) : (
        <p>{t('codec.replay.inactive')}</p>
      )}
    </Panel>
  )
}
