import { BarChart, Button, ChartFrame, EmptyState, Hidden, LineChart, Note, Select, StackedChart } from '@modellregion/ui'
import type { FieldProfile } from '../../store/table.ts'
import type { T } from '../../locales/index.ts'
import { restName, type ChartData } from '../chart-data.ts'
import type { ChartPlan } from '../chart-plan.ts'
import { isTime } from '../columns.ts'
import { findingOf } from '../finding.ts'
import { labelOf, pictures, steps } from '../schema.ts'
import { headOf } from './cell.tsx'
import { valueText } from './filters.tsx'
import { keepAll, type Frame } from './frame.ts'
import { MeasureFields, measureText } from './group.tsx'

type Props = Frame & { data: ChartData | undefined }

/** A picture of the rows that are meant, and the form that chooses it. */
export function ChartView(props: Props) {
  const { t, data } = props
  if (!data) return <EmptyState level={2} title={t('explore.no-chart')} text={t('explore.no-chart-next')} />
  return (
    <>
      {props.isEmbedded ? null : <ChartForm {...props} plan={data.plan} />}
      <ChartPicture {...props} data={data} />
    </>
  )
}

/** The picture alone, as in an embedded view. */
export function ChartPicture({ t, publisher, file, data, level = 2 }: Pick<Frame, 't' | 'publisher' | 'file'> & { data: ChartData; level?: 2 | 3 }) {
  const finding = findingText(data, t)
  if (!data.isComplete) return <Note kind="warn" level={0} title={t('explore.too-many-groups')} />
  if (finding === undefined) return <EmptyState level={level} title={t('explore.nothing')} text={t('explore.no-values')} />
  const { plan, places, series } = data
  const format = (value: number): string => t.format.number(value, Math.abs(value) < 10 ? 2 : 1)
  const names = series.map(({ name }) => (plan.colour ? placeText(name, plan.colour, data.allColours - series.length + 1, t) : measureText(plan, t)))
  const labels = places.map((at) => placeText(at, plan.by, data.allPlaces - places.length + 1, t))
  const unit = unitText(data, t)
  return (
    <ChartFrame
      id="chart"
      level={level}
      finding={finding}
      unit={unit}
      source={t('explore.chart-source', { publisher, file: file.title })}
      words={{ asTable: t('dataset.as-table') }}
      table={{ heads: [headOf(plan.by), ...names], rows: labels.map((label, at) => [label, ...series.map(({ values }) => (values[at] === null || values[at] === undefined ? t('explore.no-value') : t.format.number(values[at], 4)))]) }}
    >
      <Picture data={data} labels={labels} names={names} label={`${finding}. ${unit}`} format={format} />
    </ChartFrame>
  )
}

type PictureProps = { data: ChartData; labels: readonly string[]; names: readonly string[]; label: string; format: (value: number) => string }

function Picture({ data: { plan, places, series }, labels, names, label, format }: PictureProps) {
  if (plan.picture === 'line') return <LineChart label={label} labels={labels} series={series.map(({ values }, at) => ({ name: names[at] ?? '', values }))} format={format} {...(zeroBased(series) && { from: 0 })} />
  if (plan.picture === 'stacked' && series.length > 1) return <StackedChart label={label} parts={names} rows={labels.map((name, at) => ({ label: name, values: series.map(({ values }) => values[at] ?? null) }))} format={format} />
  // Bars of several colours beside each other would be hard to read: their sum is shown.
  const bars = places.flatMap((at, index) => {
    const known = series.flatMap(({ values }) => values[index] ?? [])
    return known.length === 0 ? [] : [{ label: labels[index] ?? at, value: known.reduce((sum, value) => sum + value, 0), at }]
  })
  const ends = bars.filter(({ at }) => at !== restName).map(({ value }) => value)
  const spoken = isTime(plan.by) ? undefined : plan.how === 'min' ? Math.min(...ends) : Math.max(...ends)
  return <BarChart label={label} bars={bars.map(({ at, ...bar }) => ({ ...bar, now: at !== restName && bar.value === spoken }))} format={format} />
}

// A line that stays far from nothing would be pressed flat; where it comes near, it stands on nothing.
function zeroBased(series: ChartData['series']): boolean {
  const all = series.flatMap(({ values }) => values.flatMap((value) => value ?? []))
  const least = Math.min(...all)
  return least >= 0 && least < Math.max(...all) * 0.6
}

function placeText(at: string, field: FieldProfile, left: number, t: T): string {
  if (at === restName) return t('explore.rest', { n: left })
  if (/^\d{4}-\d{2}$/.test(at) && isTime(field)) return t.format.date(new Date(`${at}-15T12:00:00Z`), 'month')
  return valueText(at, field, t)
}

function unitText({ plan, places, allPlaces }: ChartData, t: T): string {
  const by = plan.colour ? t.format.list([labelOf(plan.by), labelOf(plan.colour)]) : labelOf(plan.by)
  const measure = t('explore.per', { measure: measureText(plan, t), columns: by })
  return places.length < allPlaces ? `${measure} · ${t('explore.places-shown', { n: places.length, all: allPlaces })}` : measure
}

function findingText(data: ChartData, t: T): string | undefined {
  const finding = findingOf(data)
  if (!finding) return undefined
  const place = (at: string): string => placeText(at, data.plan.by, 0, t)
  const value = (number: number): string => t.format.number(number, 2)
  switch (finding.kind) {
    case 'grown':
    case 'shrunk':
      return t(`explore.finding.${finding.kind}`, { from: place(finding.from), to: place(finding.to), share: t.format.percent(finding.share), value: value(finding.value) })
    case 'unchanged':
      return t('explore.finding.unchanged', { from: place(finding.from), to: place(finding.to), value: value(finding.value) })
    case 'leads':
      return t('explore.finding.leads', { at: place(finding.at), name: data.plan.colour ? placeText(finding.name, data.plan.colour, 0, t) : '', value: value(finding.value) })
    case 'share':
      return t('explore.finding.share', { at: place(finding.at), value: value(finding.value), share: t.format.percent(finding.share) })
    case 'highest':
    case 'lowest':
      return t(`explore.finding.${finding.kind}`, { at: place(finding.at), value: value(finding.value) })
  }
}

function ChartForm({ t, path, selection, facts, plan }: Frame & { plan: ChartPlan }) {
  const columns = facts.fields.filter(({ type }) => type !== 'geometry' && type !== 'json').map((field) => ({ value: field.id, label: headOf(field) }))
  return (
    <form class="mr-choices" action={path} method="get" aria-label={t('explore.chart-form')}>
      {keepAll(selection, (name) => ['by', 'value', 'how', 'picture', 'step'].includes(name)).map(({ name, value }) => (
        <Hidden key={`${name}=${value}`} name={name} value={value} />
      ))}
      <Select name="picture" label={t('explore.picture')} value={plan.picture} choices={pictures.map((value) => ({ value, label: t(`explore.picture.${value}`) }))} />
      <Select name="by" id="by-1" label={t('explore.axis')} value={plan.by.id} choices={columns} />
      <MeasureFields t={t} facts={facts} how={plan.how} value={plan.value} />
      <Select name="by" id="by-2" label={t('explore.colour')} value={plan.colour?.id} empty={t('explore.no-colour')} choices={columns} />
      {plan.step ? <Select name="step" label={t('explore.step')} value={plan.step} choices={steps.map((value) => ({ value, label: t(`explore.step.${value}`) }))} /> : null}
      <Button kind="quiet">{t('explore.chart-apply')}</Button>
    </form>
  )
}
