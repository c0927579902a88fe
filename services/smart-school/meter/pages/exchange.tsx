import { Button, ConfirmPage, DateField, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Radios, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { MeterPoint, Register } from '../schema.ts'

type Props = { t: PageT; csrf: string; point: MeterPoint; codes: readonly string[]; last: Register | undefined; href: string; typed: Typed; errors: FormErrors }

/** A meter was exchanged: when, what the old one showed last, what the new one showed first. */
export function ExchangePage({ t, csrf, point, codes, last, href, typed, errors }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  const value = (name: string, otherwise: string) => (name in typed ? typedOf(typed, name) : otherwise)
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('meter.exchange.title')} lead={t('meter.exchange.lead', { meter: point.name })} />
      <Form action={`${href}/exchange`} csrf={csrf} hidden={codes.length > 1 ? {} : { code: codes[0] ?? 'total' }}>
        {codes.length > 1 ? <Radios name="code" label={t('meter.code')} value={value('code', codes[0] ?? '')} error={errors['code']} choices={codes.map((code) => ({ value: code, label: t.find(`meter.code.${code}`) ?? code }))} /> : null}
        <DateField name="day" label={t('meter.exchange.day')} words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }} value={{ day: typedOf(typed, 'day-day'), month: typedOf(typed, 'day-month'), year: typedOf(typed, 'day-year') }} error={errors['day']} />
        <TextField name="time" label={t('meter.exchange.time')} hint={t('meter.exchange.time-hint')} width={10} value={typedOf(typed, 'time')} error={errors['time']} maxLength={5} />
        <TextField name="oldReading" label={t('meter.exchange.oldReading')} hint={t('meter.exchange.oldReading-hint')} optional={t('form.optional')} width={10} value={typedOf(typed, 'oldReading')} error={errors['oldReading']} maxLength={20} />
        <TextField name="serial" label={t('meter.exchange.serial')} hint={t('meter.exchange.serial-hint')} width={20} value={typedOf(typed, 'serial')} error={errors['serial']} maxLength={40} />
        <TextField name="newReading" label={t('meter.exchange.newReading')} width={10} value={value('newReading', '0')} error={errors['newReading']} maxLength={20} />
        <TextField name="digitsBefore" label={t('meter.exchange.digitsBefore')} hint={t('meter.exchange.digitsBefore-hint')} numeric width={4} value={value('digitsBefore', String(last?.digitsBefore ?? 6))} error={errors['digitsBefore']} />
        <TextField name="factor" label={t('meter.exchange.factor')} hint={t('meter.exchange.factor-hint')} width={10} value={value('factor', String(last?.factor ?? 1))} error={errors['factor']} />
        <FormEnd>
          <Button>{t('meter.exchange.send')}</Button>
          <LinkButton href={href} kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export function UndoPage({ t, csrf, register, href }: { t: PageT; csrf: string; register: Register; href: string }) {
  return (
    <ConfirmPage title={t('meter.undo.title')} text={t('meter.undo.text', { serial: register.serial, at: register.from })}>
      <Form action={`${href}/undo`} csrf={csrf} hidden={{ register: register.id }} bare>
        <Button kind="danger">{t('meter.undo.yes')}</Button>
      </Form>
      <LinkButton kind="quiet" href={href}>
        {t('meter.undo.no')}
      </LinkButton>
    </ConfirmPage>
  )
}
