import { Button, Card, DescriptionList, Form, Grid, LinkButton, MoreLink, Note, PageHead, Row, Section, Stack } from '@modellregion/ui'
import type { LevelOfAssurance } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { proofedNow } from '../../level/rules.ts'
import type { Person } from '../../person/schema.ts'
import { deletionDay } from '../inactivity.ts'
import { UseTable, type UseRow } from './use-table.tsx'

type Ways = { password: number; totp: number; passkeys: number; passes: number; card: number; bundid: number; mandates: number }
export type CockpitProps = { t: PageT; csrf: string; person: Person; uses: readonly UseRow[]; ways: Ways; sessions: number; consents: number; now: Date; session: LevelOfAssurance }

const soon = 60 * 86_400_000

/** Everything about the own identity on one page, each part with the way to all of it. */
export function CockpitPage({ t, csrf, person, uses, ways, sessions, consents, now, session }: CockpitProps) {
  const { proofedUntil } = person
  const ends = proofedUntil !== null && person.proofedLevel !== 'low' && proofedUntil.getTime() - now.getTime() < soon
  return (
    <>
      <PageHead title={t('cockpit.title')} lead={t('cockpit.lead')}>
        <Form action="/sign-out" csrf={csrf} bare>
          <Button kind="quiet">{t('session.sign-out')}</Button>
        </Form>
      </PageHead>
      <Stack gap="l">
        {ends ? (
          <Note kind="warn" title={t(proofedUntil <= now ? 'cockpit.level-over' : 'cockpit.level-ends', { at: proofedUntil })} level={2}>
            <p>{t('cockpit.level-renew')}</p>
            <Row>
              <LinkButton href="/citizen-id/level">{t('cockpit.level-link')}</LinkButton>
            </Row>
          </Note>
        ) : null}
        <Section title={t('cockpit.identity')} id="identity">
          <Stack gap="s">
            <DescriptionList entries={identity(t, person, now, session)} />
            <MoreLink href="/citizen-id/level">{t('cockpit.level-link')}</MoreLink>
          </Stack>
        </Section>
        <Section title={t('cockpit.uses')} id="uses">
          <Stack gap="s">
            <p>{t('cockpit.uses-lead')}</p>
            {uses.length === 0 ? <p>{t('cockpit.uses-none')}</p> : <UseTable t={t} id="latest-uses" uses={uses} short />}
            <MoreLink href="/citizen-id/uses">{t('cockpit.uses-all')}</MoreLink>
          </Stack>
        </Section>
        <Section title={t('cockpit.own-ways')} id="own-ways">
          <Grid>
            <Part t={t} part="password" href="/citizen-id/security" says={t(ways.password === 0 ? 'cockpit.part.password-none' : ways.totp > 0 ? 'cockpit.part.password-totp' : 'cockpit.part.password-only')} />
            <Part t={t} part="devices" href="/citizen-id/devices" says={`${t.count('cockpit.part.passkeys', ways.passkeys)}, ${t.count('cockpit.part.passes', ways.passes)}`} />
            <Part t={t} part="card" href="/citizen-id/level" says={t(ways.card > 0 ? 'cockpit.part.card-linked' : 'cockpit.part.card-none')} />
          </Grid>
        </Section>
        <Section title={t('cockpit.control')} id="control">
          <Grid>
            <Part t={t} part="sessions" href="/citizen-id/sessions" says={t.count('cockpit.part.sessions', sessions)} />
            <Part t={t} part="consents" href="/citizen-id/consents" says={t.count('cockpit.part.consents', consents)} />
            <Part t={t} part="mandates" href="/citizen-id/mandates" says={t.count('cockpit.part.mandates', ways.mandates)} />
          </Grid>
        </Section>
        <Section title={t('cockpit.data')} id="data">
          <Stack gap="m">
            <p>{t('cockpit.data-text', { day: deletionDay(now) })}</p>
            <Row>
              <LinkButton href="/citizen-id/export" kind="quiet">
                {t('cockpit.export-title')}
              </LinkButton>
              <LinkButton href="/citizen-id/delete" kind="danger">
                {t('cockpit.delete-title')}
              </LinkButton>
            </Row>
          </Stack>
        </Section>
      </Stack>
    </>
  )
}

function identity(t: PageT, person: Person, now: Date, session: LevelOfAssurance) {
  const { givenNames, familyName, userName, email, birthDate, address, proofedBy, proofedUntil, createdAt } = person
  const name = [givenNames, familyName].filter((part) => part !== '').join(' ')
  const level = proofedNow(person, now)
  return [
    ...(name === '' ? [] : [{ term: t('cockpit.name'), value: name }]),
    ...(userName === null ? [] : [{ term: t('cockpit.user-name'), value: userName }]),
    ...(email === null ? [] : [{ term: t('cockpit.email'), value: person.emailVerifiedAt === null ? t('cockpit.email-open', { email }) : email }]),
    ...(birthDate === null ? [] : [{ term: t('cockpit.birth-date'), value: t.format.date(birthDate) }]),
    ...(address === null ? [] : [{ term: t('cockpit.address'), value: `${address.street}, ${address.postcode} ${address.place}` }]),
    { term: t('cockpit.proofed'), value: t(`cockpit.by.${proofedBy}`) },
    { term: t('level.now'), value: proofedUntil !== null && level !== 'low' ? t('cockpit.level-until', { level: t(`level.${level}`), at: proofedUntil }) : t(`level.${level}`) },
    ...(session === 'none' ? [] : [{ term: t('level.session'), value: t(`level.${session}`) }]),
    { term: t('cockpit.since'), value: t.format.date(createdAt) },
  ]
}

function Part({ t, part, href, says }: { t: PageT; part: 'password' | 'devices' | 'card' | 'sessions' | 'consents' | 'mandates'; href: string; says: string }) {
  return (
    <Card title={t(`cockpit.part.${part}`)} level={3} href={href}>
      <p>{says}</p>
    </Card>
  )
}
