import { Button, Checkboxes, Facets, FilterChips, FromTo, Hidden, Icon, Select, TextField, type FacetGroup } from '@modellregion/ui'
import type { FieldProfile } from '../../store/table.ts'
import type { T } from '../../locales/index.ts'
import { isNumber } from '../columns.ts'
import { labelOf, type Filter, type Selection } from '../schema.ts'
import { hrefOf, withoutFilter } from '../selection.ts'
import { shownColumns, type FilterOffer } from '../table-data.ts'
import { headOf } from './cell.tsx'
import { errorText, keepAll, type Frame } from './frame.ts'

type Props = Frame & { offers: readonly FilterOffer[] }

/** Filters of the columns, one form; below it the way to filter any other column and to choose columns. */
export function Filters(props: Props) {
  const { t, path, selection, offers } = props
  const active = selection.filters.length
  const asked = new Set(offers.flatMap(({ kind, field: { id } }) => (kind === 'choice' ? [`in.${id}`] : kind === 'range' ? [`from.${id}`, `to.${id}`] : [`contains.${id}`])))
  return (
    <div class="mr-stack">
      <Facets
        action={path}
        groups={offers.flatMap((offer) => (offer.kind === 'choice' ? [groupOf(offer, props)] : []))}
        keep={keepAll(selection, (name) => asked.has(name))}
        words={{ title: t('list.filters'), summary: active ? t('list.filters-active', { n: active }) : t('list.filters'), apply: t('list.filters-apply'), more: t('list.filters-more') }}
      >
        {offers.map((offer, at) => (offer.kind === 'choice' ? null : <OpenFilter key={offer.field.id} {...props} offer={offer} at={at} />))}
      </Facets>
      <OneMore {...props} />
      <Columns {...props} />
    </div>
  )
}

function groupOf({ field, options }: Extract<FilterOffer, { kind: 'choice' }>, { t, selection }: Props): FacetGroup {
  const chosen = selection.filters.find((filter) => filter.field === field.id)?.values ?? []
  const sorted = isNumber(field) ? options.toSorted((a, b) => Number(b.value) - Number(a.value)) : options
  return { name: `in.${field.id}`, label: labelOf(field), options: sorted.map(({ value, count }) => ({ value, count, label: valueText(value, field, t), checked: chosen.includes(value) })) }
}

/** A value of the address as people read it. */
export function valueText(value: string, field: FieldProfile, t: T): string {
  if (value === '') return t('explore.empty')
  if (field.type === 'bool') return value === 'true' ? t('dataset.yes') : t('dataset.no')
  if (field.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return t.format.date(new Date(`${value}T12:00:00Z`), 'medium')
  return value
}

function OpenFilter({ t, selection, misread, offer, at }: Props & { offer: FilterOffer; at: number }) {
  const { field } = offer
  const filter = selection.filters.find((one) => one.field === field.id)
  if (offer.kind === 'text') return <TextField name={`contains.${field.id}`} id={`contains-${at}`} label={t('explore.contains', { column: labelOf(field) })} value={filter?.contains} />
  return (
    <FromTo
      id={`range-${at}`}
      label={headOf(field)}
      hint={isNumber(field) ? undefined : t('explore.day-hint')}
      from={{ name: `from.${field.id}`, value: filter?.from, error: errorText(t, misread, `from.${field.id}`) }}
      to={{ name: `to.${field.id}`, value: filter?.to, error: errorText(t, misread, `to.${field.id}`) }}
      words={{ from: t('explore.from'), to: t('explore.to') }}
      numeric={isNumber(field)}
    />
  )
}

const conditions = ['contains', 'in', 'from', 'to', 'present', 'empty'] as const

function OneMore({ t, path, selection, facts }: Props) {
  return (
    <details class="mr-details">
      <summary>
        <Icon name="chevron-down" size="s" />
        {t('explore.one-more')}
      </summary>
      <form class="mr-form" action={path} method="get" aria-label={t('explore.one-more')}>
        {keepAll(selection, () => false).map(({ name, value }) => (
          <Hidden key={`${name}=${value}`} name={name} value={value} />
        ))}
        <Select name="add-field" label={t('explore.column')} choices={facts.fields.map((field) => ({ value: field.id, label: headOf(field) }))} />
        <Select name="add-is" label={t('explore.condition')} choices={conditions.map((value) => ({ value, label: t(`explore.is.${value}`) }))} />
        <TextField name="add-value" label={t('explore.value')} hint={t('explore.value-hint')} />
        <Button kind="quiet">{t('explore.add-filter')}</Button>
      </form>
    </details>
  )
}

function Columns({ t, path, selection, facts }: Props) {
  const shown = shownColumns(selection, facts.fields).map(({ id }) => id)
  return (
    <details class="mr-details">
      <summary>
        <Icon name="chevron-down" size="s" />
        {t('explore.choose-columns', { shown: shown.length, all: facts.fields.length })}
      </summary>
      <form class="mr-form" action={path} method="get" aria-label={t('explore.columns')}>
        {keepAll(selection, (name) => name === 'columns').map(({ name, value }) => (
          <Hidden key={`${name}=${value}`} name={name} value={value} />
        ))}
        <Checkboxes name="columns" label={t('explore.columns')} values={shown} choices={facts.fields.map((field) => ({ value: field.id, label: headOf(field) }))} />
        <Button kind="quiet">{t('explore.show-columns')}</Button>
      </form>
    </details>
  )
}

/** Filters in use, each removable alone. */
export function Chips({ t, path, selection, facts }: Frame) {
  const byId = new Map(facts.fields.map((field) => [field.id, field]))
  const chips = selection.filters.flatMap((filter) => {
    const field = byId.get(filter.field)
    return field ? chipsOf(filter, field, t, path, selection) : []
  })
  const words = selection.q ? [{ label: t('explore.chip.words', { words: selection.q }), href: hrefOf(path, selection, { q: '' }) }] : []
  return <FilterChips chips={[...words, ...chips]} words={{ remove: t('list.filter-remove'), removeAll: t('list.filters-clear') }} removeAllHref={hrefOf(path, selection, { q: '', filters: [] })} />
}

function chipsOf(filter: Filter, field: FieldProfile, t: T, path: string, selection: Selection): { label: string; href: string }[] {
  const column = labelOf(field)
  const whole = hrefOf(path, selection, { filters: withoutFilter(selection, field.id) })
  const range = filter.from !== undefined && filter.to !== undefined ? [t('explore.chip.between', { column, from: filter.from, to: filter.to })] : filter.from !== undefined ? [t('explore.chip.from', { column, from: filter.from })] : filter.to !== undefined ? [t('explore.chip.to', { column, to: filter.to })] : []
  return [
    ...(filter.values ?? []).map((value) => ({ label: `${column}: ${valueText(value, field, t)}`, href: hrefOf(path, selection, { filters: withoutFilter(selection, field.id, value) }) })),
    ...(filter.contains === undefined ? [] : [{ label: t('explore.chip.contains', { column, text: filter.contains }), href: whole }]),
    ...range.map((label) => ({ label, href: whole })),
    ...(filter.state === undefined ? [] : [{ label: t(`explore.chip.${filter.state}`, { column }), href: whole }]),
  ]
}
