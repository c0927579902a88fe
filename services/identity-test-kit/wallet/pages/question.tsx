import { Button, Form, FormEnd, PageHead, Prose, Radios, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Question } from '../request.ts'
import type { Behaviour } from '../behaviour.ts'
import type { WalletPerson } from '../people.ts'
import { WalletLabel } from './label.tsx'

type Props = {
  t: PageT
  csrf: string
  link: string
  question: Question
  people: readonly { key: string; name: string; state: WalletPerson['state'] }[]
  behaviours: readonly Behaviour[]
}

/** Who asks, for what; whose identity answers, and how well the wallet behaves. */
export function QuestionPage({ t, csrf, link, question, people, behaviours }: Props) {
  const asked = [...new Set(question.claimSets.flatMap((set) => set.map(([first = '']) => first)))]
  return (
    <>
      <PageHead title={t('wallet.ask-title', { asker: question.asker })} lead={t('wallet.ask-lead', { host: question.host })} />
      <Stack gap="l">
        <WalletLabel t={t} />
        <Section title={t('wallet.asked')} id="asked">
          <Prose>
            <ul>
              {asked.map((claim) => (
                <li key={claim}>{t.find(`wallet.claim.${claim}`) ?? claim}</li>
              ))}
            </ul>
          </Prose>
        </Section>
        <Form action="/identity-test-kit/wallet" csrf={csrf} hidden={{ link }}>
          <Radios name="person" label={t('wallet.person')} value={people[0]?.key} choices={people.map(({ key, name, state }) => ({ value: key, label: t('wallet.choice', { name, state: t(`wallet.state.${state}`) }) }))} />
          <Radios name="behaviour" label={t('wallet.behaviour')} value="right" choices={behaviours.map((one) => ({ value: one, label: t(`wallet.behaviour.${one}`) }))} />
          <FormEnd>
            <Button name="decision" value="agree">
              {t('wallet.agree')}
            </Button>
            <Button name="decision" value="decline" kind="quiet">
              {t('wallet.decline')}
            </Button>
          </FormEnd>
        </Form>
      </Stack>
    </>
  )
}
