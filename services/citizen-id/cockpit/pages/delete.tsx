import { Button, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Prose, Row, Section, Stack, TextField } from '@modellregion/ui'
import type { FormErrors } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

export type DeleteProps = { t: PageT; csrf: string; /** Signed in a moment ago. */ proved: boolean; mail: string | undefined; errors: FormErrors; typed: string }

/** What goes, what stays and why; then the word, typed by hand. */
export function DeletePage({ t, csrf, proved, mail, errors, typed }: DeleteProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('cockpit.delete-title')} lead={t('cockpit.delete-lead')} />
      <Stack gap="l">
        <Section title={t('cockpit.delete-goes')} id="goes">
          <List items={[t('cockpit.delete-goes-1'), t('cockpit.delete-goes-2'), t('cockpit.delete-goes-3'), t('cockpit.delete-goes-4')]} />
        </Section>
        <Section title={t('cockpit.delete-stays')} id="stays">
          <List items={[t('cockpit.delete-stays-1'), t('cockpit.delete-stays-2'), t('cockpit.delete-stays-3')]} />
        </Section>
        <p>{mail === undefined ? t('cockpit.delete-no-mail') : t('cockpit.delete-mail', { mail })}</p>
        {proved ? <Confirm t={t} csrf={csrf} error={errors['word']} typed={typed} /> : <Prove t={t} csrf={csrf} />}
      </Stack>
    </>
  )
}

function Prove({ t, csrf }: { t: PageT; csrf: string }) {
  return (
    <Note title={t('cockpit.delete-prove')} icon="lock">
      <p>{t('cockpit.delete-prove-text')}</p>
      <Row>
        <Form action="/citizen-id/delete/prove" csrf={csrf} bare>
          <Button>{t('cockpit.delete-prove-button')}</Button>
        </Form>
        <LinkButton href="/citizen-id" kind="bare">
          {t('cockpit.delete-keep')}
        </LinkButton>
      </Row>
    </Note>
  )
}

function Confirm({ t, csrf, error, typed }: { t: PageT; csrf: string; error: string | undefined; typed: string }) {
  return (
    <Form action="/citizen-id/delete" csrf={csrf}>
      <TextField name="word" label={t('cockpit.delete-word-label', { word: t('cockpit.delete-word') })} hint={t('cockpit.delete-word-hint')} value={typed} error={error} autocomplete="off" />
      <FormEnd>
        <Button kind="danger">{t('cockpit.delete-button')}</Button>
        <LinkButton href="/citizen-id" kind="quiet">
          {t('cockpit.delete-keep')}
        </LinkButton>
      </FormEnd>
    </Form>
  )
}

function List({ items }: { items: readonly string[] }) {
  return (
    <Prose>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Prose>
  )
}

export function DeletedPage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('cockpit.deleted-title')} lead={t('cockpit.deleted-lead')} />
      <Row>
        <LinkButton href="/">{t('cockpit.deleted-home')}</LinkButton>
      </Row>
    </>
  )
}
