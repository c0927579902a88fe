import { Button, Card, Form, Grid, PageHead, Section } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

type Props = { t: PageT; csrf: string; uid: string; people: readonly { key: string; name: string; does: string }[] }

export function ChoosePage({ t, csrf, uid, people }: Props) {
  return (
    <>
      <PageHead title={t('sign-in.title')} />
      <Section title={t('sign-in.demo')} id="demo">
        <Grid>
          {people.map(({ key, name, does }) => (
            <Card key={key} title={name} level={3}>
              <p>{does}</p>
              <Form action={`/citizen-id/sign-in/${uid}/demo/${key}`} csrf={csrf} bare>
                <Button kind="quiet">{t('sign-in.demo-enter', { name })}</Button>
              </Form>
            </Card>
          ))}
        </Grid>
      </Section>
    </>
  )
}
