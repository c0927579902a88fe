import { Button, Checkbox, CodeBlock, DescriptionList, ErrorSummary, Form, FormEnd, Island, LinkButton, Note, PageHead, Radios, Section, Select, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import { snippetsOf, type Place } from '../rules/snippet.ts'
import type { ListedSource, SourceKind } from '../schema.ts'

type FormProps = { t: PageT; csrf: string; typed: Typed; errors: FormErrors; schools: readonly School[]; kinds: readonly SourceKind[] }

/** The form for a new source. */
export function NewSourcePage({ t, csrf, typed, errors, schools, kinds }: FormProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('ingest.source.new')} />
      <Form action="/smart-school/source" csrf={csrf}>
        <TextField name="name" label={t('ingest.source.field.name')} hint={t('ingest.source.hint.name')} value={typedOf(typed, 'name')} error={errors['name']} maxLength={60} />
        <Radios name="kind" label={t('ingest.source.field.kind')} value={typedOf(typed, 'kind')} error={errors['kind']} choices={kinds.map((kind) => ({ value: kind, label: t(`ingest.source.kind.${kind}`) }))} />
        <Select name="school" label={t('ingest.source.field.school')} hint={t('ingest.source.hint.school')} value={typedOf(typed, 'school')} error={errors['school']} empty={t('ingest.source.all-schools')} choices={schools.map(({ id, name }) => ({ value: String(id), label: name }))} />
        <TextArea name="topics" label={t('ingest.source.field.topics')} optional={t('form.optional')} hint={t('ingest.source.hint.topics')} value={typedOf(typed, 'topics')} error={errors['topics']} rows={3} />
        <Checkbox name="mayWrite" label={t('ingest.source.field.mayWrite')} checked={typedOf(typed, 'mayWrite') !== ''} />
        <Select name="audience" label={t('ingest.source.field.audience')} value={typedOf(typed, 'audience') || 'public'} error={errors['audience']} choices={(['public', 'school', 'staff'] as const).map((value) => ({ value, label: t(`ingest.source.audience.${value}`) }))} />
        <FormEnd>
          <Button>{t('ingest.source.create')}</Button>
          <LinkButton href="/smart-school/source" kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

type Props = { t: PageT; csrf: string; source: ListedSource; secret: string | undefined; school: string | undefined } & Omit<Place, 'name' | 'secret'>

/** One source: what it may, how it connects, and its secret in the one moment in which it is shown. */
export function SourcePage({ t, csrf, source, secret, school, ...place }: Props) {
  const copy = { copy: t('ingest.copy'), copied: t('ingest.copied') }
  const snippets = snippetsOf(source.kind, { ...place, name: source.name, secret: secret ?? t('ingest.source.secret-here') })
  return (
    <>
      <PageHead title={source.name} />
      <Stack gap="l">
        {secret === undefined ? null : (
          <Note kind="warn" title={t('ingest.source.secret-title')} role="status">
            <p>{t('ingest.source.secret-once')}</p>
            <Island name="code-block" of={CodeBlock} props={{ code: secret, label: t('ingest.source.secret'), words: copy }} />
          </Note>
        )}
        {source.revokedAt ? <Note kind="warn" level={0} title={t('ingest.source.revoked-since', { at: source.revokedAt })} /> : null}
        <DescriptionList
          entries={[
            { term: t('ingest.source.field.kind'), value: t(`ingest.source.kind.${source.kind}`) },
            { term: t('ingest.source.field.school'), value: school ?? t('ingest.source.all-schools') },
            { term: t('ingest.source.field.topics'), value: source.topics.join(', ') || '–' },
            { term: t('ingest.source.last'), value: source.lastMessageAt ? t('ingest.at', { at: source.lastMessageAt }) : t('ingest.source.never') },
            { term: t('ingest.source.field.audience'), value: source.audiences.map((one) => t(`ingest.source.audience.${one === 'sealed' ? 'staff' : one}`)).join(', ') },
          ]}
        />
        {source.revokedAt ? null : (
          <>
            <Section title={t('ingest.source.connect')} id="connect">
              <Stack gap="m">
                <p>{t(`ingest.source.connect.${source.kind}`)}</p>
                {snippets.map(({ id, code }) => (
                  <Stack key={id} gap="s">
                    <h3>{t(`ingest.snippet.${id}`)}</h3>
                    <Island name="code-block" of={CodeBlock} props={{ code, label: t(`ingest.snippet.${id}`), words: copy }} />
                  </Stack>
                ))}
              </Stack>
            </Section>
            <Section title={t('ingest.source.change')} id="change">
              <Stack gap="m">
                <p>{t('ingest.source.change-lead')}</p>
                <div class="mr-row">
                  <Form action={`/smart-school/source/${source.id}/secret`} csrf={csrf} bare>
                    <Button kind="quiet">{t('ingest.source.renew')}</Button>
                  </Form>
                  <Form action={`/smart-school/source/${source.id}/revoke`} csrf={csrf} bare>
                    <Button kind="danger">{t('ingest.source.revoke')}</Button>
                  </Form>
                </div>
              </Stack>
            </Section>
          </>
        )}
      </Stack>
    </>
  )
}
