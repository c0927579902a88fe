import { Form, LinkButton, Note, PageHead, Stack, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'
import { Ending, Mistakes } from '../../form/pages/parts.tsx'
import type { FormProps } from '../../form/props.ts'

export type SentPageProps = { t: T; number: number; /** Told here and nowhere else. */ code: string; confirms: boolean }

/** What a guest is told after asking: the number, the code, and what comes next. */
export function SentPage({ t, number, code, confirms }: SentPageProps) {
  return (
    <>
      <PageHead title={t('request.sent-title')} />
      <Stack gap="l">
        <Note kind="ok" role="status" title={t('request.sent-number', { number })}>
          <p>{t('request.sent-next')}</p>
          {confirms ? <p>{t('request.sent-mail')}</p> : null}
        </Note>
        <Note kind="warn" title={t('request.sent-code')}>
          <p class="mr-h3 mr-num">{code}</p>
          <p>{t('request.sent-keep')}</p>
          <p>
            <a href="/open-data/request/return">{t('request.return-title')}</a>
          </p>
        </Note>
        <p>
          <LinkButton kind="quiet" href="/open-data/request">
            {t('request.leave')}
          </LinkButton>
        </p>
      </Stack>
    </>
  )
}

/** Where a guest enters the code. */
export function ReturnPage(props: Omit<FormProps, 'csrf'>) {
  const { t, typed, errors } = props
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('request.return-title')} lead={t('request.return-lead')} />
      <Form action="/open-data/request/return">
        <TextField name="code" label={t('request.return-code')} hint={t('request.return-hint')} value={typedOf(typed, 'code')} error={errors['code']} width={20} maxLength={40} autocomplete="off" />
        <Ending send={t('request.return-open')} leave={t('request.leave')} href="/open-data/request" />
      </Form>
    </>
  )
}
