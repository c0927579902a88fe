import { Accordion, Button, Checkbox, DescriptionList, Form, FormEnd, Panel, Select, TextArea, TextField } from '@modellregion/ui'
import type { ColumnFound, Inspection } from '../../inspect/schema.ts'
import type { T } from '../../locales/index.ts'
import type { FieldType } from '../../store/schema.ts'

export type ReadingFormProps = {
  t: T
  csrf: string
  path: string
  inspection: Inspection
  columns: readonly (ColumnFound & { dropped: boolean })[]
  /** What is typed in each field: the choices of before, or what was just refused. */
  typed: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  offered: { encodings: readonly string[]; delimiters: readonly string[]; systems: readonly number[]; types: readonly FieldType[] }
}

/** How the file is read and what its columns are. All of it optional: empty means as found. */
export function ReadingForm(props: ReadingFormProps) {
  const { t, csrf, path, columns, errors } = props
  return (
    <Form action={path} csrf={csrf} label={t('load.reading')}>
      <Panel title={t('load.reading')} aside={t('load.reading-lead')}>
        <Reading {...props} />
      </Panel>
      {columns.length > 0 ? (
        <Panel title={t('load.columns')} aside={t('load.columns-lead')}>
          <Accordion items={columns.map((column, index) => ({ title: `${column.id} · ${column.dropped ? t('load.column.dropped') : typeOf(t, column)}`, open: errors[`id-${index}`] !== undefined, body: <ColumnFields {...props} column={column} index={index} /> }))} />
        </Panel>
      ) : null}
      <FormEnd>
        <Button>{t('load.save')}</Button>
      </FormEnd>
    </Form>
  )
}

const typeOf = (t: T, { type, meaning }: ColumnFound): string => (meaning && t.find(`load.meaning.${meaning}`)) || t(`load.type.${type}`)

function Reading({ t, inspection, typed, errors, offered }: ReadingFormProps) {
  const { kind } = inspection
  const isText = kind === 'csv'
  const found = (value: string | number | undefined) => (value === undefined || value === '' ? undefined : t('load.found', { value: String(value) }))
  const field = (name: string) => ({ name, value: typed[name] ?? '', error: errors[name], empty: t('load.as-found') })
  const delimiter = inspection.delimiter === '\t' ? 'tab' : inspection.delimiter
  return (
    <div class="mr-form">
      {inspection.sheets && inspection.sheets.length > 1 ? <Select {...field('sheet')} label={t('load.sheet')} hint={found(inspection.sheet)} choices={inspection.sheets.map(same)} /> : null}
      {inspection.layers && inspection.layers.length > 1 ? <Select {...field('layer')} label={t('load.layer')} hint={found(inspection.layer)} choices={inspection.layers.map(same)} /> : null}
      {inspection.coordinateSystem === undefined ? null : <Select {...field('coordinateSystem')} label={t('load.system')} hint={found(t.find(`load.system.${inspection.coordinateSystem}`) ?? `EPSG ${inspection.coordinateSystem}`)} choices={offered.systems.flatMap((system) => ({ value: String(system), label: t.find(`load.system.${system}`) ?? '' })).filter(({ label }) => label !== '')} />}
      {isText || kind === 'shapefile' ? <Select {...field('encoding')} label={t('load.encoding')} hint={found(inspection.encoding && (t.find(`load.encoding.${inspection.encoding}`) ?? inspection.encoding))} choices={offered.encodings.map((encoding) => ({ value: encoding, label: t.find(`load.encoding.${encoding}`) ?? encoding }))} /> : null}
      {isText ? <Select {...field('delimiter')} label={t('load.delimiter')} hint={found(delimiter && t.find(`load.delimiter.${delimiter}`))} choices={offered.delimiters.map((sign) => ({ value: sign, label: t.find(`load.delimiter.${sign}`) ?? sign }))} /> : null}
      {isText || kind === 'xlsx' || kind === 'ods' ? (
        <>
          <Select {...field('decimal')} label={t('load.decimal')} hint={found(inspection.decimal && t(`load.decimal.${inspection.decimal}`))} choices={[',', '.'].map((sign) => ({ value: sign, label: t.find(`load.decimal.${sign}`) ?? sign }))} />
          <TextField {...field('headerLine')} label={t('load.header-line')} hint={t('load.header-line.hint', { line: inspection.headerLine ?? 0 })} numeric width={4} maxLength={3} />
        </>
      ) : null}
      <Checkbox name="tidy" label={t('load.tidy')} hint={t('load.tidy.hint')} checked={typed['tidy'] === 'true'} />
    </div>
  )
}

const same = (value: string) => ({ value, label: value })

function ColumnFields({ t, typed, errors, offered, column, index }: ReadingFormProps & { column: ColumnFound & { dropped: boolean }; index: number }) {
  const field = (name: string) => ({ name: `${name}-${index}`, value: typed[`${name}-${index}`] ?? '', error: errors[`${name}-${index}`] })
  const range = column.min !== undefined && column.max !== undefined ? [{ term: t('load.column.range'), value: `${column.min} – ${column.max}` }] : []
  return (
    <div class="mr-form">
      {column.dropped ? null : (
        <>
          <p class="mr-small">{t('load.column.about', { type: typeOf(t, column), empty: column.empty, distinct: column.distinct ?? 0 })}</p>
          <DescriptionList entries={[...(column.examples.length > 0 ? [{ term: t('load.column.examples'), value: column.examples.map((example) => t.format.quote(example.slice(0, 60))).join(', ') }] : []), ...range]} />
        </>
      )}
      <TextField {...field('id')} label={t('load.column.name')} hint={t('load.found', { value: column.id })} maxLength={60} />
      <Select {...field('type')} label={t('load.column.type')} empty={t('load.as-found')} choices={offered.types.map((type) => ({ value: type, label: t(`load.type.${type}`) }))} />
      <TextField {...field('label')} label={t('load.column.label')} hint={t('load.column.label.hint')} maxLength={200} />
      <TextField {...field('unit')} label={t('load.column.unit')} width={10} maxLength={40} />
      <TextArea {...field('notes')} label={t('load.column.notes')} rows={2} maxLength={2_000} />
      <Checkbox name={`drop-${index}`} label={t('load.column.drop')} checked={typed[`drop-${index}`] === 'true'} />
    </div>
  )
}
