import { Button, Card, DescriptionList, Form, Grid, LinkButton, Note, PageHead, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { ForeignIdentity } from '../schema.ts'

export type ArrivedProps = { t: PageT; csrf: string; uid: string; identity: ForeignIdentity; isSimulated: boolean; /** Who is signed in already in this browser. */ signedIn: string | undefined }

/** Somebody came with an identity that no account knows yet. Shows what was received and asks what shall become of it. */
export function ArrivedPage({ t, csrf, uid, identity, isSimulated, signedIn }: ArrivedProps) {
  const { source } = identity
  const path = `/citizen-id/sign-in/${uid}/${source}`
  const connect = (
    <Card title={t('eid.arrived.have')} level={3}>
      <p>{signedIn === undefined ? t('eid.arrived.have-text') : t('eid.arrived.session-text', { name: signedIn })}</p>
      <Form action={`${path}/connect`} csrf={csrf} bare>
        <Button kind={signedIn === undefined ? 'quiet' : undefined}>{t(signedIn === undefined ? 'eid.arrived.have-button' : 'eid.arrived.session-button')}</Button>
      </Form>
    </Card>
  )
  const create = (
    <Card title={t('eid.arrived.new')} level={3}>
      <p>{t('eid.arrived.new-text')}</p>
      <Form action={`${path}/account`} csrf={csrf} bare>
        <Button kind={signedIn === undefined ? undefined : 'quiet'}>{t('eid.arrived.new-button')}</Button>
      </Form>
    </Card>
  )
  return (
    <>
      <PageHead title={t(`${source}.arrived.title`)} lead={t(`${source}.arrived.lead`)} />
      <Stack gap="l">
        {isSimulated ? (
          <Note kind="warn" title={t(`${source}.simulated`)} level={0}>
            {t('eid.arrived.simulated')}
          </Note>
        ) : null}
        <Section title={t('eid.arrived.data')} id="data">
          <DescriptionList entries={entriesOf(t, identity)} />
        </Section>
        <Grid>
          {signedIn === undefined ? create : connect}
          {signedIn === undefined ? connect : create}
        </Grid>
        <Stack gap="s">
          <p class="mr-small mr-muted">{t('eid.arrived.forget-text')}</p>
          <p>
            <LinkButton kind="quiet" icon="arrow-left" href={`/citizen-id/sign-in/${uid}`}>
              {t('eid.arrived.forget')}
            </LinkButton>
          </p>
        </Stack>
      </Stack>
    </>
  )
}

function entriesOf(t: PageT, { source, givenNames, familyName, birthDate, address, email, documentType, level }: ForeignIdentity) {
  const unknown = t('eid.arrived.unknown')
  return [
    { term: t('eid.arrived.given-names'), value: givenNames ?? unknown },
    { term: t('eid.arrived.family-name'), value: familyName ?? unknown },
    { term: t('eid.arrived.birth-date'), value: birthDate === undefined ? unknown : t.format.date(birthDate) },
    { term: t('eid.arrived.address'), value: address ? [address.street, `${address.postcode} ${address.place}`.trim(), address.country].filter(Boolean).join(', ') : unknown },
    ...(source === 'bundid' ? [{ term: t('eid.arrived.email'), value: email ?? unknown }] : []),
    ...(documentType === undefined ? [] : [{ term: t('eid.arrived.document'), value: t.find(`eid.document.${documentType}`) ?? documentType }]),
    { term: t('eid.arrived.level'), value: t(`level.${level}`) },
  ]
}
