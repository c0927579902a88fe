import { Button, DataTable, EmptyState, LinkButton, PageHead, Pagination, Select, Stack, Tag, TextField } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import type { DeviceFilter, DeviceRow } from '../list.ts'
import type { OpenHint } from '../hints.ts'
import { showDevEui } from '../rules/state.ts'
import { deviceStates } from '../schema.ts'
import { HintNotes } from './hint.tsx'

export const deviceHref = (devEui: string): string => `/smart-school/device/${devEui}`
export type ListProps = { t: PageT; csrf: string; rows: readonly DeviceRow[]; found: number; total: number; at: number; pages: number; schools: readonly School[]; filter: DeviceFilter; hints: readonly OpenHint[] }

/** All devices of the town, with what needs a hand first. */
export function DeviceListPage({ t, csrf, rows, found, total, at, pages, schools, filter, hints }: ListProps) {
  return (
    <Stack gap="l">
      <PageHead title={t('device.list.title')} lead={t('device.list.lead')}>
        <p class="mr-row">
          <LinkButton href="/smart-school/device/new">{t('device.new.title')}</LinkButton>
          <LinkButton kind="quiet" href="/smart-school/device/import">
            {t('device.import.title')}
          </LinkButton>
          <LinkButton kind="quiet" href="/smart-school/device/move">
            {t('device.move.title')}
          </LinkButton>
          <LinkButton kind="quiet" href={`/smart-school/device/labels${filter.school ? `?school=${filter.school}` : ''}`}>
            {t('device.labels.title')}
          </LinkButton>
        </p>
      </PageHead>
      <HintNotes t={t} csrf={csrf} hints={hints} level={2} />
      <form class="mr-row" action="/smart-school/device" method="get">
        <Select name="school" label={t('device.filter.school')} empty={t('device.filter.all-schools')} value={filter.school} choices={schools.map(({ slug, name }) => ({ value: slug, label: name }))} />
        <Select name="state" label={t('device.filter.state')} empty={t('device.filter.any-state')} value={filter.state} choices={deviceStates.map((state) => ({ value: state, label: t(`device.state.${state}`) }))} />
        <TextField name="text" label={t('device.filter.text')} value={filter.text} width={20} />
        <Button kind="quiet">{t('device.filter.apply')}</Button>
      </form>
      <DataTable
        id="devices"
        caption={t('device.list.caption')}
        captionNote={t('device.list.of', { shown: found, total })}
        kind="work"
        rows={rows}
        rowKey={({ device }) => device.devEui}
        empty={<EmptyState level={2} icon="device" title={t('device.list.none')} text={t('device.list.none-next')} />}
        columns={[
          { key: 'name', head: t('device.column.name'), rowHead: true, cell: ({ device }) => <a href={deviceHref(device.devEui)}>{device.name}</a> },
          { key: 'state', head: t('device.column.state'), cell: (row) => <StateTags t={t} row={row} /> },
          { key: 'place', head: t('device.column.place'), cell: ({ place, school }) => (place ? `${place.school}: ${place.name}` : (school?.name ?? '–')) },
          { key: 'seen', head: t('device.column.seen'), nowrap: true, cell: ({ device }) => (device.lastSeenAt ? t('place.value.short', { at: device.lastSeenAt }) : '–') },
          { key: 'battery', head: t('device.column.battery'), align: 'end', cell: ({ device }) => (device.batteryPercent === null ? '–' : t.format.percent(device.batteryPercent / 100, 0)) },
          { key: 'codec', head: t('device.column.codec'), cell: ({ device }) => device.codec ?? '–' },
          { key: 'eui', head: t('device.column.eui'), nowrap: true, cell: ({ device }) => <code>{showDevEui(device.devEui)}</code> },
        ]}
      />
      <Pagination label={t('device.list.pages')} page={at} pages={pages} href={(to) => hrefOf(filter, to)} words={{ page: t('device.list.page'), next: t('device.list.next'), previous: t('device.list.previous') }} />
    </Stack>
  )
}

/** The list on another page, with the same filter. */
const hrefOf = ({ school, state, text }: DeviceFilter, to: number): string =>
  `/smart-school/device?${new URLSearchParams({ ...(school !== undefined && { school }), ...(state !== undefined && { state }), ...(text !== undefined && { text }), page: String(to) }).toString()}`

/** What is wrong with a device in words; nothing wrong is said as well. */
export function StateTags({ t, row: { device, state, mounted } }: { t: PageT; row: DeviceRow }) {
  if (device.state === 'retired') return <Tag>{t('device.state.retired')}</Tag>
  const faults = [
    ...(state.silent ? [<Tag key="silent" kind="bad">{t('device.state.silent')}</Tag>] : []),
    ...(state.neverSeen && device.state === 'active' ? [<Tag key="never" kind="warn">{t('device.state.never')}</Tag>] : []),
    ...(state.batteryLow ? [<Tag key="battery" kind="warn">{t('device.state.battery')}</Tag>] : []),
    ...(device.codec === null ? [<Tag key="codec" kind="warn">{t('device.state.no-codec')}</Tag>] : []),
    ...(mounted ? [] : [<Tag key="mounted">{t(device.state === 'stock' ? 'device.state.stock' : 'device.state.not-mounted')}</Tag>]),
  ]
  return <span class="mr-row">{faults.length > 0 ? faults : <Tag kind="ok">{t('device.state.fine')}</Tag>}</span>
}
