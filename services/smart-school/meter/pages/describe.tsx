import { Button, DataTable, DateField, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Radios, Stack, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { readingUnits, type GasValue, type MeterPoint, type Register } from '../schema.ts'

type Props = { t: PageT; csrf: string; point: MeterPoint; register: Register; href: string; typed: Typed; errors: FormErrors }

/** What hangs here: number, unit of its readings, pulses, factor, digits. */
export function DescribePage({ t, csrf, point, register, href, typed, errors }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  const value = (name: keyof Register): string => (name in typed ? typedOf(typed, name) : register[name] === null ? '' : String(register[name]).replace('.', ','))
  const optional = t('form.optional')
  const units = point.quantity === 'water' || point.quantity === 'gas' ? (['m3', 'l', 'pulse'] as const) : readingUnits.filter((unit) => unit !== 'm3' && unit !== 'l')
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('meter.describe.title')} lead={t('meter.describe.lead', { meter: point.name })} />
      <Form action={`${href}/describe`} csrf={csrf} hidden={{ code: register.code }}>
        <TextField name="serial" label={t('meter.describe.serial')} hint={t('meter.exchange.serial-hint')} optional={optional} width={20} value={value('serial')} error={errors['serial']} maxLength={40} />
        <Radios name="unit" label={t('meter.describe.unit')} value={value('unit')} error={errors['unit']} choices={units.map((unit) => ({ value: unit, label: t(`meter.describe.unit.${unit}`) }))} />
        <TextField name="pulsesPerUnit" label={t('meter.describe.pulsesPerUnit')} hint={t('meter.describe.pulsesPerUnit-hint')} optional={optional} width={10} value={value('pulsesPerUnit')} error={errors['pulsesPerUnit']} maxLength={12} />
        <TextField name="factor" label={t('meter.exchange.factor')} hint={t('meter.exchange.factor-hint')} width={10} value={value('factor')} error={errors['factor']} maxLength={10} />
        <TextField name="digitsBefore" label={t('meter.exchange.digitsBefore')} hint={t('meter.exchange.digitsBefore-hint')} optional={optional} numeric width={4} value={value('digitsBefore')} error={errors['digitsBefore']} />
        <TextField name="startReading" label={t('meter.describe.startReading')} hint={t('meter.describe.startReading-hint')} optional={optional} width={10} value={value('startReading')} error={errors['startReading']} maxLength={20} />
        <TextField name="expectedMinutes" label={t('meter.describe.expectedMinutes')} hint={t('meter.describe.expectedMinutes-hint')} numeric width={10} value={value('expectedMinutes')} error={errors['expectedMinutes']} />
        <TextField name="maxPerHour" label={t('meter.describe.maxPerHour')} hint={t('meter.describe.maxPerHour-hint')} optional={optional} width={10} value={value('maxPerHour')} error={errors['maxPerHour']} maxLength={12} />
        <FormEnd>
          <Button>{t('meter.describe.send')}</Button>
          <LinkButton href={href} kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

/** What a cubic metre of gas is worth, from a day on. */
export function GasPage({ t, csrf, point, values, href, typed, errors }: Omit<Props, 'register'> & { values: readonly GasValue[] }) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('meter.gas.title')} lead={t('meter.gas.lead', { meter: point.name })} />
      <Stack gap="l">
        <DataTable
          id="gas"
          caption={t('meter.gas.title')}
          hideCaption
          rows={[...values]}
          rowKey={({ from }) => from}
          empty={<p>{t('meter.values.no-gas')}</p>}
          columns={[
            { key: 'from', head: t('meter.gas.from'), rowHead: true, cell: (one) => t.format.date(one.from, 'medium') },
            { key: 'calorific', head: t('meter.gas.calorificValue'), align: 'end', cell: (one) => t.format.number(one.calorificValue, 3) },
            { key: 'state', head: t('meter.gas.stateNumber'), align: 'end', cell: (one) => t.format.number(one.stateNumber, 4) },
            { key: 'source', head: t('meter.gas.source'), cell: (one) => one.source },
          ]}
        />
        <Form action={`${href}/gas`} csrf={csrf}>
          <DateField name="from" label={t('meter.gas.from')} words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }} value={{ day: typedOf(typed, 'from-day'), month: typedOf(typed, 'from-month'), year: typedOf(typed, 'from-year') }} error={errors['from']} />
          <TextField name="calorificValue" label={t('meter.gas.calorificValue')} hint={t('meter.gas.calorificValue-hint')} width={10} value={typedOf(typed, 'calorificValue')} error={errors['calorificValue']} maxLength={10} />
          <TextField name="stateNumber" label={t('meter.gas.stateNumber')} hint={t('meter.gas.stateNumber-hint')} width={10} value={typedOf(typed, 'stateNumber')} error={errors['stateNumber']} maxLength={10} />
          <TextField name="source" label={t('meter.gas.source')} hint={t('energy.tariffs.source-hint')} value={typedOf(typed, 'source')} error={errors['source']} maxLength={200} />
          <FormEnd>
            <Button>{t('meter.gas.send')}</Button>
            <LinkButton href={href} kind="bare">
              {t('action.cancel')}
            </LinkButton>
          </FormEnd>
        </Form>
      </Stack>
    </>
  )
}
