import { Button, ErrorSummary, Form, FormEnd, Note, PageHead, Section, Stack, Tag, TextArea, TextField, Timeline } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { Feedback, FeedbackMessage } from '../schema.ts'
import { paragraphsOf } from '../rules.ts'

type T = Say<KernelWords>

/** Where a guest enters the code. No account, no session, no form token: the code itself is the authority. */
export function ReturnPage({ t, typed, error }: { t: T; typed: string; error: string | undefined }) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={error === undefined ? [] : [{ field: 'code', text: error }]} />
      <PageHead title={t('portal.return-title')} lead={t('portal.return-lead')} />
      <Form action="/return">
        <TextField name="code" label={t('portal.return-field')} hint={t('portal.return-hint')} value={typed} error={error} width={20} maxLength={40} autocomplete="off" />
        <FormEnd>
          <Button>{t('portal.return-open')}</Button>
        </FormEnd>
      </Form>
    </>
  )
}

type OpenProps = { t: T; code: string; report: Feedback; messages: readonly FeedbackMessage[]; mayReply: boolean; isNew: boolean; typed: string; error: string | undefined }

/** What the guest has handed in, what the office says, and room for one answer. */
export function ReturnedPage({ t, code, report, messages, mayReply, isNew, typed, error }: OpenProps) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={error === undefined ? [] : [{ field: 'text', text: error }]} />
      {isNew ? <Note kind="ok" role="status" level={0} title={t('portal.return-sent')} /> : null}
      <PageHead title={t('portal.return-of', { number: report.number })}>
        <p>
          <Tag kind={report.state === 'open' ? 'info' : 'ok'}>{t(`portal.return-state.${report.state}`)}</Tag>
        </p>
      </PageHead>
      <Stack gap="l">
        <Timeline
          events={[{ fromOffice: false, text: report.message, createdAt: report.createdAt }, ...messages].map(({ fromOffice, text, createdAt }) => ({
            title: t(fromOffice ? 'portal.return-office' : 'portal.return-you'),
            when: t.format.dateTime(createdAt),
            dateTime: createdAt.toISOString(),
            state: 'done',
            detail: paragraphsOf(text).map((paragraph) => <p key={paragraph}>{paragraph}</p>),
          }))}
        />
        {mayReply ? (
          <Section id="reply" title={t('portal.return-reply')}>
            <Form action="/return/reply" hidden={{ code }}>
              <TextArea name="text" label={t('portal.return-text')} hint={t('portal.return-once')} value={typed} error={error} rows={5} maxLength={5_000} />
              <FormEnd>
                <Button>{t('portal.return-send')}</Button>
              </FormEnd>
            </Form>
          </Section>
        ) : (
          <p>{t('portal.return-wait')}</p>
        )}
      </Stack>
    </>
  )
}
