import { DataTable } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { headingOf } from '../say.ts'
import type { Alarm } from '../schema.ts'
import { SeverityTag, StateTag } from './parts.tsx'

const order = { urgent: 0, warn: 1, info: 2 } as const

export const bySeverity = (alarms: readonly Alarm[]): Alarm[] => [...alarms].sort((a, b) => order[a.severity] - order[b.severity] || b.raisedAt.getTime() - a.raisedAt.getTime())

type Props = { t: PageT; id: string; caption: string; alarms: readonly Alarm[]; schoolName?: ((id: number) => string) | undefined; ended?: boolean }

/** Alarms as a table; the first column leads to the alarm. */
export function AlarmTable({ t, id, caption, alarms, schoolName, ended = false }: Props) {
  return (
    <DataTable
      id={id}
      caption={caption}
      hideCaption
      rows={alarms}
      rowKey={(alarm) => alarm.id}
      columns={[
        { key: 'what', head: t('alarm.column.what'), rowHead: true, cell: (alarm) => <a href={`/smart-school/alarm/${alarm.id}`}>{headingOf(t, alarm)}</a> },
        ...(schoolName ? [{ key: 'school', head: t('alarm.all.school'), cell: (alarm: Alarm) => schoolName(alarm.schoolId) }] : []),
        { key: 'severity', head: t('alarm.column.severity'), nowrap: true, cell: (alarm) => <SeverityTag t={t} severity={alarm.severity} /> },
        ...(ended ? [] : [{ key: 'state', head: t('alarm.column.state'), nowrap: true, cell: (alarm: Alarm) => <StateTag t={t} state={alarm.state} /> }]),
        { key: 'since', head: t('alarm.column.since'), nowrap: true, cell: (alarm) => t.format.dateTime(alarm.raisedAt) },
        ...(ended ? [{ key: 'until', head: t('alarm.column.until'), nowrap: true, cell: (alarm: Alarm) => (alarm.clearedAt ? t.format.dateTime(alarm.clearedAt) : '') }] : []),
      ]}
    />
  )
}
