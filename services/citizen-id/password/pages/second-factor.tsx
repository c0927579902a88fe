import { Button, ErrorSummary, Form, FormEnd, Hidden, LinkButton, PageHead, TextField } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

export type SecondFactorProps = { t: PageT; csrf: string; action: string; back: string; halfWay: string; error: string | undefined }

export function SecondFactorPage({ t, csrf, action, back, halfWay, error }: SecondFactorProps) {
  return (
    <>
      <ErrorSummary title={t('sign-in.not-yet')} errors={error === undefined ? [] : [{ field: 'code', text: error }]} />
      <PageHead title={t('second-factor.title')} lead={t('second-factor.lead')} />
      <Form action={action} csrf={csrf}>
        <Hidden name="halfWay" value={halfWay} />
        <TextField name="code" label={t('password.field.code')} hint={t('second-factor.hint')} autocomplete="one-time-code" width={20} error={error} maxLength={40} />
        <FormEnd>
          <Button>{t('second-factor.send')}</Button>
          <LinkButton href={back} kind="bare">
            {t('action.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
