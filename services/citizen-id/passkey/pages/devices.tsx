import { Button, Card, DescriptionList, EmptyState, ErrorSummary, Form, FormEnd, Grid, Island, LinkButton, Note, PageHead, Row, Section, Stack, Tag, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { Level } from '../../person/schema.ts'
import { PasskeyCeremony } from './passkey-ceremony.island.tsx'
import { ceremonyWords } from './sign-in.tsx'

/** A key as its owner sees it. `until`: as long as its lift lasts. */
export type ShownKey = { id: string; name: string; kind: 'passkey' | 'pass'; deviceBound: boolean; lastUsedAt: Date | null; createdAt: Date; level: Level; until: Date | undefined }

export type DevicesProps = { t: PageT; keys: readonly ShownKey[]; full: boolean; done: 'added' | 'renamed' | 'removed' | undefined; usable: boolean }

export function DevicesPage({ t, keys, full, done, usable }: DevicesProps) {
  return (
    <>
      {done === undefined ? null : <Note kind="ok" role="status" level={0} title={t(`passkey.done.${done}`)} />}
      <PageHead title={t('passkey.devices')} lead={t('passkey.devices-lead')} />
      <Stack gap="l">
        {keys.length === 0 ? (
          <EmptyState level={2} icon="device" title={t('passkey.none')} text={t('passkey.none-text')} />
        ) : (
          <Grid>
            {keys.map((key) => (
              <Card key={key.id} title={key.name} href={`/citizen-id/devices/${key.id}`}>
                <p>
                  <Tag icon={key.kind === 'pass' ? 'device' : 'lock'}>{t(`passkey.kind.${key.kind}`)}</Tag> <Tag kind={key.level === 'low' ? 'plain' : 'ok'}>{t('passkey.level', { level: t(`level.${key.level}`) })}</Tag>
                </p>
                <p class="mr-small mr-muted">{key.lastUsedAt === null ? t('passkey.never-used') : t('passkey.last-used', { at: key.lastUsedAt })}</p>
              </Card>
            ))}
          </Grid>
        )}
        {usable ? null : (
          <Note kind="warn" title={t('passkey.no-host')}>
            {t('passkey.no-host-why')}
          </Note>
        )}
        {full ? (
          <Note kind="warn" title={t('passkey.full')}>
            {t('passkey.full-text')}
          </Note>
        ) : (
          <Row>
            <LinkButton href="/citizen-id/devices/new" icon="plus">
              {t('passkey.new')}
            </LinkButton>
            <LinkButton href="/pass/set-up" kind="quiet" icon="device">
              {t('passkey.new-pass')}
            </LinkButton>
          </Row>
        )}
      </Stack>
    </>
  )
}

type DeviceProps = { t: PageT; csrf: string; device: ShownKey; typed: Typed; errors: FormErrors; nameLimit: number }

export function DevicePage({ t, csrf, device, typed, errors, nameLimit }: DeviceProps) {
  const path = `/citizen-id/devices/${device.id}`
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      <PageHead title={device.name} />
      <Stack gap="l">
        <DescriptionList
          entries={[
            { term: t('passkey.kind'), value: t(`passkey.kind.${device.kind}`) },
            { term: t('passkey.where'), value: t(device.deviceBound ? 'passkey.bound' : 'passkey.synced') },
            { term: t('passkey.level-term'), value: device.until === undefined ? t(`level.${device.level}`) : t('passkey.level-until', { level: t(`level.${device.level}`), until: device.until }) },
            { term: t('passkey.last-used-term'), value: device.lastUsedAt === null ? t('passkey.never-used') : t.format.dateTime(device.lastUsedAt) },
            { term: t('passkey.since'), value: t.format.date(device.createdAt) },
          ]}
        />
        <Section title={t('passkey.rename')} id="rename">
          <Form action={`${path}/name`} csrf={csrf}>
            <TextField name="name" label={t('passkey.name')} hint={t('passkey.name-hint')} value={typedOf(typed, 'name') ?? device.name} error={errors['name']} maxLength={nameLimit} />
            <FormEnd>
              <Button kind="quiet">{t('passkey.rename')}</Button>
            </FormEnd>
          </Form>
        </Section>
        <Section title={t('passkey.lost')} id="lost">
          <Stack gap="s">
            <p>{t('passkey.lost-text')}</p>
            <Form action={`${path}/lost`} csrf={csrf} bare>
              <Button kind="danger" id="lost-go">
                {t('passkey.lost-go')}
              </Button>
            </Form>
          </Stack>
        </Section>
        <Section title={t('passkey.remove')} id="remove">
          <Stack gap="s">
            <p>{t('passkey.remove-text')}</p>
            <Form action={`${path}/remove`} csrf={csrf} bare>
              <Button kind="danger" id="remove-go">
                {t('passkey.remove')}
              </Button>
            </Form>
          </Stack>
        </Section>
      </Stack>
    </>
  )
}

export type NewPasskeyProps = {
  t: PageT
  csrf: string
  /** What has to be done first: show the sign-in again, use the town's own address, or take a key away. */
  hindrance: 'prove' | 'host' | 'full' | undefined
  options: Record<string, unknown> | undefined
  action: string
  typed: Typed
  errors: FormErrors
  nameLimit: number
}

/** A new key on this device. */
export function NewPasskeyPage({ t, csrf, hindrance, options, action, typed, errors, nameLimit }: NewPasskeyProps) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      <PageHead title={t('passkey.new')} lead={t('passkey.new-lead')} />
      {hindrance !== undefined || options === undefined ? (
        <Hindrance t={t} csrf={csrf} hindrance={hindrance ?? 'host'} back="/citizen-id/devices/new" />
      ) : (
        <Form action={action} csrf={csrf}>
          <TextField name="name" label={t('passkey.name')} hint={t('passkey.name-hint')} value={typedOf(typed, 'name')} error={errors['name']} maxLength={nameLimit} />
          <Island name="passkey-ceremony" of={PasskeyCeremony} props={{ kind: 'create' as const, options, id: 'make-key', words: ceremonyWords(t, 'passkey.make') }} />
        </Form>
      )}
    </>
  )
}

/** What has to be done before a key can be made. */
export function Hindrance({ t, csrf, hindrance, back }: { t: PageT; csrf: string; hindrance: 'prove' | 'host' | 'full'; back: string }) {
  if (hindrance === 'host')
    return (
      <Note kind="warn" title={t('passkey.no-host')}>
        {t('passkey.no-host-why')}
      </Note>
    )
  if (hindrance === 'full')
    return (
      <Note kind="warn" title={t('passkey.full')}>
        {t('passkey.full-text')}
      </Note>
    )
  return (
    <Stack gap="m">
      <p>{t('passkey.prove-text')}</p>
      <Form action="/citizen-id/devices/prove" csrf={csrf} hidden={{ back }} bare>
        <Button id="prove">{t('passkey.prove')}</Button>
      </Form>
    </Stack>
  )
}

export function LostPage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('passkey.lost-done')} lead={t('passkey.lost-done-lead')} />
      <Row>
        <LinkButton href="/sign-in?return=%2Fcitizen-id%2Fdevices">{t('session.sign-in')}</LinkButton>
        <LinkButton href="/citizen-id/recover" kind="bare">
          {t('passkey.lost-recover')}
        </LinkButton>
      </Row>
    </>
  )
}

/** After an invitation: the first key is there. */
export function EnrolledPage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('passkey.enrolled')} lead={t('passkey.enrolled-lead')} />
      <Row>
        <LinkButton href="/sign-in">{t('session.sign-in')}</LinkButton>
      </Row>
    </>
  )
}
