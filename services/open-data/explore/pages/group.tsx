import { Button, DataTable, Hidden, Select, EmptyState, type Column } from '@modellregion/ui'
import type { Cell } from '../../store/schema.ts'
import type { FieldProfile } from '../../store/table.ts'
import type { T } from '../../locales/index.ts'
import { isNumber } from '../columns.ts'
import type { Group, GroupData, Grouping } from '../group-data.ts'
import { pickedText } from '../read-value.ts'
import { hows, labelOf, type Filter, type Selection } from '../schema.ts'
import { hrefOf } from '../selection.ts'
import { cellText, headOf, numberText } from './cell.tsx'
import { keepAll, type Frame } from './frame.ts'

/** Rows put together by one or two columns; each group leads to its rows. */
export function GroupView(props: Frame & { data: GroupData | undefined }) {
  const { t, data } = props
  return (
    <>
      {props.isEmbedded ? null : <GroupForm {...props} grouping={data?.grouping} />}
      {data && data.groups.length > 0 ? <Groups {...props} data={data} /> : <EmptyState level={2} title={t('explore.no-groups')} text={t('explore.no-groups-next')} />}
    </>
  )
}

function Groups(props: Frame & { data: GroupData }) {
  const { t, data } = props
  const { grouping, groups, total } = data
  const columns: Column<Group>[] = [
    ...grouping.by.map((field, at): Column<Group> => ({ key: `by-${field.id}`, head: headOf(field), rowHead: at === 0, cell: (group) => (at === 0 && !props.isEmbedded ? <RowsLink {...props} group={group} field={field} /> : keyText(group.keys[at] ?? null, field, t)) })),
    ...(grouping.value ? [{ key: 'value', head: measureText(grouping, t), align: 'end' as const, cell: (group: Group) => (grouping.value ? numberText(group.value, { ...grouping.value, max: '10000' }, t) : '') }] : []),
    { key: 'count', head: t('explore.count'), align: 'end', cell: (group) => t.format.number(group.rows) },
  ]
  return <DataTable id="groups" caption={groupTitle(grouping, t)} captionNote={t('explore.groups-shown', { n: groups.length, all: total })} columns={columns} rows={groups} />
}

const keyText = (cell: Cell, field: FieldProfile, t: T): string => (cell === null ? t('explore.empty') : cellText(cell, field, t))

function RowsLink({ t, path, selection, group, data, field }: Frame & { data: GroupData; group: Group; field: FieldProfile }) {
  const filters = data.grouping.by.reduce<Selection['filters']>((kept, one, at) => [...kept.filter((filter) => filter.field !== one.id), { field: one.id, values: [pickedText(group.keys[at] ?? null)] } satisfies Filter], selection.filters)
  return <a href={hrefOf(path, selection, { view: 'table', filters })}>{keyText(group.keys[0] ?? null, field, t)}</a>
}

/** "Summe von Einwohner" or "Zahl der Zeilen". */
export const measureText = ({ how, value }: Pick<Grouping, 'how' | 'value'>, t: T): string => (value && how !== 'count' ? t(`explore.measure.${how}`, { column: headOf(value) }) : t('explore.count'))

export const groupTitle = (grouping: Grouping, t: T): string => t('explore.per', { measure: measureText(grouping, t), columns: t.format.list(grouping.by.map(labelOf)) })

function GroupForm({ t, path, selection, facts, grouping }: Frame & { grouping: Grouping | undefined }) {
  const columns = facts.fields.filter(({ type }) => type !== 'geometry' && type !== 'json').map((field) => ({ value: field.id, label: headOf(field) }))
  const [first, second] = grouping?.by ?? []
  return (
    <form class="mr-choices" action={path} method="get" aria-label={t('explore.group-form')}>
      {keepAll(selection, (name) => ['by', 'value', 'how'].includes(name)).map(({ name, value }) => (
        <Hidden key={`${name}=${value}`} name={name} value={value} />
      ))}
      <Select name="by" id="by-1" label={t('explore.group-by')} value={first?.id} choices={columns} />
      <Select name="by" id="by-2" label={t('explore.and-by')} value={second?.id} empty={t('explore.nothing-more')} choices={columns} />
      <MeasureFields t={t} facts={facts} how={grouping?.how} value={grouping?.value} />
      <Button kind="quiet">{t('explore.group-apply')}</Button>
    </form>
  )
}

/** The two questions about the quantity, shared by groups and pictures. */
export function MeasureFields({ t, facts, how, value }: Pick<Frame, 't' | 'facts'> & { how: Grouping['how'] | undefined; value: FieldProfile | undefined }) {
  return (
    <>
      <Select name="how" label={t('explore.how')} value={how} choices={hows.map((one) => ({ value: one, label: t(`explore.how.${one}`) }))} />
      <Select name="value" label={t('explore.of-column')} value={value?.id} empty={t('explore.no-column')} choices={facts.fields.filter(isNumber).map((field) => ({ value: field.id, label: headOf(field) }))} />
    </>
  )
}
