import { Button, Checkbox, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Prose, Section, Stack } from '@modellregion/ui'
import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import type { PageT, T } from '../../locales/index.ts'
import { textOf, type NewEntry, type Vitality } from '../../shelf/schema.ts'
import type { Finding, Publiccode } from '../schema.ts'
import { PubliccodeDetails } from './details.tsx'
import { Findings } from './findings.tsx'
import { listed, SourceForms } from './source-forms.tsx'

const action = '/portfolio/publiccode/import'

/** Where the file is. Nothing is written yet. */
export function ImportPage({ t, own, csrf, typed, errors, refused }: { t: PageT; own: T; csrf: string; typed: Typed; errors: FormErrors; refused: readonly Finding[] | undefined }) {
  const problems = listed(errors)
  return (
    <>
      {problems.length > 0 ? <ErrorSummary title={t.count('form.errors', problems.length)} errors={problems} /> : null}
      <PageHead title={t('publiccode.import.title')} lead={t('publiccode.import.lead')} />
      <Stack gap="l">
        {refused ? (
          <Section id="refused" title={t('publiccode.import.refused')}>
            <p>{t('publiccode.import.refused-text')}</p>
            <Findings t={own} valid={false} findings={refused} />
          </Section>
        ) : null}
        <SourceForms t={t} csrf={csrf} action={action} send={t('publiccode.import.show')} typed={typed} errors={errors} />
      </Stack>
    </>
  )
}

export type PreviewProps = { t: PageT; own: T; csrf: string; text: string; address: string | null; entry: NewEntry; publiccode: Publiccode; vitality: Vitality; findings: readonly Finding[]; known: boolean }

/** The entry as it would stand in the catalogue. The text travels with the form and is checked again. */
export function PreviewPage({ t, own, csrf, text, address, entry, publiccode, vitality, findings, known }: PreviewProps) {
  return (
    <>
      <PageHead title={`${t('publiccode.import.preview')}: ${textOf(entry.title, t.locale)}`} lead={t('publiccode.import.preview-lead')} />
      <Stack gap="l">
        {known ? <Note title={t('publiccode.import.known')} level={0} /> : null}
        {findings.length > 0 ? <Findings t={own} valid findings={findings} /> : null}
        <p class="mr-lead">{textOf(entry.summary, t.locale)}</p>
        <Prose>
          {entry.description.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Prose>
        <PubliccodeDetails t={own} publiccode={publiccode} vitality={vitality} />
        <Form action={`${action}/keep`} csrf={csrf} hidden={{ text, ...(address !== null && { address }) }}>
          <Checkbox name="published" label={t('publiccode.import.published')} checked />
          <FormEnd>
            <Button>{t(known ? 'publiccode.import.update' : 'publiccode.import.keep')}</Button>
            <LinkButton kind="bare" href={action}>
              {t('action.cancel')}
            </LinkButton>
          </FormEnd>
        </Form>
      </Stack>
    </>
  )
}
