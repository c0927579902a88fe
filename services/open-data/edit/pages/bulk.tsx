import { Button, Checkboxes, DataTable, DescriptionList, EmptyState, ErrorSummary, Form, FormEnd, Hidden, LinkButton, PageHead, Panel, Section, Select, Tag, TextField, type Choice } from '@modellregion/ui'
import { tickedOf, typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'
import type { Change } from './send.tsx'

export type BulkProps = { t: T; csrf: string; typed: Typed; errors: FormErrors; errorTitle: string; datasets: readonly Choice[]; licences: readonly Choice[]; frequencies: readonly Choice[]; themes: readonly Choice[] }

/** Which datasets, and what is to change. Whatever is left empty stays as it is. */
export function BulkPage({ t, csrf, typed, errors, errorTitle, datasets, licences, frequencies, themes }: BulkProps) {
  const field = (name: string, label: string, hint?: string) => ({ name, label, hint, value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <ErrorSummary title={errorTitle} errors={Object.entries(errors).map(([name, text]) => ({ field: name, text }))} />
      <PageHead title={t('edit.bulk.title')} lead={t('edit.bulk.lead')} />
      {datasets.length === 0 ? (
        <EmptyState level={2} title={t('edit.workshop.none-published')} text={t('edit.workshop.none-published-next')} />
      ) : (
        <Form action="/open-data/workshop/bulk/preview" csrf={csrf}>
          <Checkboxes name="dataset" label={t('edit.bulk.which')} choices={datasets} values={tickedOf(typed, 'dataset')} error={errors['dataset']} />
          <Section id="what" title={t('edit.bulk.what')}>
            <div class="mr-form">
              <Select {...field('license', t('edit.field.license-all'))} choices={licences} empty={t('edit.bulk.stays')} />
              <TextField {...field('attribution', t('edit.field.attribution-all'))} maxLength={500} />
              <Select {...field('frequency', t('edit.field.frequency'))} choices={frequencies} empty={t('edit.bulk.stays')} />
              <Select {...field('theme', t('edit.field.theme'))} choices={themes} empty={t('edit.bulk.stays')} />
              <TextField {...field('contactOffice', t('edit.field.contact-office'))} maxLength={200} />
              <TextField {...field('contactEmail', t('edit.field.contact-email'))} type="email" />
              <TextField {...field('addKeywords', t('edit.bulk.add-keywords'), t('edit.bulk.keywords-hint'))} />
              <TextField {...field('removeKeywords', t('edit.bulk.remove-keywords'), t('edit.bulk.keywords-hint'))} />
            </div>
          </Section>
          <FormEnd>
            <Button>{t('edit.bulk.preview')}</Button>
          </FormEnd>
        </Form>
      )}
    </>
  )
}

export type BulkPreviewProps = { t: T; csrf: string; /** Editors send what they change straight into the check. */ sendsOn: boolean; sent: readonly (readonly [string, string | readonly string[]])[]; rows: readonly { id: string; title: string; changes: readonly Change[] }[] }

/** What would change, dataset by dataset, before anything is saved. */
export function BulkPreviewPage({ t, csrf, sendsOn, sent, rows }: BulkPreviewProps) {
  const changed = rows.filter(({ changes }) => changes.length > 0).length
  return (
    <>
      <PageHead title={t('edit.bulk.preview-title', { changed, all: rows.length })} lead={t(sendsOn ? 'edit.bulk.sends-on' : 'edit.bulk.makes-drafts')} />
      {rows.map(({ id, title, changes }) => (
        <Panel key={id} title={title}>
          {changes.length > 0 ? <DescriptionList entries={changes.map(({ label, before, after }) => ({ term: label, value: t('edit.bulk.from-to', { before: before || t('edit.no-answer'), after: after || t('edit.no-answer') }) }))} /> : <p>{t('edit.bulk.state.unchanged')}</p>}
        </Panel>
      ))}
      <Form action="/open-data/workshop/bulk" csrf={csrf}>
        {sent.flatMap(([name, value]) => [value].flat().map((text) => <Hidden key={`${name}${text}`} name={name} value={text} />))}
        <FormEnd>
          <Button>{t('edit.bulk.do')}</Button>
          <LinkButton kind="bare" href="/open-data/workshop/bulk">
            {t('edit.bulk.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

const looks = { unchanged: 'plain', busy: 'warn', draft: 'info', sent: 'ok' } as const
export type BulkReportProps = { t: T; rows: readonly { id: string; title: string; state: keyof typeof looks; detail: string }[] }

/** What became of each dataset. */
export function BulkReportPage({ t, rows }: BulkReportProps) {
  return (
    <>
      <PageHead title={t('edit.bulk.report')} />
      <DataTable
        id="report"
        caption={t('edit.bulk.report')}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'title', head: t('edit.workshop.dataset'), rowHead: true, cell: ({ id, title, state }) => (state === 'draft' ? <a href={`/open-data/draft/${id}/send`}>{title}</a> : title) },
          { key: 'state', head: t('edit.workshop.state'), cell: ({ state, detail }) => <><Tag kind={looks[state]}>{t(`edit.bulk.state.${state}`)}</Tag> {detail}</> },
        ]}
      />
      <LinkButton kind="quiet" href="/open-data/workshop">
        {t('edit.leave')}
      </LinkButton>
    </>
  )
}
