import { Button, Card, DescriptionList, EmptyState, Form, Note, Row } from '@modellregion/ui'
import type { Errors } from '../../forms/errors.ts'
import type { Say } from '../../i18n/index.ts'
import type { RoleRequest } from '../../identity/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import { Console } from './console.tsx'
import { PeopleTabs } from './people-tabs.tsx'
import { roleName } from './people.tsx'

export type Waiting = RoleRequest & { /** Why this reader cannot confirm it; absent: may. */ refusal?: string | undefined; own: boolean }
type Props = { t: Say<KernelWords>; csrf: string; requests: readonly Waiting[]; due: number; alone: boolean; errors: Errors; done: string | undefined }

/** Powerful roles that wait for a second person. */
export function RequestsPage({ t, csrf, requests, due, alone, errors, done }: Props) {
  return (
    <Console t={t} title={t('admin.requests')} lead={t('admin.requests-lead')} errors={errors} done={done}>
      <PeopleTabs t={t} current="requests" waiting={requests.length} due={due} />
      {alone && requests.length > 0 ? <Note level={0} title={t('admin.requests-alone')} /> : null}
      {requests.length === 0 ? <EmptyState level={2} icon="people" title={t('admin.requests-none-title')} text={t('admin.requests-none')} /> : requests.map((request) => <RequestCard key={request.id} t={t} csrf={csrf} request={request} />)}
    </Console>
  )
}

function RequestCard({ t, csrf, request }: { t: Say<KernelWords>; csrf: string; request: Waiting }) {
  const { id, name, role, organisation, fromName, validFrom, validUntil } = request
  const entries = [
    { term: t('admin.request-by'), value: request.requestedByName ?? (request.source === 'directory' ? t('admin.request-directory') : t('admin.audit-platform')) },
    ...(request.reason === '' ? [] : [{ term: t('admin.role-reason'), value: request.reason }]),
    ...(fromName !== null && validFrom && validUntil ? [{ term: t('admin.request-span'), value: t('admin.request-span-of', { name: fromName, from: validFrom, until: validUntil }) }] : []),
    ...(fromName === null && validUntil ? [{ term: t('admin.role-end'), value: t.format.date(validUntil) }] : []),
    { term: t('admin.request-since'), value: t.format.dateTime(request.createdAt) },
    { term: t('admin.request-expires'), value: t.format.dateTime(request.expiresAt) },
  ]
  return (
    <Card>
      <h2 class="mr-h3">
        <a href={`/admin/people/${request.accountId}`}>{t('admin.request-who', { name, role: roleName(t, { role, ...(organisation !== '' && { organisation }) }) })}</a>
      </h2>
      <DescriptionList entries={entries} />
      {request.refusal === undefined ? null : <p class="mr-small mr-muted">{request.refusal}</p>}
      <Row>
        {request.refusal === undefined ? (
          <Form action={`/admin/people/requests/${id}/confirm`} csrf={csrf} bare>
            <Button id={`confirm-${id}`}>{t('admin.request-confirm')}</Button>
          </Form>
        ) : null}
        <Form action={`/admin/people/requests/${id}/close`} csrf={csrf} bare>
          <Button kind="quiet" id={`close-${id}`}>
            {request.own ? t('admin.request-withdraw') : t('admin.request-refuse')}
          </Button>
        </Form>
      </Row>
    </Card>
  )
}
