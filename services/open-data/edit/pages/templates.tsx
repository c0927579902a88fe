import { Button, DataTable, EmptyState, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Row, TextField } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Told } from '../told.ts'

export type SaveTemplateProps = { t: T; csrf: string; id: string; typed: string; errors: Readonly<Record<string, string>>; errorTitle: string }

/** A draft becomes the beginning of the next ones. */
export function SaveTemplatePage({ t, csrf, id, typed, errors, errorTitle }: SaveTemplateProps) {
  return (
    <>
      <ErrorSummary title={errorTitle} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      <PageHead title={t('edit.template.save')} lead={t('edit.template.lead')} />
      <Form action={`/open-data/draft/${id}/template`} csrf={csrf}>
        <TextField name="title" label={t('edit.template.title')} hint={t('edit.template.title.hint')} value={typed} error={errors['title']} maxLength={200} />
        <FormEnd>
          <Button>{t('edit.template.save')}</Button>
          <LinkButton kind="bare" href={`/open-data/draft/${id}/send`}>
            {t('edit.template.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export type TemplatesProps = { t: T; csrf: string; told: Told | undefined; templates: readonly { id: string; title: string; organisation: string; createdAt: Date }[] }

/** The templates of a person's offices. */
export function TemplatesPage({ t, csrf, told, templates }: TemplatesProps) {
  return (
    <>
      {told ? <Note kind="ok" role="status" level={0} title={t(`edit.told.${told}`)} /> : null}
      <PageHead title={t('edit.templates.title')} lead={t('edit.templates.lead')} />
      <DataTable
        id="templates"
        caption={t('edit.templates.title')}
        hideCaption
        rows={templates}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} title={t('edit.templates.none')} text={t('edit.templates.none-next')} icon="file" />}
        columns={[
          { key: 'title', head: t('edit.template.title'), rowHead: true, cell: ({ title }) => title },
          { key: 'organisation', head: t('edit.workshop.organisation'), cell: ({ organisation }) => organisation },
          { key: 'since', head: t('edit.templates.since'), nowrap: true, cell: ({ createdAt }) => t.format.date(createdAt, 'medium') },
          {
            key: 'next',
            head: t('edit.workshop.next'),
            cell: ({ id, title }) => (
              <Row>
                <LinkButton small kind="quiet" href={`/open-data/draft/new?template=${id}`}>
                  {t('edit.templates.use')}
                </LinkButton>
                <Form bare action={`/open-data/workshop/templates/${id}/delete`} csrf={csrf} label={t('edit.templates.delete-of', { title })}>
                  <Button small kind="bare" icon="bin">
                    {t('edit.templates.delete')}
                  </Button>
                </Form>
              </Row>
            ),
          },
        ]}
      />
    </>
  )
}
