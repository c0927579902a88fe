import { Button, Card, ErrorSummary, Form, FormEnd, Grid, LinkButton, PageHead, Prose, Section, Stack, Tag, TextField } from '@modellregion/ui'
import { Label } from '../../home/pages/label.tsx'
import type { PageT } from '../../locales/index.ts'

type Shown = { key: string; name: string; kind: string; born: string; state: 'valid' | 'expired' }
type CardProps = { t: PageT; csrf: string; id: string; host: string; cards: readonly Shown[] }

/** Which invented card lies on the reader? */
export function CardPage({ t, csrf, id, host, cards }: CardProps) {
  return (
    <>
      <PageHead title={t('card.title')} lead={t('card.lead', { host })} />
      <Stack gap="l">
        <Label t={t} kind="eid" />
        <Grid>
          {cards.map(({ key, name, kind, born, state }) => (
            <Card key={key} title={name} level={2}>
              <p>{kind}</p>
              <p class="mr-small mr-muted">{born}</p>
              <p>
                <Tag kind={state === 'valid' ? 'ok' : 'warn'}>{t(`card.${state}`)}</Tag>
              </p>
              <Form action={`/identity-test-kit/eid/${id}/card/${key}`} csrf={csrf} bare>
                <Button kind="quiet">{t('card.choose', { name })}</Button>
              </Form>
            </Card>
          ))}
        </Grid>
        <Cancel t={t} csrf={csrf} action={`/identity-test-kit/eid/${id}/cancel`} />
      </Stack>
    </>
  )
}

type PinProps = { t: PageT; csrf: string; id: string; name: string; host: string; reads: readonly string[]; pin: string; error: string | undefined }

/** The PIN, and what will be read. */
export function PinPage({ t, csrf, id, name, host, reads, pin, error }: PinProps) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={error === undefined ? [] : [{ field: 'pin', text: error }]} />
      <PageHead title={t('pin.title')} lead={t('pin.lead', { name })} />
      <Stack gap="l">
        <Label t={t} kind="eid" />
        <Section title={t('pin.reads')} id="reads">
          <Prose>
            <p>{t('pin.reads-for', { host })}</p>
            <ul>
              {reads.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Prose>
        </Section>
        <Form action={`/identity-test-kit/eid/${id}/pin`} csrf={csrf}>
          <TextField name="pin" type="password" numeric width={10} label={t('pin.field')} hint={t('pin.hint', { pin })} autocomplete="off" maxLength={6} error={error} />
          <FormEnd>
            <Button>{t('pin.send')}</Button>
            <LinkButton kind="bare" href={`/identity-test-kit/eid/${id}`}>
              {t('pin.other-card')}
            </LinkButton>
          </FormEnd>
        </Form>
        <Cancel t={t} csrf={csrf} action={`/identity-test-kit/eid/${id}/cancel`} />
      </Stack>
    </>
  )
}

export const Cancel = ({ t, csrf, action }: { t: PageT; csrf: string; action: string }) => (
  <Form action={action} csrf={csrf} bare>
    <Button kind="quiet">{t('kit.cancel')}</Button>
  </Form>
)
