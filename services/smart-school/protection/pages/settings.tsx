import { Button, ConfirmPage, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Radios, Section, Stack, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { Measured } from '../overview.ts'
import { mayBePublic } from '../rules.ts'
import { resolutions, viewRoles } from '../schema.ts'

/** `typed` and `errors` belong to the form that was sent: both have a reason. */
export type SettingsForm = 'quantity' | 'view'
type Props = { t: PageT; csrf: string; what: string; measured: Measured; sent: SettingsForm; typed: Typed; errors: FormErrors; saved: boolean }

/** Who sees single values of a quantity, how long they stay, and how closely each task looks. */
export function SettingsPage({ t, csrf, what, measured, sent, typed, errors, saved }: Props) {
  const of = (form: SettingsForm, name: string) => ({ name, value: form === sent ? typedOf(typed, name) : form === 'quantity' ? typedOf(typedOfMeasured(measured), name) : '', error: form === sent ? errors[name] : undefined })
  const base = `/smart-school/protection/settings/${measured.quantity}`
  const idOf = (field: string): string => (sent === 'view' && field === 'reason' ? 'view-reason' : field)
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, Object.keys(errors).length))} errors={Object.entries(errors).map(([field, text]) => ({ field: idOf(field), text }))} />
      {saved ? <Note kind="ok" role="status" level={0} title={t('protection.settings.saved')} /> : null}
      <PageHead title={t('protection.settings.quantity-title', { what })} lead={t('protection.settings.lead')} />
      <Stack gap="l">
        <Form action={base} csrf={csrf}>
          <Radios
            {...of('quantity', 'audience')}
            label={t('protection.settings.field.audience')}
            choices={(['staff', 'school', 'public'] as const).map((value) => ({ value, label: t(`protection.audience.${value}`), ...(value === 'public' && !mayBePublic(measured.quantity) && { disabled: true, hint: t('protection.settings.never-public') }) }))}
          />
          <TextField {...of('quantity', 'keepDays')} width={4} label={t('protection.settings.field.keepDays')} hint={t('protection.settings.hint.keepDays')} />
          <TextField {...of('quantity', 'reason')} label={t('protection.settings.field.reason')} maxLength={500} />
          <FormEnd>
            <Button>{t('protection.settings.save')}</Button>
            <LinkButton kind="bare" href="/smart-school/protection">
              {t('action.cancel')}
            </LinkButton>
          </FormEnd>
        </Form>
        {measured.audience === 'public' ? null : (
          <Section id="view" title={t('protection.settings.view-title')}>
            <Form action={`${base}/view`} csrf={csrf}>
              <Radios {...of('view', 'role')} label={t('protection.settings.field.role')} choices={viewRoles.map((value) => ({ value, label: t(`protection.role.${value}`), hint: t(`protection.resolution.${measured.views.find(({ role }) => role === value)?.resolution ?? 'none'}`) }))} />
              <Radios {...of('view', 'resolution')} label={t('protection.settings.field.resolution')} choices={resolutions.map((value) => ({ value, label: t(`protection.resolution.${value}`) }))} />
              <TextField {...of('view', 'reason')} id="view-reason" label={t('protection.settings.field.reason')} maxLength={500} />
              <FormEnd>
                <Button kind="quiet">{t('protection.settings.view-save')}</Button>
              </FormEnd>
            </Form>
          </Section>
        )}
      </Stack>
    </>
  )
}

/** What counts now, as the form shows it. */
export const typedOfMeasured = ({ audience, keepDays }: Pick<Measured, 'audience' | 'keepDays'>): Typed => ({ audience, keepDays: String(keepDays ?? 0) })

/** The second step, when more would be shown or kept. */
export function WidenPage({ t, csrf, action, back, sentences, values }: { t: PageT; csrf: string; action: string; back: string; sentences: readonly string[]; values: Readonly<Record<string, string>> }) {
  return (
    <ConfirmPage title={t('protection.confirm.title')} text={[...sentences, t('protection.confirm.duty')].join(' ')}>
      <Form action={action} csrf={csrf} bare hidden={{ ...values, sure: 'on' }}>
        <Button kind="danger">{t('protection.confirm.yes')}</Button>
      </Form>
      <LinkButton kind="quiet" href={back}>
        {t('protection.confirm.no')}
      </LinkButton>
    </ConfirmPage>
  )
}
