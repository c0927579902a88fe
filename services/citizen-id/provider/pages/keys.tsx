import { Button, DataTable, Form, Note, PageHead, Section, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

type Shown = { kid: string; algorithm: string; state: 'next' | 'active' | 'retired'; change: Date }
type Props = { t: PageT; csrf: string; keys: readonly Shown[]; /** A change that is under way cannot be begun again. */ underWay: boolean; done: string | undefined }

/** The signing keys of a town, and when each changes by itself. */
export function KeysPage({ t, csrf, keys, underWay, done }: Props) {
  return (
    <>
      {done === undefined ? null : <Note kind="ok" level={0} role="status" title={done} />}
      <PageHead title={t('provider.keys-title')} lead={t('provider.keys-lead')} />
      <Stack gap="l">
        <DataTable
          id="signing-keys"
          caption={t('provider.keys-title')}
          hideCaption
          rows={keys}
          rowKey={({ kid }) => kid}
          columns={[
            { key: 'kid', head: t('provider.keys-kid'), rowHead: true, cell: ({ kid }) => <code>{kid}</code> },
            { key: 'algorithm', head: t('provider.keys-algorithm'), cell: ({ algorithm }) => algorithm },
            { key: 'state', head: t('provider.keys-state'), cell: ({ state }) => <Tag kind={state === 'active' ? 'ok' : 'plain'}>{t(`provider.keys-${state}`)}</Tag> },
            { key: 'change', head: t('provider.keys-change'), cell: ({ state, change }) => t(`provider.keys-change-${state}`, { at: change }) },
          ]}
        />
        <Section title={t('provider.keys-begin-title')} id="begin">
          <Stack gap="m">
            <p>{t(underWay ? 'provider.keys-under-way' : 'provider.keys-begin-lead')}</p>
            {underWay ? null : (
              <Form action="/citizen-id/keys" csrf={csrf} bare>
                <Button kind="quiet">{t('provider.keys-begin')}</Button>
              </Form>
            )}
            <p class="mr-small mr-muted">{t('provider.keys-lost')}</p>
          </Stack>
        </Section>
      </Stack>
    </>
  )
}
