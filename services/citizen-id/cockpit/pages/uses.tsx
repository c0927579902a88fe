import { Button, EmptyState, Form, FormEnd, LinkButton, PageHead, Pagination, Radios, Row, Select, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { UseTable, type UseRow } from './use-table.tsx'

type Span = '30' | '90' | '365' | 'all'
export type UsesProps = { t: PageT; uses: readonly UseRow[]; total: number; offices: readonly { clientId: string; clientName: string; count: number }[]; office: string; span: Span; page: number; pages: number }

export function UsesPage({ t, uses, total, offices, office, span, page, pages }: UsesProps) {
  const query = { ...(office !== '' && { office }), ...(span !== 'all' && { span }) }
  const href = (to: number) => `/citizen-id/uses?${new URLSearchParams({ ...query, page: String(to) })}`
  const choices = offices.map(({ clientId, clientName, count }) => ({ value: clientId, label: t('cockpit.office-count', { name: clientName, count }) }))
  return (
    <>
      <PageHead title={t('cockpit.uses-title')} lead={t('cockpit.uses-lead')} />
      <Stack gap="l">
        <Form action="/citizen-id/uses" method="get" label={t('cockpit.filter')}>
          <Select name="office" label={t('cockpit.column.office')} empty={t('cockpit.office-all')} value={office} choices={choices} />
          <Radios name="span" label={t('cockpit.span')} value={span} choices={(['all', '365', '90', '30'] as const).map((value) => ({ value, label: t(`cockpit.span.${value}`) }))} />
          <FormEnd>
            <Button kind="quiet">{t('cockpit.filter-apply')}</Button>
          </FormEnd>
        </Form>
        <section aria-labelledby="found">
          <Stack gap="m">
            <h2 id="found">{t.count('cockpit.found', total)}</h2>
            {uses.length === 0 ? (
              <EmptyState
                title={t('cockpit.uses-none')}
                text={t('cockpit.uses-none-text')}
                actions={
                  <LinkButton href="/citizen-id/uses" kind="quiet">
                    {t('cockpit.filter-clear')}
                  </LinkButton>
                }
              />
            ) : (
              <UseTable t={t} id="uses" uses={uses} />
            )}
            <Pagination label={t('cockpit.pages')} page={page} pages={pages} href={href} words={{ page: t('cockpit.page'), next: t('cockpit.page-next'), previous: t('cockpit.page-back') }} />
            <Row>
              <LinkButton href={`/citizen-id/uses.csv?${new URLSearchParams(query)}`} kind="quiet" icon="download">
                {t('cockpit.csv')}
              </LinkButton>
            </Row>
          </Stack>
        </section>
      </Stack>
    </>
  )
}
