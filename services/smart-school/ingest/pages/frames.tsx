import { DataTable, EmptyState, PageHead, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Frame, FrameState } from '../schema.ts'

type Props = { t: PageT; eui: string; name: string | undefined; frames: readonly Frame[]; counts: readonly { state: FrameState; count: number }[]; shown: number }

/** What a device sent, byte for byte, and what was read from it. */
export function FramesPage({ t, eui, name, frames, counts, shown }: Props) {
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <PageHead title={t('ingest.frames.of', { name: name ?? eui })} lead={t('ingest.frames.lead')} />
      <Stack gap="m">
        <p>{counts.map(({ state, count }) => `${t(`ingest.state.${state}`)}: ${t('ingest.count', { count })}`).join(' · ')}</p>
        <DataTable
          id="frames"
          caption={t('ingest.frames.title')}
          {...(all > frames.length && { captionNote: t('ingest.frames.shown', { shown, all }) })}
          rows={frames}
          rowKey={({ at, key }) => `${at.getTime()} ${key}`}
          empty={<EmptyState level={2} icon="clock" title={t('ingest.frames.none')} text={t('ingest.frames.none-text')} />}
          columns={[
            { key: 'at', head: t('ingest.frames.at'), rowHead: true, nowrap: true, cell: ({ at }) => t('ingest.at', { at }) },
            { key: 'counter', head: t('ingest.frames.counter'), align: 'end', cell: ({ fCnt }) => fCnt },
            { key: 'port', head: t('ingest.frames.port'), align: 'end', cell: ({ fPort }) => fPort },
            { key: 'payload', head: t('ingest.frames.payload'), cell: ({ payload }) => <code>{payload.toString('hex')}</code> },
            { key: 'source', head: t('ingest.source.one'), cell: ({ source }) => source },
            { key: 'rssi', head: t('ingest.frames.rssi'), align: 'end', cell: ({ rssi }) => (rssi === null ? '–' : `${Math.round(rssi)} dBm`) },
            { key: 'state', head: t('ingest.frames.state'), cell: ({ state }) => <Tag kind={state === 'read' ? 'ok' : 'warn'}>{t(`ingest.state.${state}`)}</Tag> },
            { key: 'codec', head: t('ingest.frames.codec'), cell: ({ codec, codecVersion }) => (codec === null ? '–' : `${codec} ${codecVersion ?? ''}`) },
          ]}
        />
      </Stack>
    </>
  )
}
