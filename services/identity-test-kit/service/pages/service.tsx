import { Accordion, Button, DataTable, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Row, Section, Stack, TextField } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Outcome } from '../schema.ts'

type Claim = { name: string; value: string; from: 'token' | 'page' }

export type TestServiceProps = {
  t: PageT
  csrf: string
  home: string
  outcome: Outcome | undefined
  signedOut: boolean
  /** The provider has ended the session here. */
  endedAt: Date | undefined
  signedIn: { claims: readonly Claim[]; header: Record<string, unknown>; payload: Record<string, unknown>; lasting: boolean; refreshed: number } | undefined
  /** The provider asks people on their phones. */
  phone: boolean
  waitsFor: string | undefined
  typed: string
  error: string | undefined
}

/** The invented service: ways to sign in, and what it has learnt. */
export function TestServicePage(props: TestServiceProps) {
  const { t, error, signedIn, waitsFor } = props
  return (
    <>
      <ErrorSummary title={t('parking.not-yet')} errors={error === undefined ? [] : [{ field: 'userName', text: error }]} />
      <PageHead title={t(signedIn ? 'parking.title-in' : 'parking.title')} lead={t(signedIn ? 'parking.lead-in' : 'parking.lead')} />
      <Stack gap="l">
        <Note kind="warn" level={0} title={t('parking.label')}>
          {t('kit.label-text')}
        </Note>
        <News {...props} />
        {waitsFor === undefined ? null : (
          <Note level={2} icon="clock" title={t('parking.waits')} role="status">
            {t('parking.waits-for', { name: waitsFor })}
          </Note>
        )}
        {signedIn ? <SignedIn {...props} signedIn={signedIn} /> : null}
        <Ways {...props} />
        {props.phone && waitsFor === undefined ? <Phone {...props} /> : null}
      </Stack>
    </>
  )
}

/** What has happened since the last page. */
function News({ t, outcome, signedOut, endedAt }: TestServiceProps) {
  if (endedAt) {
    return (
      <Note level={2} title={t('parking.ended')} role="status">
        {t('parking.ended-text', { at: t.format.time(endedAt) })}
      </Note>
    )
  }
  if (signedOut) {
    return (
      <Note kind="ok" level={2} title={t('parking.signed-out')} role="status">
        {t('parking.signed-out-text')}
      </Note>
    )
  }
  if (!outcome) return null
  return (
    <Note kind={outcome.kind === 'refreshed' ? 'ok' : 'info'} level={2} title={t(`parking.outcome.${outcome.kind}`)} role="status">
      <p>{t(`parking.outcome.${outcome.kind}-text`)}</p>
      {outcome.code === undefined || outcome.code === '' ? null : (
        <p class="mr-small">
          {t('parking.code')} <code>{outcome.code}</code>
        </p>
      )}
    </Note>
  )
}

function SignedIn({ t, csrf, home, signedIn: { claims, header, payload, lasting, refreshed } }: TestServiceProps & { signedIn: NonNullable<TestServiceProps['signedIn']> }) {
  return (
    <Section title={t('parking.learnt')} id="learnt">
      <Stack gap="m">
        <DataTable
          id="claims"
          caption={t('parking.claims')}
          hideCaption
          rows={claims}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', head: t('parking.column.name'), rowHead: true, cell: ({ name }) => <code>{name}</code> },
            { key: 'value', head: t('parking.column.value'), cell: ({ value }) => value },
            { key: 'means', head: t('parking.column.means'), cell: ({ name }) => t.find(`parking.claim.${name}`) ?? t('parking.claim-other') },
            { key: 'from', head: t('parking.column.from'), cell: ({ from }) => t(`parking.from.${from}`) },
          ]}
        />
        <Accordion
          items={[
            { title: t('parking.header'), body: <pre>{JSON.stringify(header, null, 2)}</pre> },
            { title: t('parking.payload'), body: <pre>{JSON.stringify(payload, null, 2)}</pre> },
          ]}
        />
        {refreshed > 0 ? <p>{t.count('parking.refreshed', refreshed)}</p> : null}
        <Row>
          <Form action={`${home}/sign-out`} csrf={csrf} bare>
            <Button icon="lock">{t('parking.sign-out')}</Button>
          </Form>
          {lasting ? (
            <Form action={`${home}/refresh`} csrf={csrf} bare>
              <Button kind="quiet">{t('parking.refresh')}</Button>
            </Form>
          ) : null}
        </Row>
        <p class="mr-small">
          <a href="/citizen-id/uses">{t('parking.to-uses')}</a> · <a href="/citizen-id/consents">{t('parking.to-consents')}</a>
        </p>
      </Stack>
    </Section>
  )
}

const ways = [
  { key: 'plain', query: '' },
  { key: 'substantial', query: '?level=substantial' },
  { key: 'high', query: '?level=high' },
  { key: 'for', query: '?how=for' },
  { key: 'lasting', query: '?how=lasting' },
  { key: 'silent', query: '?how=silent' },
] as const

function Ways({ t, home, signedIn }: TestServiceProps) {
  return (
    <Section title={t(signedIn ? 'parking.ways-again' : 'parking.ways')} id="ways">
      <Stack gap="m">
        {ways.map(({ key, query }) => (
          <Stack key={key} gap="s">
            <p>{t(`parking.way.${key}-text`)}</p>
            <p>
              <LinkButton href={`${home}/sign-in${query}`} kind={key === 'plain' && !signedIn ? 'primary' : 'quiet'}>
                {t(`parking.way.${key}`)}
              </LinkButton>
            </p>
          </Stack>
        ))}
      </Stack>
    </Section>
  )
}

function Phone({ t, csrf, home, typed, error }: TestServiceProps) {
  return (
    <Section title={t('parking.phone')} id="phone">
      <Form action={`${home}/phone`} csrf={csrf}>
        <p>{t('parking.phone-lead')}</p>
        <TextField name="userName" label={t('parking.phone-name')} value={typed} error={error} maxLength={320} />
        <FormEnd>
          <Button kind="quiet">{t('parking.phone-ask')}</Button>
        </FormEnd>
      </Form>
    </Section>
  )
}
