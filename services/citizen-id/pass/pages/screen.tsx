import { Button, Form, LinkButton, Note, PageHead, Row, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { CodePicture } from '../../wallet/pages/code-picture.tsx'
import type { DeclineReason } from '../schema.ts'

export type ScreenState = 'waiting' | 'seen' | 'late' | DeclineReason
export type ScreenProps = { t: PageT; csrf: string; uid: string; state: ScreenState; code: string; link: string; host: string; number: number; until: Date; /** Does not load itself again. */ still: boolean }

/** What the screen shows while the phone decides: first the code, then, when a phone has it, the number. A picture of the code is therefore not enough. */
export function ScreenPage(props: ScreenProps) {
  const { t, csrf, uid, state } = props
  const waits = state === 'waiting' || state === 'seen'
  return (
    <Stack gap="m">
      {state === 'waiting' ? <Waiting {...props} /> : state === 'seen' ? <Seen {...props} /> : <Over t={t} state={state} />}
      {waits ? <p class="mr-muted">{t('pass.until', { until: props.until })}</p> : null}
      <Row>
        <Form action={`/citizen-id/sign-in/${uid}/pass`} csrf={csrf} bare>
          <Button kind={waits ? 'bare' : 'primary'} id="new-code">
            {t('pass.new-code')}
          </Button>
        </Form>
        <LinkButton href={`/citizen-id/sign-in/${uid}`} kind="bare" icon="arrow-left">
          {t('passkey.other-way')}
        </LinkButton>
      </Row>
    </Stack>
  )
}

function Waiting({ t, uid, code, link, host, still }: ScreenProps) {
  return (
    <>
      <PageHead title={t('pass.screen')} lead={t('pass.screen-lead')} />
      <Stack gap="m">
        <CodePicture text={link} label={t('pass.picture')} />
        <p>
          {t('pass.type-instead', { host })}
          <br />
          <strong class="mr-figure mr-num" data-code>
            <b>{code}</b>
          </strong>
        </p>
        <Note title={t('pass.no-pass')}>{t('pass.no-pass-text')}</Note>
        <Again t={t} uid={uid} still={still} />
      </Stack>
    </>
  )
}

function Seen({ t, uid, number, still }: ScreenProps) {
  return (
    <>
      <PageHead title={t('pass.seen')} lead={t('pass.seen-lead')} />
      <Stack gap="m">
        <p class="mr-figure" role="status">
          <span>{t('pass.number')}</span>
          <b data-number>{number}</b>
        </p>
        <Note kind="warn" title={t('pass.seen-beware')}>
          {t('pass.seen-beware-text')}
        </Note>
        <Again t={t} uid={uid} still={still} />
      </Stack>
    </>
  )
}

// People whom a reload throws out of what they read switch it off and go on by hand.
function Again({ t, uid, still }: { t: PageT; uid: string; still: boolean }) {
  return (
    <Row>
      <LinkButton href={`/citizen-id/sign-in/${uid}/pass?still=1`} kind={still ? 'quiet' : 'bare'}>
        {t(still ? 'pass.go-on' : 'wallet.still')}
      </LinkButton>
    </Row>
  )
}

function Over({ t, state }: { t: PageT; state: Exclude<ScreenState, 'waiting' | 'seen'> }) {
  return (
    <>
      <PageHead title={t('sign-in.not-yet')} />
      <Note kind="warn" title={t(`pass.over.${state}`)} role="alert">
        {t(`pass.over.${state}-text`)}
      </Note>
    </>
  )
}
