import { Button, Card, DescriptionList, ErrorSummary, Form, FormEnd, Grid, Island, LinkButton, Note, PageHead, Section, Stack, Tag, TextField, type IconName } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { PasskeyAutofill } from '../../passkey/pages/passkey-autofill.island.tsx'
import type { Level } from '../../person/schema.ts'

/** One way in, in the reader's words. */
export type Offered = { id: string; title: string; lead: string; button: string; needs: string | undefined; icon: IconName; reaches: Level; href: string }

export type ChooseProps = {
  t: PageT
  csrf: string
  uid: string
  /** Who asks; `client` is empty when it is the town itself. */
  asking: { client: string; host: string; scopes: readonly string[] }
  wanted: Level | undefined
  /** Somebody is signed in already, but not surely enough for the next step. */
  stepUp: boolean
  /** Whether a password reaches what is wanted. */
  password: boolean
  ways: readonly Offered[]
  people: readonly { key: string; name: string; does: string; level: Level }[]
  /** A card or a BundID waits for the account that it shall be connected with. */
  connecting: boolean
  /** Options for the keys of this device, offered at the field of the user name. */
  autofill: Record<string, unknown> | undefined
  /** Somebody has said that several people use this computer. */
  shared: boolean
  /** An account was made a moment ago. */
  made: boolean
  typed: Typed
  errors: FormErrors
  refusal: string | undefined
}

/** Who asks, for what, and the ways in. The password comes first, as people know it; safer ways stand right below. */
export function ChoosePage(props: ChooseProps) {
  const { t, csrf, uid, asking, stepUp, password, ways, people, connecting, made, errors, refusal } = props
  const listed = [...(refusal === undefined ? [] : [{ text: refusal }]), ...Object.entries(errors).map(([field, text]) => ({ field, text }))]
  const path = `/citizen-id/sign-in/${uid}`
  return (
    <>
      <ErrorSummary title={t('sign-in.not-yet')} errors={listed} />
      <PageHead title={t(stepUp ? 'sign-in.title-step-up' : 'sign-in.title')} lead={leadOf(props)} />
      <Stack gap="l">
        {connecting ? (
          <Note title={t('eid.connecting.title')} level={0} icon="permit">
            {t('eid.connecting.text')}
          </Note>
        ) : null}
        {made ? (
          <Note kind="ok" title={t('sign-in.made')} level={0} role="status">
            {t('sign-in.made-next')}
          </Note>
        ) : null}
        <Asking {...props} />
        {password ? <Password {...props} path={path} /> : null}
        {ways.length > 0 ? (
          <Section title={t(password ? 'sign-in.other-ways' : 'sign-in.sure-ways')} id="ways">
            <Grid>
              {ways.map((way) => (
                <Way key={way.id} t={t} way={way} />
              ))}
            </Grid>
          </Section>
        ) : null}
        {ways.length === 0 && !password && people.length === 0 ? (
          <Note kind="warn" title={t('sign-in.no-way')}>
            {t('sign-in.no-way-next')}
          </Note>
        ) : null}
        <Computer {...props} path={path} />
        <Section title={t(stepUp ? 'sign-in.without-step' : 'sign-in.without')} id="without">
          <Stack gap="m">
            <p>{stepUp ? t('sign-in.without-step-why') : t(asking.client === '' ? 'sign-in.without-town' : 'sign-in.without-client', { host: asking.host })}</p>
            <Form action={`${path}/cancel`} csrf={csrf} bare>
              <Button kind="quiet" icon="arrow-left">
                {t(asking.client === '' ? 'sign-in.cancel' : 'sign-in.cancel-client', { host: asking.host })}
              </Button>
            </Form>
          </Stack>
        </Section>
        {people.length > 0 ? (
          <Section title={t('sign-in.demo')} id="demo">
            <Stack gap="m">
              <p>{t('sign-in.demo-lead')}</p>
              <Grid>
                {people.map(({ key, name, does, level }) => (
                  <Card key={key} title={name} level={3} look="flat">
                    <p>{t('sign-in.demo-person', { does, level: t(`level.${level}`) })}</p>
                    <Form action={`${path}/demo/${key}`} csrf={csrf} bare>
                      <Button kind="quiet">{t('sign-in.demo-enter', { name })}</Button>
                    </Form>
                  </Card>
                ))}
              </Grid>
            </Stack>
          </Section>
        ) : null}
      </Stack>
    </>
  )
}

