import { Button, DataTable, DateField, ErrorSummary, Form, FormEnd, Note, PageHead, Radios, Stack, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { energyQuantities, type Tariff } from '../schema.ts'

type Props = { t: PageT; csrf: string; action: string; list: readonly Tariff[]; typed: Typed; errors: FormErrors; saved: boolean }

/** Prices by which consumption and savings are valued, each from a day on. */
export function TariffPage({ t, csrf, action, list, typed, errors, saved }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      {saved ? <Note kind="ok" role="status" level={0} title={t('energy.tariffs.saved')} /> : null}
      <PageHead title={t('energy.tariffs.title')} lead={t('energy.tariffs.lead')} />
      <Stack gap="l">
        <DataTable
          id="tariffs"
          caption={t('energy.tariffs.caption')}
          rows={[...list]}
          rowKey={(one) => `${one.quantity}-${one.from}`}
          columns={[
            { key: 'quantity', head: t('energy.tariffs.quantity'), rowHead: true, cell: (one) => t(`energy.quantity.${one.quantity}`) },
            { key: 'from', head: t('energy.tariffs.from'), cell: (one) => t.format.date(one.from, 'medium') },
            { key: 'price', head: t('energy.tariffs.price-head'), align: 'end', cell: (one) => t('energy.price', { price: one.price, unit: one.quantity === 'water' ? 'm³' : 'kWh' }) },
            { key: 'source', head: t('energy.tariffs.source'), cell: (one) => one.source },
          ]}
        />
        <Form action={action} csrf={csrf} label={t('energy.tariffs.add')}>
          <Radios name="quantity" label={t('energy.tariffs.quantity')} value={typedOf(typed, 'quantity')} error={errors['quantity']} choices={energyQuantities.map((quantity) => ({ value: quantity, label: t(`energy.quantity.${quantity}`) }))} />
          <DateField name="from" label={t('energy.tariffs.from')} words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }} value={{ day: typedOf(typed, 'from-day'), month: typedOf(typed, 'from-month'), year: typedOf(typed, 'from-year') }} error={errors['from']} />
          <TextField name="price" label={t('energy.tariffs.price')} hint={t('energy.tariffs.price-hint')} unit="ct" width={10} value={typedOf(typed, 'price')} error={errors['price']} maxLength={12} />
          <TextField name="source" label={t('energy.tariffs.source')} hint={t('energy.tariffs.source-hint')} value={typedOf(typed, 'source')} error={errors['source']} maxLength={200} />
          <FormEnd>
            <Button>{t('energy.tariffs.add')}</Button>
          </FormEnd>
        </Form>
      </Stack>
    </>
  )
}
