import { Button, ConfirmPage, ErrorSummary, Form, FormEnd, LinkButton, PageHead, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { Notice } from '../schema.ts'

type Props = { t: PageT; csrf: string; notice: Notice; href: string }

/** The author is asked once more, because it cannot be undone. */
export function WithdrawPage({ t, csrf, notice, href }: Props) {
  return (
    <ConfirmPage title={t('withdraw.title')} text={t('withdraw.text', { title: notice.title })}>
      <Form action={`${href}/withdraw`} csrf={csrf} bare>
        <Button kind="danger">{t('withdraw.yes')}</Button>
      </Form>
      <LinkButton kind="quiet" href={href}>
        {t('withdraw.no')}
      </LinkButton>
    </ConfirmPage>
  )
}

/** An editor hides a notice and says why. */
export function HidePage({ t, csrf, notice, href, typed, errors }: Props & { typed: Typed; errors: FormErrors }) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('hide.title')} lead={t('hide.lead', { title: notice.title })} />
      <Form action={`${href}/hide`} csrf={csrf}>
        <TextField name="reason" label={t('hide.field.reason')} hint={t('hide.hint.reason')} value={typedOf(typed, 'reason')} error={errors['reason']} maxLength={200} />
        <FormEnd>
          <Button>{t('hide.send')}</Button>
          <LinkButton href={href} kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
