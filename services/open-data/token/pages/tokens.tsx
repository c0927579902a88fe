import { Button, Checkboxes, DataTable, ErrorSummary, Form, FormEnd, Note, PageHead, Radios, Section, Stack, Tag, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { lives } from '../form.ts'
import type { ApiToken, Scope } from '../schema.ts'

export type TokensProps = {
  t: PageT
  csrf: string
  tokens: readonly (ApiToken & { holder?: string | undefined })[]
  /** The keys of everybody, for the administration. */
  isWholeTown: boolean
  organisations: readonly { id: string; title: string }[]
  scopes: readonly Scope[]
  /** Address that programs call. */
  site: string
  now: Date
  typed: Typed
  errors: FormErrors
  refusal?: string | undefined
  done?: string | undefined
  /** A key that was just made; it is shown this once. */
  secret?: string | undefined
}

/** Keys for programs: the new one once, the others with their scope, life and last use. */
export function TokensPage(props: TokensProps) {
  const { t, errors, refusal, done, secret, site } = props
  const listed = [...(refusal === undefined ? [] : [{ text: refusal }]), ...Object.entries(errors).map(([field, text]) => ({ field, text }))]
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      {done === undefined ? null : <Note kind="ok" level={0} role="status" title={done} />}
      <PageHead title={t('token.title')} lead={t('token.lead')} />
      <Stack gap="l">
        {secret === undefined ? null : (
          <Note kind="warn" level={2} title={t('token.once')}>
            <Stack gap="s">
              <p>{t('token.once-text')}</p>
              <p>
                <code>{secret}</code>
              </p>
              <p class="mr-small">{t('token.once-use', { site })}</p>
            </Stack>
          </Note>
        )}
        <TokenList {...props} />
        <NewToken {...props} />
      </Stack>
    </>
  )
}

function TokenList({ t, csrf, tokens, isWholeTown, organisations, now }: TokensProps) {
  const isOpen = ({ revokedAt, expiresAt }: ApiToken): boolean => revokedAt === null && expiresAt > now
  const titles = new Map(organisations.map(({ id, title }) => [id, title]))
  return (
    <Section id="tokens" title={t(isWholeTown ? 'token.list-town' : 'token.list-own')}>
      <DataTable
        id="token-list"
        caption={t('token.list-caption')}
        hideCaption
        rows={tokens}
        rowKey={({ id }) => id}
        empty={<p>{t('token.none')}</p>}
        columns={[
          { key: 'title', head: t('token.field.title'), rowHead: true, cell: ({ title, holder }) => (holder === undefined ? title : <><span>{title}</span> <span class="mr-small mr-muted">{t('token.of', { holder })}</span></>) },
          { key: 'scope', head: t('token.field.scope'), cell: ({ scope }) => t(`token.scope.${scope}`) },
          { key: 'organisations', head: t('token.field.organisations'), cell: (one) => (one.organisations.length === 0 ? t('token.all-organisations') : t.format.list(one.organisations.map((id) => titles.get(id) ?? id))) },
          { key: 'used', head: t('token.used'), nowrap: true, cell: ({ lastUsedOn }) => (lastUsedOn ? t.format.date(lastUsedOn, 'medium') : t('token.unused')) },
          { key: 'until', head: t('token.until'), nowrap: true, cell: ({ expiresAt }) => t.format.date(expiresAt, 'medium') },
          {
            key: 'action',
            head: t('token.action'),
            cell: (one) =>
              isOpen(one) ? (
                <Stack gap="s">
                  <Form action={`/open-data/tokens/${one.id}/revoke`} csrf={csrf} bare label={t('token.revoke-one', { title: one.title })}>
                    <Button kind="danger" small id={`revoke-${one.id}`}>
                      {t('token.revoke')}
                    </Button>
                  </Form>
                  {isWholeTown && one.scope === 'write' ? (
                    <Form action={`/open-data/tokens/${one.id}/publish`} csrf={csrf} bare label={t('token.allow-one', { title: one.title })}>
                      <Button kind="quiet" small id={`allow-${one.id}`}>
                        {t('token.allow')}
                      </Button>
                    </Form>
                  ) : null}
                </Stack>
              ) : (
                <Tag>{t(one.revokedAt === null ? 'token.over' : 'token.revoked')}</Tag>
              ),
          },
        ]}
      />
    </Section>
  )
}

function NewToken({ t, csrf, organisations, scopes, typed, errors }: TokensProps) {
  const chosen = typed['organisations']
  return (
    <Section id="new" title={t('token.new')}>
      <Form action="/open-data/tokens" csrf={csrf}>
        <TextField name="title" label={t('token.field.title')} hint={t('token.hint.title')} value={typedOf(typed, 'title')} error={errors['title']} maxLength={100} />
        <Radios name="scope" label={t('token.field.scope')} value={typedOf(typed, 'scope') || 'write'} error={errors['scope']} choices={scopes.map((scope) => ({ value: scope, label: t(`token.scope.${scope}`), hint: t(`token.scope-hint.${scope}`) }))} />
        {organisations.length > 1 ? (
          <Checkboxes name="organisations" label={t('token.field.organisations')} hint={t('token.hint.organisations')} values={chosen === undefined ? [] : [chosen].flat()} error={errors['organisations']} choices={organisations.map(({ id, title }) => ({ value: id, label: title }))} />
        ) : null}
        <Radios name="days" label={t('token.field.days')} value={typedOf(typed, 'days') || '180'} error={errors['days']} choices={lives.map((days) => ({ value: days, label: t('token.days', { days: Number(days) }) }))} />
        <FormEnd>
          <Button>{t('token.make')}</Button>
        </FormEnd>
      </Form>
    </Section>
  )
}
