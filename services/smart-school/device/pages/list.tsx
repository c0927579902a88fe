import { Button, DataTable, EmptyState, LinkButton, PageHead, Pagination, Select, Stack, Tag, TextField } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import type { DeviceFilter, DeviceRow } from '../list.ts'
import type { OpenHint } from '../hints.ts'
import { showDevEui } from '../rules/state.ts'
import { refusalsToSee } from '../rules/trouble.ts'
import { deviceStates } from '../schema.ts'
import { HintNotes } from './hint.tsx'

export const deviceHref = (devEui: string): string => `/smart-school/device/${devEui}`
export type ListProps = { t: PageT; csrf: string; rows: readonly DeviceRow[]; found: number; total: number; troubled: number; at: number; pages: number; schools: readonly School[]; filter: DeviceFilter; hints: readonly OpenHint[] }

/** All devices of the town, with what needs a hand first. */
export function DeviceListPage({ t, csrf, rows, found, total, troubled, at, pages, schools, filter, hints }: ListProps) {
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
      <Stack>
        {troubled > 0 && filter.state === undefined ? (
          <p>
            <a href={hrefOf({ ...filter, state: 'attention' }, 1)}>{t.count('device.list.troubled', troubled)}</a>
          </p>
        ) : null}
        <DataTable
          id="devices"
          caption={t('device.list.caption')}
          captionNote={t('device.list.of', { shown: found, total })}
          kind="work"
          rows={rows}
          rowKey={({ device }) => device.devEui}
          empty={<EmptyState level={2} icon="device" title={t('device.list.none')} text={t('device.list.none-next')} />}
          columns={[
            // First, because a telephone shows hardly more than one column.
            { key: 'state', head: t('device.column.state'), cell: (row) => <StateTags t={t} row={row} /> },
            { key: 'name', head: t('device.column.name'), rowHead: true, cell: ({ device }) => <a href={deviceHref(device.devEui)}>{device.name}</a> },
            { key: 'place', head: t('device.column.place'), cell: ({ place, school }) => (place ? `${place.school}: ${place.name}` : (school?.name ?? '–')) },
            { key: 'seen', head: t('device.column.seen'), nowrap: true, cell: ({ device }) => (device.lastSeenAt ? t('place.value.short', { at: device.lastSeenAt }) : '–') },
            { key: 'battery', head: t('device.column.battery'), align: 'end', cell: ({ device }) => (device.batteryPercent === null ? '–' : t.format.percent(device.batteryPercent / 100, 0)) },
            { key: 'codec', head: t('device.column.codec'), cell: ({ device }) => device.codec ?? '–' },
            { key: 'eui', head: t('device.column.eui'), nowrap: true, cell: ({ device }) => <code>{showDevEui(device.devEui)}</code> },
          ]}
        />
      </Stack>
      <Pagination label={t('device.list.pages')} page={at} pages={pages} href={(to) => hrefOf(filter, to)} words={{ page: t('device.list.page'), next: t('device.list.next'), previous: t('device.list.previous') }} />
    </Stack>
  )
}

/** The list on another page, with the same filter. */
const hrefOf = ({ school, state, text }: DeviceFilter, to: number): string =>
  `/smart-school/device?${new URLSearchParams({ ...(school !== undefined && { school }), ...(state !== undefined && { state }), ...(text !== undefined && { text }), page: String(to) }).toString()}`

/** What is wrong with a device in words; nothing wrong is said as well. */
export function StateTags({ t, row: { device, troubles, refused } }: { t: PageT; row: DeviceRow }) {
  if (device.state !== 'active') return <Tag>{t(`device.state.${device.state}`)}</Tag>
  if (troubles.length === 0) return <Tag kind="ok">{t('device.state.fine')}</Tag>
  const reasons = refusalsToSee(refused).map(({ reason }) => t(`ingest.reason.${reason}`))
  return (
    <span class="mr-row">
      {troubles.map((trouble) =>
        trouble === 'quarantine' || trouble === 'clock' ? (
          <a key={trouble} href={`/smart-school/quarantine?device=${device.devEui}`}>
            <Tag kind="bad">{trouble === 'clock' ? t('device.state.clock') : t('device.state.quarantine-because', { reasons: reasons.join(', ') })}</Tag>
          </a>
        ) : (
          <Tag key={trouble} kind={trouble === 'silent' ? 'bad' : 'warn'}>
            {trouble === 'silent' && device.lastSeenAt ? t('device.state.silent-since', { at: device.lastSeenAt }) : t(`device.state.${trouble}`)}
          </Tag>
        ),
      )}
    </span>
  )
}
