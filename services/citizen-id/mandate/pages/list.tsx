import { Card, Grid, LinkButton, PageHead, Row, Section, Stack, Tag, type TagKind } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Mandate, MandateState } from '../schema.ts'

/** A mandate as the pages show it: its state as it counts now, and the words for its limits. */
export type Shown = Pick<Mandate, 'id' | 'kind' | 'principalName' | 'representativeLabel'> & {
  state: MandateState | 'waiting'
  scope: string
  until: string
  uses: number
}

type Props = { t: PageT; given: readonly Shown[]; received: readonly Shown[] }

export const tagOf: Readonly<Record<Shown['state'], TagKind>> = {
  proposed: 'info',
  waiting: 'info',
  active: 'ok',
  revoked: 'plain',
  ended: 'plain',
  declined: 'plain',
}

/** Both directions of representation, with everything one needs to judge them. */
export function MandatesPage({ t, given, received }: Props) {
  return (
    <>
      <PageHead title={t('mandate.title')} lead={t('mandate.lead')}>
        <Row>
          <LinkButton href="/citizen-id/mandates/new">{t('mandate.give')}</LinkButton>
          <LinkButton kind="quiet" href="/citizen-id/mandates/code">
            {t('mandate.enter-code')}
          </LinkButton>
          <LinkButton kind="quiet" href="/citizen-id/mandates/request">
            {t('mandate.ask')}
          </LinkButton>
        </Row>
      </PageHead>
      <Stack gap="l">
        <Section id="given" title={t('mandate.given')}>
          {given.length === 0 ? <p class="mr-muted">{t('mandate.given-none')}</p> : <Cards t={t} mandates={given} name={({ representativeLabel }) => representativeLabel || t('mandate.code-title')} />}
        </Section>
        <Section id="received" title={t('mandate.received')}>
          {received.length === 0 ? <p class="mr-muted">{t('mandate.received-none')}</p> : <Cards t={t} mandates={received} name={({ principalName }) => principalName} />}
        </Section>
      </Stack>
    </>
  )
}

function Cards({ t, mandates, name }: { t: PageT; mandates: readonly Shown[]; name: (mandate: Shown) => string }) {
  return (
    <Grid min={24}>
      {mandates.map((mandate) => (
        <Card key={mandate.id} level={3} title={name(mandate)} href={`/citizen-id/mandates/${mandate.id}`}>
          <Row>
            <Tag kind={tagOf[mandate.state]}>{t(`mandate.state.${mandate.state}`)}</Tag>
            <span class="mr-small">{t(`mandate.kind.${mandate.kind}`)}</span>
          </Row>
          <p>
            {t('mandate.scope')}: {mandate.scope}
          </p>
          <p>
            {t('mandate.until')}: {mandate.until}
          </p>
          <p class="mr-small mr-muted">{t.count('mandate.used', mandate.uses)}</p>
        </Card>
      ))}
    </Grid>
  )
}
