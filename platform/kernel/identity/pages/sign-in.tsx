import { Button, Card, Form, Grid, LinkButton, Note, PageHead, Section, Stack } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'

type Props = {
  t: Say<KernelWords>
  csrf: string
  /** Where the person wanted to go. */
  returnTo: string
  /** Whoever is signed in already. */
  name: string | undefined
  providers: readonly { name: string; href: string }[]
  people: readonly { key: string; name: string; does: string }[]
}

export function SignInPage({ t, csrf, returnTo, name, providers, people }: Props) {
  return (
    <>
      <PageHead title={t('identity.title')} lead={t('identity.why')} />
      {name === undefined ? null : (
        <Note title={t('identity.already', { name })} level={0}>
          <p>
            <a href="/account">{t('identity.account')}</a>
          </p>
        </Note>
      )}
      <Stack gap="l">
        {providers.length > 0 ? <Providers t={t} providers={providers} /> : null}
        {providers.length === 0 && people.length === 0 ? <p>{t('identity.no-provider')}</p> : null}
        {people.length > 0 ? <DemoPeople t={t} csrf={csrf} returnTo={returnTo} people={people} /> : null}
      </Stack>
    </>
  )
}

function Providers({ t, providers }: Pick<Props, 't' | 'providers'>) {
  return (
    <Stack gap="s">
      {providers.map(({ name, href }) => (
        <p key={href}>
          <LinkButton href={href} iconAfter="arrow-right" rel="nofollow">
            {t('identity.with-provider', { provider: name })}
          </LinkButton>
        </p>
      ))}
    </Stack>
  )
}

function DemoPeople({ t, csrf, returnTo, people }: Pick<Props, 't' | 'csrf' | 'returnTo' | 'people'>) {
  return (
    <Section title={t('identity.demo-title')} id="demo">
      <Stack gap="m">
        <Note title={t('identity.demo-lead')} level={0} />
        <Grid>
          {people.map(({ key, name, does }) => (
            <Card key={key} title={name} level={3}>
              <p>{does}</p>
              <Form action={`/sign-in/demo/${key}`} csrf={csrf} hidden={{ return: returnTo }} bare>
                <Button kind="quiet">{t('identity.demo-enter', { name })}</Button>
              </Form>
            </Card>
          ))}
        </Grid>
      </Stack>
    </Section>
  )
}
