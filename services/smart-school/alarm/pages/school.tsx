import { DataTable, EmptyState, PageHead, Prose, Pagination, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { SchoolLink } from '../../place/frame.ts'
import { SchoolNav } from '../../place/school-nav.tsx'
import type { School } from '../../store/schema.ts'
import type { Alarm } from '../schema.ts'
import { AlarmTable, bySeverity } from './list.tsx'
import { AlarmLinks, type May } from './overview.tsx'

export type BatteryRow = { seriesId: number; level: number; unit: 'V' | '%'; emptyOn: string | null; place: string; device: string; devEui: string | null }
type Props = {
  t: PageT
  language: 'de' | 'en'
  school: School
  links: readonly SchoolLink[]
  open: readonly Alarm[]
  past: readonly Alarm[]
  page: number
  pages: number
  batteries: readonly BatteryRow[]
  /** Whether the pages of devices may be opened. */
  mayDevices: boolean
  mutes: readonly { id: string; until: Date; reason: string }[]
  may: May
}

/** Alarms of one school: what is open, what is muted, what was, and which batteries end next. */
export function SchoolAlarmsPage({ t, school, links, open, past, page, pages, batteries, mayDevices, mutes, may }: Props) {
  return (
    <>
      <PageHead title={`${t('alarm.title')}: ${school.name}`} lead={t('alarm.school.lead')} />
      <Stack gap="l">
        <SchoolNav t={t} school={school} active="alarms" links={links} />
        <AlarmLinks t={t} may={may} slug={school.slug} />
        <Section id="open" title={t('alarm.open')}>
          {open.length === 0 ? <EmptyState icon="ok" title={t('alarm.open-none')} text={t('alarm.open-none-text')} /> : <AlarmTable t={t} id="open-alarms" caption={t('alarm.open')} alarms={bySeverity(open)} />}
        </Section>
        {mutes.length > 0 ? (
          <Section id="mutes" title={t('alarm.report.mutes')}>
            <Prose>
              <ul>
                {mutes.map((mute) => (
                  <li key={mute.id}>{t('alarm.mute.until', mute)}</li>
                ))}
              </ul>
            </Prose>
          </Section>
        ) : null}
        {batteries.length > 0 ? (
          <Section id="batteries" title={t('alarm.battery.title')}>
            <DataTable
              id="battery-table"
              caption={t('alarm.battery.title')}
              hideCaption
              rows={batteries.slice(0, 15)}
              rowKey={({ seriesId }) => String(seriesId)}
              columns={[
                { key: 'device', head: t('alarm.battery.device'), rowHead: true, cell: (row) => (mayDevices && row.devEui ? <a href={`/smart-school/device/${row.devEui}`}>{row.device}</a> : row.device) },
                { key: 'level', head: t('alarm.battery.level'), align: 'end', cell: (row) => `${t.format.number(row.level, 2)} ${row.unit}` },
                { key: 'empty', head: t('alarm.battery.empty'), cell: (row) => (row.emptyOn === null ? t('alarm.battery.never') : t.format.date(new Date(`${row.emptyOn}T12:00:00Z`))) },
              ]}
            />
          </Section>
        ) : null}
        <Section id="past" title={t('alarm.past')}>
          {past.length === 0 ? <p class="mr-muted">{t('alarm.past-none')}</p> : <AlarmTable t={t} id="past-alarms" caption={t('alarm.past')} alarms={past} ended />}
          <Pagination
            label={t('alarm.pages')}
            page={page}
            pages={pages}
            href={(to) => `/smart-school/school/${school.slug}/alarms?page=${to}`}
            words={{ page: t('alarm.page'), next: t('alarm.next'), previous: t('alarm.previous') }}
          />
        </Section>
      </Stack>
    </>
  )
}
