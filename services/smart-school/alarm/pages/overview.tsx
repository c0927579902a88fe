import { DataTable, EmptyState, PageHead, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import type { Alarm, Severity } from '../schema.ts'
import { AlarmTable, bySeverity } from './list.tsx'

export type May = { rules: boolean; receive: boolean; chain: boolean }
type Props = { t: PageT; language: 'de' | 'en'; schools: readonly School[]; alarms: readonly Alarm[]; may: May }

/** What is open at all schools the reader takes care of. */
export function OverviewPage({ t, schools, alarms, may }: Props) {
  const names = new Map(schools.map(({ id, name }) => [id, name]))
  const count = (school: School, severity: Severity): string => String(alarms.filter((alarm) => alarm.schoolId === school.id && alarm.severity === severity).length || '–')
  return (
    <>
      <PageHead title={t('alarm.all.title')} lead={t('alarm.all.lead')}>
        <AlarmLinks t={t} may={may} />
      </PageHead>
      <Stack gap="l">
        <Section id="open" title={t('alarm.open')}>
          {alarms.length === 0 ? (
            <EmptyState icon="ok" title={t('alarm.open-none')} text={t('alarm.open-none-text')} />
          ) : (
            <AlarmTable t={t} id="alarms" caption={t('alarm.open')} alarms={bySeverity(alarms)} schoolName={(id) => names.get(id) ?? ''} />
          )}
        </Section>
        <Section id="schools" title={t('alarm.all.schools')}>
          <DataTable
            id="schools-table"
            caption={t('alarm.all.schools')}
            hideCaption
            rows={schools}
            rowKey={({ slug }) => slug}
            columns={[
              { key: 'school', head: t('alarm.all.school'), rowHead: true, cell: (school) => <a href={`/smart-school/school/${school.slug}/alarms`}>{school.name}</a> },
              { key: 'urgent', head: t('alarm.severity.urgent'), align: 'end', cell: (school) => count(school, 'urgent') },
              { key: 'warn', head: t('alarm.severity.warn'), align: 'end', cell: (school) => count(school, 'warn') },
              { key: 'info', head: t('alarm.severity.info'), align: 'end', cell: (school) => count(school, 'info') },
              ...(may.rules ? [{ key: 'report', head: t('alarm.report.title'), cell: (school: School) => <a href={`/smart-school/school/${school.slug}/alarms/report`} aria-label={`${t('alarm.report.title')}: ${school.name}`}>{t('alarm.report.title')}</a> }] : []),
            ]}
          />
        </Section>
      </Stack>
    </>
  )
}

/** The pages around alarms that somebody may open. */
export function AlarmLinks({ t, may, slug }: { t: PageT; may: May; slug?: string }) {
  const links = [
    ...(slug && may.rules ? [{ href: `/smart-school/school/${slug}/alarms/report`, label: t('alarm.link.report') }] : []),
    ...(slug ? [{ href: '/smart-school/alarms', label: t('alarm.link.all') }] : []),
    ...(may.rules ? [{ href: `/smart-school/alarms/rules${slug ? `?school=${slug}` : ''}`, label: t('alarm.link.rules') }] : []),
    ...(may.receive ? [{ href: '/smart-school/alarms/settings', label: t('alarm.link.settings') }] : []),
    ...(may.chain ? [{ href: '/smart-school/alarms/chain', label: t('alarm.link.chain') }, { href: '/smart-school/alarms/load', label: t('alarm.link.load') }] : []),
  ]
  return (
    <p class="mr-row">
      {links.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </p>
  )
}