// In a step-up the note below says what this is about.
function leadOf({ t, asking, stepUp }: ChooseProps): string | undefined {
  if (asking.client !== '') return t('sign-in.lead-client', { client: asking.client, host: asking.host })
  return stepUp ? undefined : t('sign-in.lead')
}

/** What will be told to whom, and how surely the town must know the person. */
function Asking({ t, asking, wanted, stepUp, password }: ChooseProps) {
  const entries = [
    ...(asking.scopes.length === 0 ? [] : [{ term: t('sign-in.data'), value: t.format.list(asking.scopes.map((scope) => t.find(`sign-in.scope.${scope}`) ?? scope)) }]),
    ...(wanted === undefined || !password ? [] : [{ term: t('sign-in.level'), value: t(`level.${wanted}`) }]),
  ]
  return (
    <>
      {wanted !== undefined && !password ? (
        <Note title={t(stepUp ? 'sign-in.step-up' : 'sign-in.level-needed', { level: t(`level.${wanted}`) })} icon="shield">
          {t(stepUp ? 'sign-in.step-up-why' : 'sign-in.level-needed-why')}
        </Note>
      ) : null}
      {entries.length > 0 ? <DescriptionList entries={entries} /> : null}
    </>
  )
}

function Password({ t, csrf, path, typed, errors, uid, autofill }: ChooseProps & { path: string }) {
  return (
    <Section title={t('password.way.title')} id="password-way">
      <Stack gap="m">
        <Form action={`${path}/password`} csrf={csrf} id="password-form">
          <TextField name="userName" label={t('password.field.userName')} hint={t('password.hint.sign-in-name')} autocomplete="username webauthn" value={typedOf(typed, 'userName')} error={errors['userName']} maxLength={320} />
          <TextField name="password" type="password" label={t('password.field.password')} autocomplete="current-password" error={errors['password']} />
          <FormEnd>
            <Button>{t('session.sign-in')}</Button>
            <LinkButton href="/citizen-id/recover" kind="bare">
              {t('password.forgotten')}
            </LinkButton>
          </FormEnd>
        </Form>
        {autofill === undefined ? null : (
          <Form action={`${path}/passkey`} csrf={csrf} bare>
            <Island name="passkey-autofill" of={PasskeyAutofill} props={{ options: autofill }} />
          </Form>
        )}
        <p>
          {t('password.no-account')} <a href={`/citizen-id/register?from=${uid}`}>{t('password.register')}</a>
        </p>
      </Stack>
    </Section>
  )
}

/** Said for this browser, so that it counts for every way in. */
function Computer({ t, csrf, path, shared }: ChooseProps & { path: string }) {
  return (
    <Section title={t(shared ? 'sign-in.shared' : 'sign-in.computer')} id="computer">
      <Stack gap="s">
        <p>{t(shared ? 'sign-in.shared-text' : 'sign-in.computer-text')}</p>
        <Form action={`${path}/shared`} csrf={csrf} hidden={{ shared: shared ? 'no' : 'yes' }} bare>
          <Button kind="quiet" icon={shared ? 'user' : 'people'}>
            {t(shared ? 'sign-in.own-computer' : 'sign-in.shared-computer')}
          </Button>
        </Form>
      </Stack>
    </Section>
  )
}

function Way({ t, way }: { t: PageT; way: Offered }) {
  return (
    <Card title={way.title} level={3}>
      <p>{way.lead}</p>
      {way.needs === undefined ? null : <p class="mr-small mr-muted">{way.needs}</p>}
      <p>
        <Tag kind={way.reaches === 'low' ? 'plain' : 'ok'} icon={way.reaches === 'low' ? undefined : 'shield'}>
          {t('sign-in.reaches', { level: t(`level.${way.reaches}`) })}
        </Tag>
      </p>
      <div data-way={way.id}>
        <LinkButton href={way.href} kind="quiet" icon={way.icon}>
          {way.button}
        </LinkButton>
      </div>
    </Card>
  )
}

