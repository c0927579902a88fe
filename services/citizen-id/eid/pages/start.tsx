import { Button, Form, FormEnd, LinkButton, Note, PageHead, Prose, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

type StartProps = { t: PageT; csrf: string; uid: string; isSimulated: boolean }

/** What is needed and what is read, before anything happens. */
export function EidStartPage({ t, csrf, uid, isSimulated }: StartProps) {
  return (
    <>
      <PageHead title={t('eid.title')} lead={t('eid.lead')} />
      <Stack gap="l">
        {isSimulated ? (
          <Note kind="warn" title={t('eid.simulated')}>
            {t('eid.simulated-text')}
          </Note>
        ) : (
          <Section title={t('eid.need')} id="need">
            <Prose>
              <ul>
                <li>{t('eid.need-card')}</li>
                <li>{t('eid.need-pin')}</li>
                <li>{t('eid.need-app')}</li>
              </ul>
            </Prose>
          </Section>
        )}
        <Section title={t('eid.read')} id="read">
          <p>{t('eid.read-text')}</p>
        </Section>
        <Form action={`/citizen-id/sign-in/${uid}/eid`} csrf={csrf}>
          <FormEnd>
            <Button>{t(isSimulated ? 'eid.start-simulated' : 'eid.start')}</Button>
            <LinkButton kind="bare" href={`/citizen-id/sign-in/${uid}`}>
              {t('eid.other-way')}
            </LinkButton>
          </FormEnd>
        </Form>
      </Stack>
    </>
  )
}

type OpenProps = { t: PageT; uid: string; addresses: { computer: string; phone: string } }

/** The link that opens AusweisApp on this device. */
export function EidOpenPage({ t, uid, addresses }: OpenProps) {
  return (
    <>
      <PageHead title={t('eid.open-title')} lead={t('eid.open-lead')} />
      <Stack gap="m">
        <div class="mr-row">
          <LinkButton href={addresses.computer}>{t('eid.open-computer')}</LinkButton>
          <LinkButton href={addresses.phone} kind="quiet">
            {t('eid.open-phone')}
          </LinkButton>
        </div>
        <p>{t('eid.open-nothing')}</p>
        <p>
          <a href={`/citizen-id/sign-in/${uid}`}>{t('eid.other-way')}</a>
        </p>
      </Stack>
    </>
  )
}
