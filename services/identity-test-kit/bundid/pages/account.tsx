import { Button, Card, DescriptionList, Form, FormEnd, Grid, PageHead, Stack, Tag } from '@modellregion/ui'
import { Cancel } from '../../eid/pages/card.tsx'
import { Label } from '../../home/pages/label.tsx'
import type { PageT } from '../../locales/index.ts'

type Shown = { key: string; name: string; way: string; level: string; isEnough: boolean }
type AccountProps = { t: PageT; csrf: string; id: string; host: string; accounts: readonly Shown[] }

/** Whose invented account? */
export function AccountPage({ t, csrf, id, host, accounts }: AccountProps) {
  return (
    <>
      <PageHead title={t('bundid.title')} lead={t('bundid.lead', { host })} />
      <Stack gap="l">
        <Label t={t} kind="bundid" />
        <Grid>
          {accounts.map(({ key, name, way, level, isEnough }) => (
            <Card key={key} title={name} level={2}>
              <DescriptionList
                stacked
                entries={[
                  { term: t('kit.way'), value: way },
                  { term: t('bundid.level'), value: level },
                ]}
              />
              {isEnough ? (
                <Form action={`/identity-test-kit/bundid/${id}/account/${key}`} csrf={csrf} bare>
                  <Button kind="quiet">{t('bundid.enter', { name })}</Button>
                </Form>
              ) : (
                <p>
                  <Tag kind="warn">{t('bundid.too-low')}</Tag>
                </p>
              )}
            </Card>
          ))}
        </Grid>
        <Cancel t={t} csrf={csrf} action={`/identity-test-kit/bundid/${id}/cancel`} />
      </Stack>
    </>
  )
}

type ConsentProps = { t: PageT; host: string; entries: readonly { term: string; value: string }[]; to: string; hidden: Readonly<Record<string, string>> }

/** What goes back, sent by the person's own browser. */
export function ConsentPage({ t, host, entries, to, hidden }: ConsentProps) {
  return (
    <>
      <PageHead title={t(entries.length === 0 ? 'consent.cancelled' : 'consent.title')} lead={t(entries.length === 0 ? 'consent.cancelled-lead' : 'consent.lead', { host })} />
      <Stack gap="l">
        <Label t={t} kind="bundid" />
        {entries.length === 0 ? null : <DescriptionList entries={entries} />}
        <Form action={to} hidden={hidden}>
          <FormEnd>
            <Button>{t(entries.length === 0 ? 'consent.back' : 'consent.send')}</Button>
          </FormEnd>
        </Form>
      </Stack>
    </>
  )
}
