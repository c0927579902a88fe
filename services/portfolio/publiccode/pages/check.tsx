import { Checkbox, ErrorSummary, PageHead, Section, Stack } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT, T } from '../../locales/index.ts'
import type { Finding } from '../schema.ts'
import { Findings } from './findings.tsx'
import { listed, SourceForms } from './source-forms.tsx'

export type CheckProps = { t: PageT; own: T; csrf: string; typed: Typed; errors: FormErrors; result: { valid: boolean; findings: readonly Finding[] } | undefined }

/** Checks a file for anybody; the result stands above the form, which keeps what was typed. */
export function CheckPage({ t, own, csrf, typed, errors, result }: CheckProps) {
  const problems = listed(errors)
  return (
    <>
      {problems.length > 0 ? <ErrorSummary title={t.count('form.errors', problems.length)} errors={problems} /> : null}
      <PageHead title={t('publiccode.check.title')} lead={t('publiccode.check.lead')} />
      <Stack gap="l">
        {result ? (
          <Section id="result" title={t('publiccode.check.result')}>
            <Findings t={own} {...result} />
          </Section>
        ) : null}
        <SourceForms
          t={t}
          csrf={csrf}
          action="/portfolio/publiccode/check"
          send={t('publiccode.check.send')}
          typed={typed}
          errors={errors}
          more={(form) => <Checkbox name="draft" id={`draft-${form}`} label={t('publiccode.check.draft')} hint={t('publiccode.check.draft-hint')} checked={typedOf(typed, 'draft') !== ''} />}
        />
        <p class="mr-small mr-muted">
          {t('publiccode.check.standard')} <a href="https://yml.publiccode.tools/schema.core.html">{t('publiccode.check.standard-link')}</a>
        </p>
      </Stack>
    </>
  )
}
