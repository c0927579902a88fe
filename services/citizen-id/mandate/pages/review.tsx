import { Button, Card, Checkbox, DescriptionList, ErrorSummary, Form, PageHead, Radios, Row, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { documents, type Mandate } from '../schema.ts'
import { entriesOf } from './mandate.tsx'

export type Waiting = { mandate: Mandate; scope: string; until: string }
type Props = { t: PageT; csrf: string; waiting: readonly Waiting[]; /** What went wrong, and at which request. */ trouble: { id: string; text: string } | undefined }

/** What an officer checks against the original: one card for each request. */
export function ReviewPage({ t, csrf, waiting, trouble }: Props) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={trouble ? [{ field: `seen-${trouble.id}`, text: trouble.text }] : []} />
      <PageHead title={t('mandate.review-title')} lead={t('mandate.review-lead')} />
      {waiting.length === 0 ? <p class="mr-muted">{t('mandate.review-none')}</p> : null}
      <Stack gap="l">
        {waiting.map(({ mandate, scope, until }) => (
          <Card key={mandate.id} title={mandate.principalName}>
            <DescriptionList entries={[...entriesOf(t, mandate, { scope, until }), { term: t('mandate.asked-at'), value: t.format.dateTime(mandate.createdAt) }]} />
            <Form action={`/citizen-id/mandates/${mandate.id}/confirm`} csrf={csrf} label={mandate.principalName}>
              <Radios name="document" id={`document-${mandate.id}`} label={t('mandate.field.document')} value="" choices={documents.map((one) => ({ value: one, label: t(`mandate.document.${one}`) }))} />
              <Checkbox name="seen" id={`seen-${mandate.id}`} label={t('mandate.field.seen')} error={trouble?.id === mandate.id ? trouble.text : undefined} />
              <Row>
                <Button>{t('mandate.confirm')}</Button>
              </Row>
            </Form>
            <Form action={`/citizen-id/mandates/${mandate.id}/refuse`} csrf={csrf} bare label={mandate.principalName}>
              <Button kind="quiet">{t('mandate.refuse')}</Button>
            </Form>
          </Card>
        ))}
      </Stack>
    </>
  )
}
