import { Button, Checkbox, DataTable, DescriptionList, ErrorSummary, Form, FormEnd, LinkButton, MoreLink, Note, PageHead, Panel, Radios, Row, Section, Stack, TextField } from '@modellregion/ui'
import type { FormErrors } from '@modellregion/kernel/rules'
import type { PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { documents, type CounterCase, type FoundPerson } from '../schema.ts'

type Listed = CounterCase & { name: string }
export type CounterProps = { t: PageT; csrf: string; text: string; found: readonly FoundPerson[] | undefined; cases: readonly Listed[]; now: Date; errors: FormErrors }

/** The officer's start: who stands here, and what waits for a second pair of eyes. */
export function CounterPage({ t, csrf, text, found, cases, now, errors }: CounterProps) {
  const listed = Object.entries(errors).map(([field, sentence]) => ({ field, text: sentence }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('counter.title')} lead={t('counter.lead')} />
      <Stack gap="l">
        <Form action="/citizen-id/counter/search" csrf={csrf}>
          <TextField name="text" label={t('counter.field.text')} hint={t('counter.hint.text')} value={text} error={errors['text']} maxLength={320} />
          <FormEnd>
            <Button kind={found === undefined ? 'primary' : 'quiet'}>{t('counter.search')}</Button>
          </FormEnd>
        </Form>
        {found === undefined ? null : (
          <Section title={t.count('counter.found', found.length)} id="found">
            <Stack gap="m">
              {found.map((person) => (
                <Person key={person.id} t={t} csrf={csrf} person={person} />
              ))}
              {found.length === 0 ? <p>{t('counter.found-none')}</p> : null}
            </Stack>
          </Section>
        )}
        <Section title={t('counter.cases')} id="cases">
          {cases.length === 0 ? (
            <p>{t('counter.cases-none')}</p>
          ) : (
            <DataTable
              id="case-list"
              caption={t('counter.cases-table')}
              hideCaption
              rows={cases}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', head: t('counter.name'), cell: ({ id, name }) => <a href={`/citizen-id/counter/${id}`}>{name}</a>, rowHead: true },
                { key: 'at', head: t('counter.opened'), cell: ({ createdAt }) => t.format.time(createdAt), nowrap: true },
                { key: 'state', head: t('counter.state'), cell: (one) => stateOf(t, one, now) },
              ]}
            />
          )}
        </Section>
      </Stack>
    </>
  )
}

const stateOf = (t: PageT, { state, expiresAt }: CounterCase, now: Date): string => (state === 'open' && expiresAt <= now ? t('counter.state.expired') : t(`counter.state.${state}`))

function Person({ t, csrf, person }: { t: PageT; csrf: string; person: FoundPerson }) {
  const id = person.id.slice(-12)
  const name = `${person.givenNames} ${person.familyName}`
  return (
    <Panel title={name} level={3}>
      <DescriptionList
        entries={[
          ...(person.userName === null ? [] : [{ term: t('password.field.userName'), value: person.userName }]),
          ...(person.birthDate === null ? [] : [{ term: t('counter.birth-date'), value: t.format.date(person.birthDate as PlainDate) }]),
          ...(person.email === null ? [] : [{ term: t('password.field.email'), value: person.email }]),
        ]}
      />
      <Form action="/citizen-id/counter/open" csrf={csrf} hidden={{ person: person.id }} label={name}>
        <Radios name="document" id={`document-${id}`} label={t('counter.field.document')} choices={documents.map((value) => ({ value, label: t(`counter.document.${value}`) }))} />
        <Checkbox name="seen" id={`seen-${id}`} label={t('counter.field.seen')} hint={t('counter.hint.seen')} />
        <FormEnd>
          <Button>{t('counter.open')}</Button>
        </FormEnd>
      </Form>
    </Panel>
  )
}

export type CounterCaseProps = { t: PageT; csrf: string; found: CounterCase; name: string; birthDate: PlainDate | null; userName: string | null; refusal: 'case-same-officer' | 'case-own' | 'case-closed' | 'case-expired' | undefined }

export function CounterCasePage({ t, csrf, found, name, birthDate, userName, refusal }: CounterCaseProps) {
  const href = `/citizen-id/counter/${found.id}`
  return (
    <>
      <PageHead title={t('counter.case-title', { name })} lead={t('counter.case-lead')} />
      <Stack gap="l">
        <DescriptionList
          entries={[
            ...(userName === null ? [] : [{ term: t('password.field.userName'), value: userName }]),
            ...(birthDate === null ? [] : [{ term: t('counter.birth-date'), value: t.format.date(birthDate) }]),
            { term: t('counter.field.document'), value: t(`counter.document.${found.document}`) },
            { term: t('counter.opened'), value: t.format.dateTime(found.createdAt) },
            { term: t('counter.state'), value: t(`counter.state.${found.state}`) },
          ]}
        />
        {refusal === undefined ? (
          <Form action={`${href}/confirm`} csrf={csrf} bare>
            <Stack gap="s">
              <p>{t('counter.confirm-lead')}</p>
              <Button>{t('counter.confirm')}</Button>
            </Stack>
          </Form>
        ) : (
          <Note title={t(`counter.${refusal}`)} level={2}>
            {refusal === 'case-same-officer' ? t('counter.case-same-officer-next') : undefined}
          </Note>
        )}
        <Row>
          {found.state === 'open' || found.state === 'confirmed' ? (
            <Form action={`${href}/withdraw`} csrf={csrf} bare>
              <Button kind="danger">{t('counter.withdraw')}</Button>
            </Form>
          ) : null}
          <LinkButton href="/citizen-id/counter" kind="bare">
            {t('action.back')}
          </LinkButton>
        </Row>
      </Stack>
    </>
  )
}

/** Shown once, to be written down or printed. */
export function CodePage({ t, code, until, address }: { t: PageT; code: string; until: Date; address: string }) {
  return (
    <>
      <PageHead title={t('counter.code-title')} lead={t('counter.code-lead', { until })} />
      <Stack gap="m">
        <p class="mr-figure">
          <span>{t('recovery.field.code')}</span>
          <b>
            <code>{code}</code>
          </b>
        </p>
        <DescriptionList entries={[{ term: t('counter.code-address'), value: address }]} />
        <p>{t('counter.code-once')}</p>
        <MoreLink href="/citizen-id/counter">{t('counter.title')}</MoreLink>
      </Stack>
    </>
  )
}
