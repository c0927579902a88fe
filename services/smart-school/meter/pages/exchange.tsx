import { Button, ConfirmPage, DateField, ErrorSummary, Form, FormEnd, LinkButton, PageHead, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { fieldOf } from '../rules/exchange.ts'
import type { MeterPoint, Register } from '../schema.ts'
import { nameOfRegister } from './register-fields.tsx'

/** `meters`: the meters that hang here, each with the registers that are exchanged with it. */
type Props = { t: PageT; csrf: string; point: MeterPoint; meters: readonly { serial: string; codes: readonly string[] }[]; chosen: readonly string[]; last: Register | undefined; href: string; typed: Typed; errors: FormErrors }

/** A meter was exchanged: when, what each register of the old one showed last, what those of the new one showed first. */
export function ExchangePage({ t, csrf, point, meters, chosen, last, href, typed, errors }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  const value = (name: string, otherwise: string) => (name in typed ? typedOf(typed, name) : otherwise)
  const label = (text: string, code: string) => (chosen.length > 1 ? t('meter.exchange.of', { text, register: nameOfRegister(t, code, point.quantity) }) : text)
  const others = meters.filter(({ codes }) => codes.join() !== chosen.join())
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('meter.exchange.title')} lead={t('meter.exchange.lead', { meter: point.name })} />
      {meters.length > 1 ? (
        <p>
          {t('meter.exchange.which', { serial: meters.find(({ codes }) => codes.join() === chosen.join())?.serial || t('meter.unknown') })}{' '}
          {others.map(({ serial, codes }) => (
            <a key={codes.join()} href={`${href}/exchange?code=${codes.join()}`}>
              {t('meter.exchange.other', { serial: serial || t('meter.unknown') })}
            </a>
          ))}
        </p>
      ) : null}
      <Form action={`${href}/exchange`} csrf={csrf} hidden={{ code: chosen.join() }}>
        <DateField name="day" label={t('meter.exchange.day')} words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }} value={{ day: typedOf(typed, 'day-day'), month: typedOf(typed, 'day-month'), year: typedOf(typed, 'day-year') }} error={errors['day']} />
        <TextField name="time" label={t('meter.exchange.time')} hint={t('meter.exchange.time-hint')} width={10} value={typedOf(typed, 'time')} error={errors['time']} maxLength={5} />
        {chosen.map((code) => {
          const name = fieldOf('oldReading', code, chosen)
          return <TextField key={name} name={name} label={label(t('meter.exchange.oldReading'), code)} hint={t('meter.exchange.oldReading-hint')} optional={t('form.optional')} width={10} value={typedOf(typed, name)} error={errors[name]} maxLength={20} />
        })}
        <TextField name="serial" label={t('meter.exchange.serial')} hint={t('meter.exchange.serial-hint')} width={20} value={typedOf(typed, 'serial')} error={errors['serial']} maxLength={40} />
        {chosen.map((code) => {
          const name = fieldOf('newReading', code, chosen)
          return <TextField key={name} name={name} label={label(t('meter.exchange.newReading'), code)} width={10} value={value(name, '0')} error={errors[name]} maxLength={20} />
        })}
        <TextField name="digitsBefore" label={t('meter.exchange.digitsBefore')} hint={t('meter.exchange.digitsBefore-hint')} numeric width={4} value={value('digitsBefore', String(last?.digitsBefore ?? 6))} error={errors['digitsBefore']} />
        <TextField name="factor" label={t('meter.exchange.factor')} hint={t('meter.exchange.factor-hint')} width={10} value={value('factor', String(last?.factor ?? 1).replace('.', ','))} error={errors['factor']} />
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

/** `added`: the register follows none, so it was added rather than exchanged. */
export function UndoPage({ t, csrf, point, register, added, href }: { t: PageT; csrf: string; point: MeterPoint; register: Register; added: boolean; href: string }) {
  return (
    <ConfirmPage title={t(added ? 'meter.undo.added' : 'meter.undo.title')} text={added ? t('meter.undo.added-text', { register: nameOfRegister(t, register.code, point.quantity) }) : t('meter.undo.text', { serial: register.serial, at: register.from })}>
      <Form action={`${href}/undo`} csrf={csrf} hidden={{ register: register.id }} bare>
        <Button kind="danger">{t('meter.undo.yes')}</Button>
      </Form>
      <LinkButton kind="quiet" href={href}>
        {t('meter.undo.no')}
      </LinkButton>
    </ConfirmPage>
  )
}
