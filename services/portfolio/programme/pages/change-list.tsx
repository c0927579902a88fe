import { DataTable } from '@modellregion/ui'
import { parsePlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { textFields } from '../rules/change.ts'
import { allStages, amountKinds, kdnFields, type Change } from '../schema.ts'

/** Every change field by field, the newest first. */
export function ChangeList({ t, changes }: { t: PageT; changes: readonly Change[] }) {
  const rows = changes.flatMap((change) => Object.entries(change.detail).map(([field, [before, after]]) => ({ key: `${change.id} ${field}`, change, field, before, after })))
  return (
    <DataTable
      id="change-table"
      caption={t('programme.project.changes')}
      hideCaption
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'when', head: t('programme.change.when'), nowrap: true, cell: ({ change }) => t.format.dateTime(change.createdAt) },
        { key: 'what', head: t('programme.change.what'), rowHead: true, cell: ({ change, field }) => fieldName(t, change, field) },
        { key: 'before', head: t('programme.change.before'), cell: ({ change, field, before }) => valueOf(t, change, field, before) },
        { key: 'after', head: t('programme.change.after'), cell: ({ change, field, after }) => valueOf(t, change, field, after) },
      ]}
    />
  )
}

function fieldName(t: PageT, { what }: Change, field: string): string {
  const amount = amountKinds.find((kind) => kind === field)
  if (what === 'amount' && amount) return t(`programme.amount.${amount}`)
  if (what === 'period') return t(field === 'startsOn' ? 'programme.form.startsOn' : 'programme.form.endsOn')
  if (what !== 'texts') return t(`programme.change.${what}`)
  const inKdn = kdnFields.find((one) => one === field)
  if (inKdn) return t(`programme.kdn.${inKdn}`)
  const known = textFields.find((one) => one === field)
  return known === undefined ? field : known === 'promises' ? t('programme.filter.class') : t(`programme.form.${known}`)
}

function valueOf(t: PageT, { what }: Change, field: string, value: string): string {
  if (value === '') return t('programme.change.empty')
  const stage = what === 'stage' ? allStages.find((one) => one === value) : undefined
  if (stage) return t(`programme.stage.${stage}`)
  if (what === 'amount') return t.format.money(Number(value))
  const day = what === 'period' ? parsePlainDate(value) : undefined
  if (day) return t.format.date(day)
  if (field === 'isPublic') return value === 'true' ? t('programme.form.isPublic') : t('programme.project.internal')
  return value.length > 200 ? `${value.slice(0, 200)} …` : value
}
