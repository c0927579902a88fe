import { Button, DataTable, ErrorSummary, FileField, Form, FormEnd, LinkButton, Note, PageHead, Prose, Select, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { TableError } from '../rules/table.ts'

/** What is wrong with the form itself, by its field. */
export type TableProblems = { readonly target?: string; readonly table?: string }
type Props = { t: PageT; csrf: string; targets: readonly { value: string; label: string }[]; target: string; errors: readonly TableError[]; problems: TableProblems; done: { written: number; rows: number } | undefined }

/** The form for a table of readings. Every mistake is named with its line; nothing is written as long as there is one. */
export function TablePage({ t, csrf, targets, target, errors, problems, done }: Props) {
  const listed = Object.entries(problems).map(([field, text]) => ({ field, text }))
  return (
    <>
      {done ? <Note kind="ok" level={0} role="status" title={t('ingest.table.done', done)} /> : null}
      <ErrorSummary title={t.count('form.errors', Math.max(1, errors.length, listed.length))} errors={errors.length > 0 ? [{ field: 'table', text: t('ingest.table.nothing-written') }] : listed} />
      <PageHead title={t('ingest.table.title')} lead={t('ingest.table.lead')} />
      <Stack gap="l">
        {errors.length === 0 ? null : (
          <DataTable
            id="table-errors"
            caption={t('ingest.table.errors')}
            rows={errors}
            columns={[
              { key: 'line', head: t('ingest.table.line'), align: 'end', rowHead: true, cell: ({ line }) => t('ingest.count', { count: line }) },
              { key: 'text', head: t('ingest.table.text'), cell: ({ text }) => <code>{text}</code> },
              { key: 'code', head: t('ingest.table.what'), cell: ({ code }) => t(`ingest.table.error.${code}`) },
            ]}
          />
        )}
        <Form action="/smart-school/readings/upload" csrf={csrf} multipart>
          <Select name="target" label={t('ingest.table.field.target')} value={target} error={problems.target} empty={t('ingest.table.choose')} choices={targets} />
          <FileField name="table" label={t('ingest.table.field.table')} hint={t('ingest.table.hint')} error={problems.table} accept=".csv,text/csv,text/plain" />
          <FormEnd>
            <Button>{t('ingest.table.upload')}</Button>
            <LinkButton href="/smart-school" kind="bare">
              {t('action.cancel')}
            </LinkButton>
          </FormEnd>
        </Form>
        <Prose>
          <h2>{t('ingest.table.example')}</h2>
          <pre>{'Zeit;Wert\n04.03.2026 08:00;12345,6\n2026-03-05T08:00:00+01:00;12367.1'}</pre>
        </Prose>
      </Stack>
    </>
  )
}
