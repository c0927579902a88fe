import { Button, DataTable, ErrorSummary, FileField, Form, FormEnd, Hidden, LinkButton, Note, PageHead, Section, Stack } from '@modellregion/ui'
import type { FormErrors } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { projectPath } from '../record.ts'
import { headOf, kdnColumns, missingIn, type KdnFinding, type KdnProject } from '../rules/kdn.ts'
import { StageTag } from './stage-tag.tsx'

const action = '/portfolio/programme/import'

export type ImportProps = { t: PageT; csrf: string; errors: FormErrors; /** How many were made a moment ago. */ done: number | undefined }

/** Choose a file; nothing is written yet. */
export function ImportPage({ t, csrf, errors, done }: ImportProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      {done === undefined ? null : <Note kind="ok" role="status" level={0} title={t.count('programme.import.done', done)} />}
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      <PageHead title={t('programme.import.title')} lead={t('programme.import.lead')} />
      {/* The token stands in the address, because a form with files is read only after it was checked. */}
      <Form action={action} csrf={csrf} multipart>
        <FileField name="file" label={t('programme.import.file')} hint={t('programme.import.file-hint')} accept=".csv,text/csv" error={errors['file']} />
        <Note level={2} title={t('programme.import.columns')}>
          <p>{t.format.list(kdnColumns.map(headOf))}</p>
        </Note>
        <FormEnd>
          <Button>{t('programme.import.check')}</Button>
          <LinkButton href="/portfolio/programme" kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export type PreviewProps = { t: PageT; csrf: string; text: string; fresh: readonly KdnProject[]; known: readonly KdnProject[]; findings: readonly KdnFinding[] }

/** What would be written and what is refused, with line and column, before anything happens. */
export function PreviewPage({ t, csrf, text, fresh, known, findings }: PreviewProps) {
  return (
    <>
      <PageHead title={t('programme.import.preview')} lead={fresh.length === 0 ? t('programme.import.nothing') : t.count('programme.import.new', fresh.length)} />
      <Stack gap="l">
        {fresh.length > 0 ? (
          <Stack gap="s">
            <DataTable
              id="import-new"
              caption={t.count('programme.import.new', fresh.length)}
              hideCaption
              rows={fresh}
              rowKey={({ slug }) => slug}
              columns={[
                { key: 'name', head: t('programme.table.name'), rowHead: true, cell: ({ name }) => name },
                { key: 'stage', head: t('programme.table.stage'), nowrap: true, cell: ({ stage }) => <StageTag t={t} stage={stage} /> },
                { key: 'lead', head: t('programme.project.lead'), cell: ({ lead }) => lead || '–' },
                { key: 'missing', head: t('programme.import.missing'), cell: (one) => t.format.list(missingIn(one).map((need) => t(`programme.need.${need}`))) || '–' },
                { key: 'line', head: t('programme.import.line'), align: 'end', cell: ({ line }) => String(line) },
              ]}
            />
            <p class="mr-text mr-small mr-muted">{t('programme.import.missing-why')}</p>
          </Stack>
        ) : null}
        {findings.length > 0 ? (
          <Section id="refused" title={t.count('programme.import.refused', findings.length)}>
            <DataTable
              id="import-refused"
              caption={t.count('programme.import.refused', findings.length)}
              hideCaption
              rows={findings}
              rowKey={({ line }) => String(line)}
              columns={[
                { key: 'line', head: t('programme.import.line'), rowHead: true, cell: ({ line }) => String(line) },
                { key: 'column', head: t('programme.import.column'), cell: ({ column }) => (column === null ? '–' : headOf(column)) },
                { key: 'why', head: t('programme.import.why'), cell: ({ code }) => t(`programme.import.bad.${code}`) },
              ]}
            />
          </Section>
        ) : null}
        {known.length > 0 ? (
          <Section id="known" title={t.count('programme.import.known', known.length)}>
            <ul class="mr-list mr-stack-s">
              {known.map(({ slug, name }) => (
                <li key={slug}>
                  <a href={projectPath(slug)}>{name}</a>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Form action={`${action}/apply`} csrf={csrf}>
          <Hidden name="text" value={text} />
          <FormEnd>
            {fresh.length > 0 ? <Button>{t('programme.import.apply')}</Button> : null}
            <LinkButton href={action} kind="bare">
              {t('action.back')}
            </LinkButton>
          </FormEnd>
        </Form>
      </Stack>
    </>
  )
}
