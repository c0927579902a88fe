import { Button, Checkboxes, DescriptionList, Form, FormEnd, MoreLink, Note, PageHead, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

type Asked = { scope: string; values: readonly string[]; voluntary: boolean }
type Props = { t: PageT; csrf: string; uid: string; question: { office: string; host: string; purpose: string; legalBasis: string; asked: readonly Asked[]; lasting: boolean; actsFor?: string } }

/** Two equal answers, the data as they are today, and where to take it back. */
export function ConsentPage({ t, csrf, uid, question }: Props) {
  const { office, host, purpose, legalBasis, asked, lasting, actsFor } = question
  const named = ({ scope, values }: Asked) => ({ term: t.find(`sign-in.scope.${scope}`) ?? scope, value: values.length === 0 ? t('provider.consent.nothing') : t.format.list([...values]) })
  const optional = asked.filter(({ voluntary }) => voluntary)
  const path = `/citizen-id/sign-in/${uid}`
  return (
    <>
      <PageHead title={t('provider.consent.title')} lead={t('provider.consent.lead', { office, host })} />
      <Stack gap="l">
        {actsFor === undefined ? null : (
          <Note kind="warn" level={0} title={t('provider.consent.acts-for', { name: actsFor })}>
            {t('provider.consent.acts-for-text')}
          </Note>
        )}
        <Section title={t('provider.consent.data')} id="data">
          <DescriptionList entries={[{ term: t('provider.consent.mark'), value: t('provider.consent.mark-text') }, ...asked.filter(({ voluntary }) => !voluntary).map(named)]} />
        </Section>
        <DescriptionList
          entries={[
            ...(purpose === '' ? [] : [{ term: t('provider.consent.purpose'), value: purpose }]),
            ...(legalBasis === '' ? [] : [{ term: t('provider.consent.basis'), value: legalBasis }]),
            { term: t('provider.consent.how-long'), value: t(lasting ? 'provider.consent.lasting' : 'provider.consent.once') },
          ]}
        />
        <Form action={`${path}/consent`} csrf={csrf}>
          {optional.length === 0 ? null : (
            <Checkboxes
              name="scope"
              label={t('provider.consent.voluntary')}
              choices={optional.map((one) => ({ value: one.scope, label: `${named(one).term}: ${named(one).value}` }))}
              values={[]}
            />
          )}
          <FormEnd>
            <Button>{t('provider.consent.allow')}</Button>
          </FormEnd>
        </Form>
        <Form action={`${path}/consent/refuse`} csrf={csrf} bare>
          <Button>{t('provider.consent.refuse')}</Button>
        </Form>
        <p class="mr-small mr-muted">{t('provider.consent.later')}</p>
        <MoreLink href="/citizen-id/consents">{t('provider.consent.manage')}</MoreLink>
      </Stack>
    </>
  )
}
