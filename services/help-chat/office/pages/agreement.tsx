import { Button, Card, Checkboxes, ConfirmPage, Form, FormEnd, Grid, LinkButton, PageHead, Row, Section, Select, Stack, Tag, type Choice } from '@modellregion/ui'
import { tickedOf, typedOf } from '@modellregion/kernel/rules'
import type { PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import type { AgreementState } from '../schema.ts'
import { Done, Mistakes, type FormProps } from './parts.tsx'

export type ShownAgreement = {
  readonly town: string
  readonly townName: string
  readonly side: 'village' | 'office'
  /** As both rows together say. */
  readonly state: AgreementState
  readonly since: PlainDate
  readonly people: readonly string[]
}

const address = '/help-chat/office/agreements'

/** Which towns work together: who serves us, whom we serve. */
export function AgreementsPage({ t, csrf, typed, errors, done, agreements, choices }: FormProps & { done: string | undefined; agreements: readonly ShownAgreement[]; choices: readonly Choice[] }) {
  const of = (wanted: ShownAgreement['side']) => agreements.filter(({ side }) => side === wanted)
  return (
    <>
      <Mistakes t={t} errors={errors} />
      <Done t={t} done={done} />
      <PageHead title={t('office.agreements-title')} lead={t('office.agreements-lead')} />
      <Stack gap="l">
        <Section title={t('office.agreements-village')} id="village">
          <Stack>
            <List t={t} agreements={of('village')} none={t('office.agreements-village-none')} />
            {choices.length === 0 ? (
              <p class="mr-muted">{t('office.agreements-nobody')}</p>
            ) : (
              <Form action={`${address}/ask`} csrf={csrf} label={t('office.agreement-ask')}>
                <Select name="town" label={t('office.field.town')} value={typedOf(typed, 'town')} error={errors['town']} empty={t('forms.please-choose')} choices={choices} />
                <FormEnd>
                  <Button kind="quiet">{t('office.agreement-ask-send')}</Button>
                </FormEnd>
              </Form>
            )}
          </Stack>
        </Section>
        <Section title={t('office.agreements-office')} id="office">
          <List t={t} agreements={of('office')} none={t('office.agreements-office-none')} />
        </Section>
        <p>
          <LinkButton kind="bare" href="/help-chat/office">
            {t('action.back')}
          </LinkButton>
        </p>
      </Stack>
    </>
  )
}

function List({ t, agreements, none }: { t: PageT; agreements: readonly ShownAgreement[]; none: string }) {
  if (agreements.length === 0) return <p>{none}</p>
  return (
    <Grid min={24}>
      {agreements.map((one) => (
        <AgreementCard key={one.town} t={t} one={one} />
      ))}
    </Grid>
  )
}

const tones = { asked: 'warn', agreed: 'ok', refused: 'plain', ended: 'plain' } as const

function AgreementCard({ t, one: { town, townName, side, state, since, people } }: { t: PageT; one: ShownAgreement }) {
  const isOver = state === 'ended' || state === 'refused'
  return (
    <Card level={3} title={side === 'office' && state === 'asked' ? t('office.agreement-asks', { town: townName }) : townName}>
      <Row>
        <Tag kind={tones[state]}>{t(`office.agreement-state.${state}`)}</Tag>
        <span class="mr-muted">{t('office.agreement-since', { day: since })}</span>
      </Row>
      {people.length === 0 ? null : <p>{t.format.list(people)}</p>}
      {isOver ? null : (
        <Row>
          {side === 'office' ? (
            <LinkButton kind={state === 'asked' ? 'primary' : 'quiet'} href={`${address}/serve/${town}`}>
              {t(state === 'asked' ? 'office.agreement-answer' : 'office.agreement-serve')}
            </LinkButton>
          ) : null}
          <LinkButton kind="quiet" href={`${address}/leave/${side}/${town}`}>
            {t(state === 'agreed' ? 'office.agreement-end' : side === 'office' ? 'office.agreement-refuse' : 'office.agreement-withdraw')}
          </LinkButton>
        </Row>
      )}
    </Card>
  )
}

/** The office says who serves the village, and by that agrees. */
export function ServePage({ t, csrf, typed, errors, town, townName, choices }: FormProps & { town: string; townName: string; choices: readonly Choice[] }) {
  return (
    <>
      <Mistakes t={t} errors={errors} />
      <PageHead title={t('office.serve-title', { town: townName })} lead={t('office.serve-lead')} />
      <Form action={`${address}/serve/${town}`} csrf={csrf}>
        <Checkboxes name="confidants" label={t('office.field.confidants')} values={tickedOf(typed, 'confidants')} error={errors['confidants']} choices={choices} />
        <FormEnd>
          <Button>{t('office.serve-send')}</Button>
          <LinkButton kind="bare" href={address}>
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

/** Asked once more, because the cases are out of reach at once. */
export function LeavePage({ t, csrf, side, town, townName }: Pick<FormProps, 't' | 'csrf'> & { side: 'village' | 'office'; town: string; townName: string }) {
  return (
    <ConfirmPage title={t('office.leave-title', { town: townName })} text={t('office.leave-text')}>
      <Form action={`${address}/leave/${side}/${town}`} csrf={csrf} bare>
        <Button kind="danger">{t('office.leave-yes')}</Button>
      </Form>
      <LinkButton kind="quiet" href={address}>
        {t('office.leave-no')}
      </LinkButton>
    </ConfirmPage>
  )
}
