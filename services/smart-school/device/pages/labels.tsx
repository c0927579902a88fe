import { Button, EmptyState, Grid, PageHead, Select, Stack } from '@modellregion/ui'
import { encodeQR } from 'qr'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import type { DeviceRow } from '../list.ts'
import { showDevEui } from '../rules/state.ts'
import { deviceHref } from './list.tsx'

/** A sheet of labels: a camera leads from the device to its page. Printed from the browser. */
export function LabelsPage({ t, rows, schools, school, origin }: { t: PageT; rows: readonly DeviceRow[]; schools: readonly School[]; school: string | undefined; origin: string }) {
  return (
    <Stack gap="l">
      <PageHead title={t('device.labels.title')} lead={t('device.labels.lead')} />
      <form class="mr-row" action="/smart-school/device/labels" method="get">
        <Select name="school" label={t('device.filter.school')} empty={t('device.filter.all-schools')} value={school} choices={schools.map(({ slug, name }) => ({ value: slug, label: name }))} />
        <Button kind="quiet">{t('device.filter.apply')}</Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState level={2} icon="device" title={t('device.list.none')} text={t('device.list.none-next')} />
      ) : (
        <Grid min={15}>
          {rows.map(({ device, place }) => (
            <div key={device.devEui} class="mr-card mr-stack-s">
              <Code text={`${origin}${deviceHref(device.devEui)}`} label={t('device.labels.code', { device: device.name })} />
              <b>{device.name}</b>
              <span class="mr-small">{place ? `${place.school}: ${place.name}` : ''}</span>
              <code>{showDevEui(device.devEui)}</code>
            </div>
          ))}
        </Grid>
      )}
    </Stack>
  )
}

/** Dark modules as one path on a light ground, so that a camera reads it in the dark look too. */
function Code({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 })
  const size = rows.length
  const path = rows.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width="140" height="140" role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}
