import { Button, DataTable, FileField, Form, FormEnd, Note, PageHead, Section, Stack, Tag, TextArea } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { accountHref } from '../links.ts'
import type { CsvResult } from '../rules/csv.ts'
import type { Line } from '../schema.ts'
import { Ends } from './fields.tsx'
import { field, Mistakes, type FormView } from './parts.tsx'

const [shownErrors, shownRows] = [50, 200]

/** Bookings out of a file: checked first, then taken over. */
export const ImportPage = (props: FormView & { project: string; lines: readonly Line[]; result: CsvResult | undefined }) => {
  const { t, project, result, csrf, lines } = props
  const fresh = result?.rows.filter(({ twice }) => !twice) ?? []
  const titles = new Map(lines.map(({ key, title }) => [key, title]))
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('grant.import')} lead={t('grant.import.lead')} />
      <Stack gap="l">
        {result && result.errors.length > 0 ? (
          <Note kind="bad" role="alert" level={2} title={t('grant.import.errors')}>
            <ul>
              {result.errors.slice(0, shownErrors).map(({ line, code }) => (
                <li key={line}>{t('grant.import.error-line', { line, what: t(`grant.import.error.${code}`) })}</li>
              ))}
            </ul>
            {result.errors.length > shownErrors ? <p>{t('grant.import.more', { count: result.errors.length - shownErrors })}</p> : null}
          </Note>
        ) : null}
        {result && result.errors.length === 0 ? (
          <Section id="preview" title={t('grant.import.preview')}>
            <Stack>
              <DataTable
                id="rows" caption={t('grant.import.preview')} hideCaption kind="work" rows={result.rows.slice(0, shownRows)} rowKey={({ line }) => String(line)}
                columns={[
                  { key: 'line', head: t('grant.import.row'), align: 'end', cell: ({ line }) => String(line) },
                  { key: 'day', head: t('grant.booking.paidOn'), nowrap: true, cell: ({ entry }) => t.format.date(entry.paidOn, 'medium') },
                  { key: 'voucher', head: t('grant.booking.voucher'), rowHead: true, cell: ({ entry }) => entry.voucher },
                  { key: 'payee', head: t('grant.booking.payee'), cell: ({ entry }) => entry.payee },
                  { key: 'target', head: t('grant.booking.line'), cell: ({ entry }) => titles.get(entry.lineKey) ?? entry.lineKey },
                  { key: 'amount', head: t('grant.booking.amount'), align: 'end', cell: ({ entry }) => t.format.money(entry.amountCents) },
                  { key: 'state', head: t('grant.import.state'), cell: ({ twice }) => <Tag kind={twice ? 'plain' : 'ok'}>{t(twice ? 'grant.import.twice' : 'grant.import.new')}</Tag> },
                ]}
              />
              {result.rows.length > shownRows ? <p>{t('grant.import.more', { count: result.rows.length - shownRows })}</p> : null}
              <p>{t('grant.import.sum', { fresh: fresh.length, twice: result.rows.length - fresh.length, cents: fresh.reduce((sum, { entry }) => sum + entry.amountCents, 0) })}</p>
              {fresh.length === 0 ? (
                <Note level={0} title={t('grant.import.nothing')} />
              ) : (
                <Form action={accountHref(project, '/import')} csrf={csrf} hidden={{ csv: typedOf(props.typed, 'csv'), apply: 'true' }} bare>
                  <Button>{t.count('grant.import.apply', fresh.length)}</Button>
                </Form>
              )}
            </Stack>
          </Section>
        ) : null}
        <Form action={accountHref(project, '/import/file')} csrf={csrf} multipart>
          <FileField name="file" label={t('grant.import.file')} hint={t('grant.import.file-hint')} error={props.errors['file']} accept=".csv,.txt,text/csv" />
          <FormEnd>
            <Button kind="quiet">{t('grant.import.check-file')}</Button>
          </FormEnd>
        </Form>
        <Form action={accountHref(project, '/import')} csrf={csrf}>
          <TextArea {...field(props, 'csv')} label={t('grant.import.csv')} hint={t('grant.import.csv-hint')} rows={12} />
          <Ends t={t} word={t('grant.import.check')} back={accountHref(project)} />
        </Form>
      </Stack>
    </>
  )
}
