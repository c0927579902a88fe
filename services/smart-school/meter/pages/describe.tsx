import { Button, DataTable, DateField, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Stack, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { GasValue, MeterPoint, Register } from '../schema.ts'
import { RegisterFields } from './register-fields.tsx'

type Props = { t: PageT; csrf: string; point: MeterPoint; register: Register; channels: readonly string[]; kinds: readonly string[]; href: string; typed: Typed; errors: FormErrors }

/** What hangs here: kind of register, number, unit of its readings, pulses, factor, digits. */
export function DescribePage({ t, csrf, point, register, channels, kinds, href, typed, errors }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('meter.describe.title')} lead={t('meter.describe.lead', { meter: point.name })} />
      <Form action={`${href}/describe`} csrf={csrf} hidden={{ code: register.code }}>
        <RegisterFields t={t} point={point} current={register} channels={channels} kinds={kinds} typed={typed} errors={errors} />
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
export function GasPage({ t, csrf, point, values, href, typed, errors }: Omit<Props, 'register' | 'channels' | 'kinds'> & { values: readonly GasValue[] }) {
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
