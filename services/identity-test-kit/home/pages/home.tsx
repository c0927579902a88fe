import { LinkButton, PageHead, Prose, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { Label } from './label.tsx'

type Props = { t: PageT; cards: readonly { name: string; kind: string; state: string }[]; accounts: readonly { name: string; way: string; level: string }[] }

/** What the test kit is, and whom it knows. */
export function HomePage({ t, cards, accounts }: Props) {
  return (
    <>
      <PageHead title={t('service.title')} lead={t('kit.home-lead')} />
      <Stack gap="l">
        <Label t={t} kind="eid" />
        <Section title={t('kit.home-cards')} id="cards">
          <Prose>
            <ul>
              {cards.map(({ name, kind, state }) => (
                <li key={name}>
                  {name}, {kind}, {state}
                </li>
              ))}
            </ul>
          </Prose>
        </Section>
        <Section title={t('kit.home-accounts')} id="accounts">
          <Prose>
            <ul>
              {accounts.map(({ name, way, level }) => (
                <li key={name}>
                  {name}, {way}, {level}
                </li>
              ))}
            </ul>
          </Prose>
        </Section>
        <Section title={t('kit.home-service')} id="service">
          <p>{t('kit.home-service-text')}</p>
          <p>
            <LinkButton href="/identity-test-kit/service" kind="quiet">
              {t('kit.home-service-link')}
            </LinkButton>
          </p>
        </Section>
        <p>{t('kit.home-real')}</p>
      </Stack>
    </>
  )
}
