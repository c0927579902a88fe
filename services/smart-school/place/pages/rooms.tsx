import { type Column, DataTable, EmptyState, PageHead, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { QuantityId } from '../../quantity/quantity.ts'
import { roomHref, type SchoolLink } from '../frame.ts'
import type { RoomRow, SchoolView } from '../read.ts'
import { SchoolNav } from '../school-nav.tsx'
import { headOf, valueText } from '../values.ts'

export type RoomsProps = { t: PageT; view: SchoolView; links: readonly SchoolLink[] }

/** All rooms of a school with what was measured last. */
export function RoomsPage({ t, view, links }: RoomsProps) {
  return (
    <>
      <PageHead title={t('place.rooms.title', { school: view.school.name })} lead={t('place.rooms.lead')} />
      <Stack gap="l">
        <SchoolNav t={t} school={view.school} active="rooms" links={links} />
        <RoomTable t={t} id="rooms" rows={view.rooms} />
      </Stack>
    </>
  )
}

const columns: readonly QuantityId[] = ['co2', 'temperature', 'humidity', 'contact']

/** Rooms with their last values; the columns that nobody can see are left out. */
export function RoomTable({ t, id, rows }: { t: PageT; id: string; rows: readonly RoomRow[] }) {
  const shown = columns.filter((quantity) => rows.some(({ values }) => values.has(quantity)))
  const table: Column<RoomRow>[] = [
    { key: 'room', head: t('place.rooms.room'), rowHead: true, cell: ({ room }) => <a href={roomHref(room.id)}>{room.name}</a> },
    ...shown.map((quantity): Column<RoomRow> => ({ key: quantity, head: headOf(t, quantity), align: 'end', cell: ({ values, sealed }) => cellOf(t, quantity, values, sealed) })),
    { key: 'at', head: t('place.rooms.at'), nowrap: true, cell: ({ values }) => atOf(t, [...values.values()].map(({ at }) => at)) },
    { key: 'floor', head: t('place.rooms.where'), cell: ({ floor }) => floor },
  ]
  return <DataTable id={id} caption={t('place.rooms.caption')} hideCaption columns={table} rows={rows} rowKey={({ room }) => String(room.id)} empty={<EmptyState level={3} icon="building" title={t('place.rooms.none')} text={t('place.rooms.none-next')} />} />
}

function cellOf(t: PageT, quantity: QuantityId, values: RoomRow['values'], sealed: boolean) {
  const value = values.get(quantity)
  if (value) return quantity === 'co2' && value.value >= 1000 ? <Tag kind={value.value >= 2000 ? 'bad' : 'warn'}>{valueText(t, quantity, value.value)}</Tag> : valueText(t, quantity, value.value)
  return sealed ? <span class="mr-muted">{t('place.rooms.sealed')}</span> : '–'
}

const atOf = (t: PageT, moments: readonly Date[]): string => {
  const last = moments.toSorted((a, b) => b.getTime() - a.getTime())[0]
  return last ? t('place.value.short', { at: last }) : '–'
}
