import { Button, ConfirmPage, DataTable, DescriptionList, Form, LinkButton, Note, PageHead, Row, Section, Stack, Tag, Timeline, type Entry } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Mandate, MandateEvent, MandateUse } from '../schema.ts'
import { tagOf, type Shown } from './list.tsx'

type Props = {
  t: PageT
  csrf: string
  mandate: Mandate
  shown: Shown
  side: 'principal' | 'representative'
  events: readonly MandateEvent[]
  uses: readonly MandateUse[]
  /** Only for the principal, while nobody has taken it. */
  code: string | undefined
  may: { answer: boolean; end: boolean }
}

/** One representation with its limits, its history and every use; the same for both sides. */
export function MandatePage({ t, csrf, mandate, shown, side, events, uses, code, may }: Props) {
  const href = `/citizen-id/mandates/${mandate.id}`
  return (
    <>
      <PageHead title={side === 'principal' ? shown.representativeLabel || t('mandate.kind.power-of-attorney') : mandate.principalName}>
        <p>
          <Tag kind={tagOf[shown.state]}>{t(`mandate.state.${shown.state}`)}</Tag>
        </p>
      </PageHead>
      <Stack gap="l">
        {code === undefined ? null : (
          <Note title={t('mandate.code-title')}>
            <p class="mr-h3 mr-num">{code}</p>
            <p>{t('mandate.code-lead')}</p>
          </Note>
        )}
        {side === 'principal' && shown.state === 'proposed' && code === undefined ? <Note level={0} title={t('mandate.offer-lead')} /> : null}
        {may.answer ? (
          <Stack>
            <p>{t('mandate.answer-lead', { name: mandate.principalName })}</p>
            <Row>
              <Form action={`${href}/accept`} csrf={csrf} bare>
                <Button>{t('mandate.accept')}</Button>
              </Form>
              <Form action={`${href}/decline`} csrf={csrf} bare>
                <Button kind="quiet">{t('mandate.decline')}</Button>
              </Form>
            </Row>
          </Stack>
        ) : null}
        <DescriptionList entries={entriesOf(t, mandate, shown)} />
        {may.end ? (
          <p>
            <LinkButton kind="danger" href={`${href}/end`}>
              {t(side === 'principal' ? 'mandate.revoke' : 'mandate.give-up')}
            </LinkButton>
          </p>
        ) : null}
        <Section id="uses" title={t('mandate.uses')}>
          <DataTable
            id="use-list"
            caption={t('mandate.uses-table')}
            hideCaption
            rows={uses}
            rowKey={({ id }) => id}
            empty={<p class="mr-muted">{t('mandate.uses-none')}</p>}
            columns={[
              { key: 'client', head: t('mandate.use-client'), rowHead: true, cell: ({ clientName }) => clientName },
              { key: 'when', head: t('mandate.use-when'), cell: ({ createdAt }) => t.format.dateTime(createdAt) },
            ]}
          />
        </Section>
        <Section id="history" title={t('mandate.history')}>
          <Timeline events={events.map(({ what, createdAt }) => ({ title: t(`mandate.event.${what}`), when: t.format.dateTime(createdAt), dateTime: createdAt.toISOString(), state: 'done' }))} />
        </Section>
      </Stack>
    </>
  )
}

export function entriesOf(t: PageT, mandate: Mandate, { scope, until }: Pick<Shown, 'scope' | 'until'>): Entry[] {
  const { kind, principalName, representativeLabel, principalBirthDate, registerNumber, reference, custody, document } = mandate
  const entries: [string, string | null][] = [
    [t('mandate.whom'), principalName],
    [t('mandate.birth-date'), principalBirthDate === null ? null : t.format.date(principalBirthDate)],
    [t('mandate.register'), registerNumber],
    [t('mandate.who'), representativeLabel],
    [t('mandate.basis'), t(`mandate.kind.${kind}`)],
    [t('mandate.custody'), custody === null ? null : t(`mandate.custody.${custody}`)],
    [t('mandate.scope'), scope],
    [t('mandate.until'), until],
    [t('mandate.reference'), reference],
    [t('mandate.document'), document === null ? null : t(`mandate.document.${document}`)],
  ]
  return entries.flatMap(([term, value]) => (value === null || value === '' ? [] : [{ term, value }]))
}

type EndProps = { t: PageT; csrf: string; mandate: Mandate; side: 'principal' | 'representative' }

export function EndMandatePage({ t, csrf, mandate, side }: EndProps) {
  const href = `/citizen-id/mandates/${mandate.id}`
  return (
    <ConfirmPage title={t('mandate.end-title')} text={t('mandate.end-text', { principal: mandate.principalName })}>
      <Form action={`${href}/end`} csrf={csrf} bare>
        <Button kind="danger">{t(side === 'principal' ? 'mandate.revoke' : 'mandate.give-up')}</Button>
      </Form>
      <LinkButton kind="quiet" href={href}>
        {t('mandate.end-keep')}
      </LinkButton>
    </ConfirmPage>
  )
}
