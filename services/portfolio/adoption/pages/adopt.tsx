import { Button, DataTable, DescriptionList, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Radios, Section, Stack } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { textOf, type Entry, type EntryVersion } from '../../shelf/schema.ts'
import { sizeOf } from '../rules/size.ts'
import { consents, type ReuseFile, type ReuseFinding } from '../schema.ts'
import { Findings } from './parts.tsx'

export type AdoptProps = { t: PageT; csrf: string; id: string; entry: Entry; version: EntryVersion; from: string | undefined; kind: { title: string; use: string }; findings: readonly ReuseFinding[]; typed: Typed; errors: FormErrors }

/** Before something is taken over: what is written where, under which licence, and what the register may say. */
export function AdoptPage({ t, csrf, id, entry, version, from, kind, findings, typed, errors }: AdoptProps) {
  const blocked = findings.some(({ level }) => level === 'error')
  const files = version.files ?? []
  return (
    <Stack gap="l">
      <ErrorSummary title={t.count('form.errors', Math.max(1, Object.keys(errors).length))} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      <PageHead title={t('adoption.adopt.title', { title: textOf(entry.title, t.locale) })} lead={kind.use} />
      <DescriptionList
        entries={[
          { term: t('adoption.origin.from'), value: from ?? t('adoption.origin.platform') },
          { term: t('adoption.column.version'), value: `${version.label} (${version.number})` },
          { term: t('adoption.origin.licence'), value: entry.licence },
          { term: t('adoption.origin.kind'), value: kind.title },
          { term: t('adoption.adopt.where'), value: t('adoption.adopt.where-text', { kind: kind.title }) },
        ]}
      />
      <DataTable
        id="files"
        caption={t('adoption.files')}
        rows={files}
        rowKey={({ path }: ReuseFile) => path}
        columns={[
          { key: 'path', head: t('adoption.column.file'), rowHead: true, cell: (file) => file.path },
          { key: 'type', head: t('adoption.column.type'), cell: (file) => file.mediaType },
          { key: 'size', head: t('adoption.column.size'), align: 'end', cell: (file) => t.format.bytes(sizeOf(file)) },
        ]}
      />
      {findings.length > 0 ? (
        <Note kind={blocked ? 'bad' : 'warn'} title={blocked ? t('adoption.adopt.blocked') : t('adoption.adopt.remarks')}>
          <Findings t={t} findings={findings} />
        </Note>
      ) : null}
      {blocked ? (
        <LinkButton kind="quiet" href={`/portfolio/reuse/${entry.id}`}>
          {t('adoption.back-to-entry')}
        </LinkButton>
      ) : (
        <Section id="register" title={t('adoption.adopt.register')}>
          <Form action={`/portfolio/reuse/${entry.id}/adopt`} csrf={csrf} hidden={{ id }}>
            <ConsentField t={t} value={typedOf(typed, 'consent')} error={errors['consent']} />
            <FormEnd>
              <Button>{t('adoption.adopt.do')}</Button>
              <LinkButton kind="bare" href={`/portfolio/reuse/${entry.id}`}>
                {t('adoption.back-to-entry')}
              </LinkButton>
            </FormEnd>
          </Form>
        </Section>
      )}
    </Stack>
  )
}

/** What others may know. Nothing is chosen beforehand. */
export const ConsentField = ({ t, value, error }: { t: PageT; value: string; error: string | undefined }) => (
  <Radios name="consent" label={t('adoption.field.consent')} hint={t('adoption.hint.consent')} value={value} error={error} choices={consents.map((one) => ({ value: one, label: t(`adoption.consent.${one}`), hint: t(`adoption.consent.${one}.means`) }))} />
)
