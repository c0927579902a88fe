import { Button, DescriptionList, Form, FormEnd, LinkButton, Note, PageHead, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

type Props = { t: PageT; csrf: string; uid: string; isSimulated: boolean }

/** What BundID will tell, and how surely each way there says who somebody is. */
export function BundIdStartPage({ t, csrf, uid, isSimulated }: Props) {
  return (
    <>
      <PageHead title={t('bundid.title')} lead={t('bundid.lead')} />
      <Stack gap="l">
        {isSimulated ? (
          <Note kind="warn" title={t('bundid.simulated')}>
            {t('bundid.simulated-text')}
          </Note>
        ) : null}
        <Section title={t('bundid.levels')} id="levels">
          <DescriptionList
            entries={[
              { term: t('bundid.levels-password'), value: t('level.low') },
              { term: t('bundid.levels-elster'), value: t('level.substantial') },
              { term: t('bundid.levels-eid'), value: t('level.high') },
            ]}
          />
        </Section>
        <Section title={t('bundid.read')} id="read">
          <p>{t('bundid.read-text')}</p>
        </Section>
        <Form action={`/citizen-id/sign-in/${uid}/bundid`} csrf={csrf}>
          <FormEnd>
            <Button>{t(isSimulated ? 'bundid.start-simulated' : 'bundid.start')}</Button>
            <LinkButton kind="bare" href={`/citizen-id/sign-in/${uid}`}>
              {t('eid.other-way')}
            </LinkButton>
          </FormEnd>
        </Form>
      </Stack>
    </>
  )
}
