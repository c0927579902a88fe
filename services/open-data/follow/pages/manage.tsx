import { Button, EmptyState, Form, FormEnd, Note, PageHead, Panel, Radios, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { rhythms, type Follow, type Follower } from '../schema.ts'

export type ManagePageProps = { t: T; /** Empty for whoever came by the link of a mail: the token stands in the address. */ csrf: string | undefined; follower: Follower | undefined; follows: readonly Follow[]; base: string; query: string; saved: boolean }

/** Everything an address follows, with the ways out. */
export function ManagePage({ t, csrf, follower, follows, base, query, saved }: ManagePageProps) {
  return (
    <>
      {saved ? <Note kind="ok" role="status" level={0} title={t('follow.saved')} /> : null}
      <PageHead title={t('follow.manage')} lead={follower ? t('follow.to', { mail: follower.mail }) : t('follow.manage-lead')} />
      {!follower || follows.length === 0 ? (
        <EmptyState level={2} icon="mail" title={t('follow.none')} text={t('follow.none-next')} />
      ) : (
        <Stack gap="l">
          {follows.map((follow) => (
            <Panel key={follow.id} title={follow.label} aside={t(`follow.kind.${follow.kind}`)}>
              <Form action={`${base}/end${query}`} csrf={csrf} hidden={{ follow: follow.id }} bare>
                <Button kind="quiet">
                  {t('follow.end')}
                  <span class="mr-vh">: {follow.label}</span>
                </Button>
              </Form>
            </Panel>
          ))}
          {follows.some(({ kind }) => kind !== 'request') ? (
            <Form action={`${base}/rhythm${query}`} csrf={csrf}>
              <Radios name="rhythm" label={t('follow.field.rhythm')} value={follower.rhythm} choices={rhythms.map((rhythm) => ({ value: rhythm, label: t(`follow.rhythm.${rhythm}`) }))} />
              <FormEnd>
                <Button>{t('follow.save-rhythm')}</Button>
              </FormEnd>
            </Form>
          ) : null}
          <Form action={`${base}/end${query}`} csrf={csrf} hidden={{ follow: follower.id }} bare>
            <Button kind="danger">{t('follow.end-all')}</Button>
          </Form>
        </Stack>
      )}
    </>
  )
}
