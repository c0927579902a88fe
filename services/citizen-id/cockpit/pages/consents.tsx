import { Button, Card, DescriptionList, EmptyState, Form, Note, PageHead, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

type Shown = { clientId: string; name: string; office: string; purpose: string; legalBasis: string; since: Date; until: Date | null; data: readonly string[]; lasting: boolean }

export function ConsentsPage({ t, csrf, consents, done }: { t: PageT; csrf: string; consents: readonly Shown[]; done: boolean }) {
  return (
    <>
      <PageHead title={t('cockpit.consents-title')} lead={t('cockpit.consents-lead')} />
      <Stack gap="l">
        {done ? (
          <Note kind="ok" role="status" level={0} title={t('cockpit.consent-revoked')}>
            {t('cockpit.consent-revoked-text')}
          </Note>
        ) : null}
        {consents.length === 0 ? <EmptyState level={2} title={t('cockpit.consents-none')} text={t('cockpit.consents-none-text')} icon="shield" /> : consents.map((consent) => <Consent key={consent.clientId} t={t} csrf={csrf} consent={consent} />)}
      </Stack>
    </>
  )
}

function Consent({ t, csrf, consent: { clientId, name, office, purpose, legalBasis, since, until, data, lasting } }: { t: PageT; csrf: string; consent: Shown }) {
  const entries = [
    ...(office === '' ? [] : [{ term: t('cockpit.column.office'), value: office }]),
    { term: t('cockpit.column.data'), value: data.length === 0 ? t('cockpit.data-none') : t.format.list(data) },
    ...(purpose === '' ? [] : [{ term: t('cockpit.column.purpose'), value: purpose }]),
    ...(legalBasis === '' ? [] : [{ term: t('cockpit.column.basis'), value: legalBasis }]),
    { term: t('cockpit.consent-since'), value: t.format.dateTime(since) },
    ...(until === null ? [] : [{ term: t('cockpit.consent-until'), value: t.format.date(until) }]),
    ...(lasting ? [{ term: t('cockpit.consent-lasting'), value: t('cockpit.consent-lasting-yes') }] : []),
  ]
  return (
    <Card title={name} level={2}>
      <DescriptionList entries={entries} />
      <Form action={`/citizen-id/consents/${encodeURIComponent(clientId)}/revoke`} csrf={csrf} bare label={t('cockpit.consent-revoke-one', { name })}>
        <Button kind="danger">{t('cockpit.consent-revoke')}</Button>
      </Form>
    </Card>
  )
}
