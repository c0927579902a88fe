import { Button, DescriptionList, ErrorSummary, Form, Island, LinkButton, Note, PageHead, Radios, Row, Stack } from '@modellregion/ui'
import { claimWords } from '../../cockpit/said.ts'
import type { PageT } from '../../locales/index.ts'
import { PasskeyCeremony } from '../../passkey/pages/passkey-ceremony.island.tsx'
import type { ApprovalRefusal } from '../requests.ts'
import type { PassRequest } from '../schema.ts'

/** Before a question is opened: whoever was sent a code stops here. */
export function OpenPage({ t, csrf, code }: { t: PageT; csrf: string; code: string }) {
  return (
    <>
      <PageHead title={t('pass.open')} lead={t('pass.open-lead')} />
      <Stack gap="m">
        <Note kind="warn" title={t('pass.open-beware')}>
          {t('pass.open-beware-text')}
        </Note>
        <Form action="/pass/open" csrf={csrf} hidden={{ code }} bare>
          <Button id="open">{t('pass.open-go')}</Button>
        </Form>
      </Stack>
    </>
  )
}

export type RequestProps = {
  t: PageT
  csrf: string
  town: string
  request: PassRequest
  numbers: readonly number[]
  challenges: Record<string, string>
  options: Record<string, unknown> | undefined
  trouble: Exclude<ApprovalRefusal, 'wrong-number' | 'over'> | 'choose' | undefined
}

/** Who asks, for what, where, which data leave, how surely; then the number of the screen and the confirmation. */
export function RequestPage({ t, csrf, town, request, numbers, challenges, options, trouble }: RequestProps) {
  const { context, createdAt, wanted, id, origin, number } = request
  const claims = claimWords(t, context.claims)
  const asking = context.clientName === '' ? town : context.clientName
  return (
    <>
      {trouble === undefined ? null : <ErrorSummary title={t('pass.not-yet')} errors={[{ text: troubleText(t, trouble), ...(trouble === 'choose' && { field: 'number' }) }]} />}
      <PageHead title={t('pass.request-of', { asking })} lead={t('pass.request-lead')} />
      <Stack gap="l">
        <DescriptionList
          entries={[
            { term: t('pass.who'), value: context.clientName === '' ? town : `${context.clientName} (${context.host})` },
            ...(context.purpose === '' ? [] : [{ term: t('pass.what-for'), value: context.purpose }]),
            ...(context.message === '' ? [] : [{ term: t('pass.message'), value: context.message }]),
            { term: t('pass.where'), value: context.browser === '' ? t('pass.where-unknown', { town, at: createdAt }) : t('pass.where-is', { browser: context.browser, town, at: createdAt }) },
            { term: t('pass.data'), value: claims.length === 0 ? t('pass.data-none') : t.format.list(claims) },
            ...(wanted === null ? [] : [{ term: t('passkey.level-term'), value: t(`level.${wanted}`) }]),
          ]}
        />
        <Form action={`/pass/request/${id}/approve`} csrf={csrf}>
          {origin === 'screen' ? (
            <Radios name="number" label={t('pass.which-number')} hint={t('pass.which-number-hint')} choices={numbers.map((one) => ({ value: String(one), label: String(one) }))} error={trouble === 'choose' ? t('pass.choose-number') : undefined} />
          ) : (
            <input type="hidden" name="number" value={String(number)} />
          )}
          {options === undefined ? (
            <Note kind="warn" title={t('passkey.no-host')}>
              {t('passkey.no-host-why')}
            </Note>
          ) : (
            <Island
              name="passkey-ceremony"
              of={PasskeyCeremony}
              props={{ kind: 'get' as const, options, id: 'approve', choice: { field: 'number', challenges }, words: { go: t('pass.approve'), script: t('pass.script'), unsupported: t('passkey.unsupported'), failed: t('passkey.failed'), choose: t('pass.choose-number') } }}
            />
          )}
        </Form>
        <Form action={`/pass/request/${id}/decline`} csrf={csrf} bare>
          <Button kind="danger" id="decline">
            {t('pass.not-me')}
          </Button>
        </Form>
      </Stack>
    </>
  )
}

function troubleText(t: PageT, trouble: NonNullable<RequestProps['trouble']>): string {
  if (trouble === 'choose') return t('pass.choose-number')
  if (trouble === 'unknown' || trouble === 'too-low' || trouble === 'other-person') return t(`pass.trouble.${trouble}`)
  return t(`passkey.trouble.${trouble}`)
}

export type Answered = 'approved' | 'not-me' | 'wrong-number' | 'over'

/** The end on the phone. */
export function AnsweredPage({ t, how }: { t: PageT; how: Answered }) {
  return (
    <>
      <PageHead title={t(`pass.answered.${how}`)} lead={t(`pass.answered.${how}-text`)} />
      <Row>
        <LinkButton href="/pass" kind="quiet">
          {t('pass.to-home')}
        </LinkButton>
      </Row>
    </>
  )
}
