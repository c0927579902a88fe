import { Button, ConfirmPage, ErrorSummary, Form, FormEnd, LinkButton, PageHead, TextArea } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { yearPath } from './say.ts'

/** The foreword of a draft. */
export function ForewordPage({ t, csrf, year, typed, errors }: { t: PageT; csrf: string; year: number; typed: Typed; errors: FormErrors }) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('yearbook.foreword.head', { year })} />
      <Form action={`${yearPath(year)}/foreword`} csrf={csrf} hidden={{ since: typedOf(typed, 'since') }}>
        <TextArea name="foreword" label={t('yearbook.field.foreword')} hint={t('yearbook.hint.foreword')} value={typedOf(typed, 'foreword')} error={errors['foreword']} rows={14} maxLength={12_000} />
        <FormEnd>
          <Button>{t('action.save')}</Button>
          <LinkButton href={yearPath(year)} kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

/** Asked before a yearbook is published: it cannot be taken back. */
export const PublishPage = ({ t, csrf, year, since }: { t: PageT; csrf: string; year: number; /** Mark of the foreword that is to be published. */ since: string }) => (
  <ConfirmPage title={t('yearbook.publish-title', { year })} text={t('yearbook.publish-text')}>
    <Form action={`${yearPath(year)}/publish`} csrf={csrf} hidden={{ since }} bare>
      <Button>{t('yearbook.publish')}</Button>
    </Form>
    <LinkButton kind="quiet" href={yearPath(year)}>
      {t('yearbook.not-yet')}
    </LinkButton>
  </ConfirmPage>
)
