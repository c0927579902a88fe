import { Button, DateField, ErrorSummary, Form, FormEnd, LinkButton, PageHead, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { MeterPoint, Register } from '../schema.ts'
import { nameOfRegister, RegisterFields } from './register-fields.tsx'

type Props = { t: PageT; csrf: string; point: MeterPoint; href: string; typed: Typed; errors: FormErrors }

/** A register that counts beside the others: the second tariff, what is fed in, the small part of a compound water meter. */
export function AddRegisterPage({ t, csrf, point, href, typed, errors, like, channels, kinds }: Props & { like: Partial<Register>; channels: readonly string[]; kinds: readonly string[] }) {
  return (
    <>
      <Head t={t} errors={errors} title={t('meter.register.add')} lead={t('meter.register.add-lead', { meter: point.name })} />
      <Form action={`${href}/register`} csrf={csrf}>
        <Moment t={t} typed={typed} errors={errors} label={t('meter.register.since')} hint={t('meter.register.since-hint')} />
        <RegisterFields t={t} point={point} current={like} channels={channels} kinds={kinds} typed={typed} errors={errors} />
        <End t={t} href={href} send={t('meter.register.send')} />
      </Form>
    </>
  )
}

/** A register that counts no more, with nothing in its place. */
export function EndRegisterPage({ t, csrf, point, href, typed, errors, register }: Props & { register: Register }) {
  return (
    <>
      <Head t={t} errors={errors} title={t('meter.register.end')} lead={t('meter.register.end-lead', { register: nameOfRegister(t, register.code, point.quantity), serial: register.serial })} />
      <Form action={`${href}/register/end`} csrf={csrf} hidden={{ code: register.code }}>
        <Moment t={t} typed={typed} errors={errors} label={t('meter.register.until')} hint={t('meter.exchange.time-hint')} />
        <TextField name="endReading" label={t('meter.register.endReading')} hint={t('meter.exchange.oldReading-hint')} optional={t('form.optional')} width={10} value={typedOf(typed, 'endReading')} error={errors['endReading']} maxLength={20} />
        <End t={t} href={href} send={t('meter.register.end-send')} />
      </Form>
    </>
  )
}

function Head({ t, errors, title, lead }: { t: PageT; errors: FormErrors; title: string; lead: string }) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={title} lead={lead} />
    </>
  )
}

function Moment({ t, typed, errors, label, hint }: { t: PageT; typed: Typed; errors: FormErrors; label: string; hint: string }) {
  return (
    <>
      <DateField name="day" label={label} words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }} value={{ day: typedOf(typed, 'day-day'), month: typedOf(typed, 'day-month'), year: typedOf(typed, 'day-year') }} error={errors['day']} />
      <TextField name="time" label={t('meter.exchange.time')} hint={hint} width={10} value={typedOf(typed, 'time')} error={errors['time']} maxLength={5} />
    </>
  )
}

function End({ t, href, send }: { t: PageT; href: string; send: string }) {
  return (
    <FormEnd>
      <Button>{send}</Button>
      <LinkButton href={href} kind="bare">
        {t('action.cancel')}
      </LinkButton>
    </FormEnd>
  )
}
