import { Button, DataTable, DescriptionList, EmptyState, Form, LinkButton, Note, PageHead, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { roomHref } from '../../place/frame.ts'
import { headOf, valueText } from '../../place/values.ts'
import type { Mounting } from '../../store/schema.ts'
import type { OpenHint } from '../hints.ts'
import type { DeviceRow } from '../list.ts'
import type { SensorSeries } from '../schema.ts'
import { showDevEui } from '../rules/state.ts'
import { HintNotes } from './hint.tsx'
import { deviceHref, StateTags } from './list.tsx'

export type DeviceProps = {
  t: PageT
  csrf: string
  row: DeviceRow
  codecName: string | undefined
  mountings: readonly (Mounting & { place: string })[]
  channels: readonly (SensorSeries & { place: string; mayRead: boolean })[]
  hints: readonly OpenHint[]
  news: 'registered' | 'changed' | 'moved' | undefined
  /** How many observations moved, and the way back. */
  moved: number
  undo: string | undefined
}

export function DevicePage(props: DeviceProps) {
  const { t, csrf, row, codecName, hints, news, moved, undo } = props
  const { device, place } = row
  return (
    <Stack gap="l">
      {news ? (
        <Note kind="ok" role="status" level={0} title={news === 'moved' ? t.count('device.moved', moved) : t(news === 'registered' ? 'device.registered' : 'device.changed')}>
          {undo ? <a href={undo}>{t('device.move.undo')}</a> : null}
        </Note>
      ) : null}
      <PageHead title={device.name} lead={place ? `${place.school}: ${place.name}` : t('device.hangs-nowhere')}>
        <StateTags t={t} row={row} />
        {device.state === 'retired' ? (
          <Form action={`${deviceHref(device.devEui)}/revive`} csrf={csrf} bare>
            <Button kind="quiet">{t('device.revive')}</Button>
          </Form>
        ) : (
          <p class="mr-row">
            <LinkButton href={`/smart-school/device/move?device=${device.devEui}`}>{t('device.move.title')}</LinkButton>
            <LinkButton kind="quiet" href={`${deviceHref(device.devEui)}/edit`}>
              {t('device.edit.title')}
            </LinkButton>
            <LinkButton kind="bare" href={`${deviceHref(device.devEui)}/retire`}>
              {t('device.retire.title')}
            </LinkButton>
          </p>
        )}
      </PageHead>
      <HintNotes t={t} csrf={csrf} hints={hints} level={2} />
      <DescriptionList
        entries={[
          { term: t('device.column.eui'), value: <code>{showDevEui(device.devEui)}</code> },
          { term: t('device.column.codec'), value: codecName ?? device.codec ?? t('device.no-codec') },
          { term: t('device.column.seen'), value: device.lastSeenAt ? t('place.value.at', { at: device.lastSeenAt }) : t('device.never-seen') },
          { term: t('device.expected'), value: t('device.minutes', { minutes: device.expectedMinutes }) },
          ...(device.batteryPercent === null ? [] : [{ term: t('device.column.battery'), value: t.format.percent(device.batteryPercent / 100, 0) }]),
          ...(device.rssi === null ? [] : [{ term: t('device.signal'), value: t('device.signal-text', { rssi: device.rssi, snr: device.snr ?? 0 }) }]),
        ]}
      />
      <Channels {...props} />
      <Mountings {...props} />
    </Stack>
  )
}

function Channels({ t, channels }: DeviceProps) {
  return (
    <Section id="channels" title={t('device.channels')}>
      <DataTable
        id="channel-table"
        caption={t('device.channels')}
        hideCaption
        rows={channels}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState level={3} icon="data" title={t('device.no-values')} text={t('device.no-values-next')} />}
        columns={[
          { key: 'channel', head: t('device.column.channel'), rowHead: true, cell: ({ quantity }) => headOf(t, quantity) },
          { key: 'name', head: t('device.column.channel-name'), cell: ({ channel }) => <code>{channel}</code> },
          { key: 'place', head: t('device.column.place'), cell: ({ place, thingId }) => <a href={roomHref(thingId)}>{place}</a> },
          { key: 'value', head: t('device.column.value'), align: 'end', cell: ({ number, quantity, mayRead }) => (number === null ? '–' : mayRead ? valueText(t, quantity, number) : t('place.rooms.sealed')) },
          { key: 'first', head: t('place.room.from'), nowrap: true, cell: ({ firstTime }) => (firstTime ? t('place.value.short', { at: firstTime }) : '–') },
          { key: 'last', head: t('place.room.to'), nowrap: true, cell: ({ lastTime }) => (lastTime ? t('place.value.short', { at: lastTime }) : '–') },
        ]}
      />
    </Section>
  )
}

function Mountings({ t, mountings }: DeviceProps) {
  return (
    <Section id="mountings" title={t('device.mountings')}>
      <DataTable
        id="mounting-table"
        caption={t('device.mountings')}
        hideCaption
        rows={mountings}
        rowKey={({ id }) => id}
        empty={<EmptyState level={3} icon="pin" title={t('device.hangs-nowhere')} text={t('device.hangs-nowhere-next')} />}
        columns={[
          { key: 'place', head: t('device.column.place'), rowHead: true, cell: ({ place, thingId }) => <a href={roomHref(thingId)}>{place}</a> },
          { key: 'channel', head: t('device.column.channel'), cell: ({ channel }) => (channel === '*' ? t('place.room.all-channels') : <code>{channel}</code>) },
          { key: 'from', head: t('place.room.from'), nowrap: true, cell: ({ from }) => t('place.value.short', { at: from }) },
          { key: 'to', head: t('place.room.to'), nowrap: true, cell: ({ to }) => (to ? t('place.value.short', { at: to }) : t('place.room.today')) },
        ]}
      />
    </Section>
  )
}

