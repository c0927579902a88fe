import { Button, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Radios, Stack, TextArea, TextField } from '@modellregion/ui'
import type { Typed } from '../../forms/index.ts'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import { Paragraphs } from './paragraphs.tsx'

export type FeedbackErrors = Partial<Record<'kind' | 'page' | 'message' | 'mail', string>>
type Props = { t: Say<KernelWords>; csrf: string; typed: Typed; errors: FeedbackErrors }

const one = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** Says that something does not work. Needs neither an account nor a name. */
export function FeedbackPage({ t, csrf, typed, errors }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('portal.feedback-heading')}>
        <Paragraphs lines={t.lines('portal.feedback-lead')} />
        <p>
          <a href="/return">{t('portal.return-title')}</a>
        </p>
      </PageHead>
      <Form action="/feedback" csrf={csrf}>
        <Radios
          name="kind"
          label={t('portal.feedback-kind')}
          value={one(typed, 'kind')}
          error={errors.kind}
          choices={[
            { value: 'barrier', label: t('portal.feedback-kind.barrier') },
            { value: 'fault', label: t('portal.feedback-kind.fault') },
          ]}
        />
        <TextArea name="message" label={t('portal.feedback-what')} hint={t('portal.feedback-what-hint')} value={one(typed, 'message')} error={errors.message} rows={6} maxLength={5_000} />
        <TextField name="page" label={t('portal.feedback-page')} optional={t('form.optional')} hint={t('portal.feedback-page-hint')} value={one(typed, 'page')} error={errors.page} maxLength={500} />
        <TextField
          name="mail"
          type="email"
          autocomplete="email"
          label={t('portal.feedback-mail')}
          optional={t('form.optional')}
          hint={t('portal.feedback-mail-hint')}
          value={one(typed, 'mail')}
          error={errors.mail}
          maxLength={320}
        />
        <div class="mr-vh" aria-hidden="true">
          <label>
            {t('portal.feedback-trap')}
            <input name="website" tabindex={-1} autocomplete="off" />
          </label>
        </div>
        <FormEnd>
          <Button>{t('portal.feedback-send')}</Button>
        </FormEnd>
      </Form>
    </>
  )
}

export function FeedbackSentPage({ t, number, code }: { t: Say<KernelWords>; number: string; /** For coming back without an account; told here and nowhere else. */ code: string | undefined }) {
  return (
    <>
      <PageHead title={t('portal.feedback-sent-title')} />
      <Stack gap="l">
        <Note kind="ok" title={t('portal.feedback-sent-number')} role="status">
          <p class="mr-h3 mr-num">{number}</p>
        </Note>
        {code === undefined ? null : (
          <Note kind="warn" title={t('portal.return-code')}>
            <p class="mr-h3 mr-num">{code}</p>
            <Paragraphs lines={t.lines('portal.return-code-keep')} />
            <p>
              <a href="/return">{t('portal.return-title')}</a>
            </p>
          </Note>
        )}
        <Stack>
          <Paragraphs lines={t.lines('portal.feedback-sent-next')} />
        </Stack>
        <p>
          <LinkButton kind="quiet" href="/">
            {t('http.home')}
          </LinkButton>
        </p>
      </Stack>
    </>
  )
}
