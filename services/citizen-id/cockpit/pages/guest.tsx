import { Card, Grid, LinkButton, MoreLink, Note, PageHead, Row, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { LevelTable } from '../../level/pages/level.tsx'

const ways = [
  { id: 'password', href: '/citizen-id/register' },
  { id: 'pass', href: '/pass' },
  { id: 'eid', href: '/sign-in?return=%2Fcitizen-id&level=high' },
] as const

/** What the account is, for people who are not signed in. */
export function GuestPage({ t, signedIn, town }: { t: PageT; signedIn: boolean; town: string }) {
  return (
    <>
      <PageHead title={t('service.title')} lead={t('cockpit.guest-lead')}>
        <Row>
          <LinkButton href="/sign-in?return=%2Fcitizen-id">{t('cockpit.sign-in')}</LinkButton>
          <LinkButton href="/citizen-id/register" kind="quiet">
            {t('cockpit.register')}
          </LinkButton>
        </Row>
      </PageHead>
      <Stack gap="l">
        {signedIn ? <Note title={t('cockpit.foreign-title')}>{t('cockpit.foreign', { town })}</Note> : null}
        <Section title={t('cockpit.ways')} id="ways">
          <Grid>
            {ways.map(({ id, href }) => (
              <Card key={id} title={t(`cockpit.way.${id}`)} level={3}>
                <p>{t(`cockpit.way.${id}-text`)}</p>
                <MoreLink href={href}>{t(`cockpit.way.${id}-link`)}</MoreLink>
              </Card>
            ))}
          </Grid>
        </Section>
        <Section title={t('cockpit.levels')} id="levels">
          <Stack gap="s">
            <p>{t('cockpit.levels-lead')}</p>
            <LevelTable t={t} />
          </Stack>
        </Section>
        <Section title={t('cockpit.without')} id="without">
          <p>{t('cockpit.without-text')}</p>
        </Section>
        <Section title={t('cockpit.privacy')} id="privacy">
          <Stack gap="s">
            <p>{t('cockpit.privacy-text')}</p>
            <MoreLink href="/privacy">{t('cockpit.privacy-link')}</MoreLink>
          </Stack>
        </Section>
      </Stack>
    </>
  )
}
