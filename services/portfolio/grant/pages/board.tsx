import { Button, DataTable, EmptyState, Form, FormEnd, LinkButton, PageHead, Section, Select, Stack, Tag, type TagKind } from '@modellregion/ui'
import type { PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { accountHref, rateHref } from '../links.ts'
import type { Situation } from '../rules/situation.ts'
import type { AccountTotals } from '../schema.ts'
import { field, Mistakes, RateNote, type FormView } from './parts.tsx'

export type BoardRow = { readonly project: string; readonly purpose: string; readonly situation: Situation; readonly totals: AccountTotals; readonly callable: number; readonly next: { readonly rule: string; readonly dueOn: PlainDate } | undefined }
export type BoardProps = FormView & { readonly rows: readonly BoardRow[]; readonly projects: readonly { readonly slug: string; readonly name: string }[]; readonly missing: PlainDate | undefined; readonly mayOpen: boolean }

const kinds: Record<Situation['code'], TagKind> = { 'money-late': 'bad', 'deadline-over': 'bad', 'over-line': 'warn', 'call-waiting': 'info', 'deadline-near': 'warn', good: 'ok' }
export const SituationTag = ({ t, situation }: { t: PageT; situation: Situation }) => <Tag kind={kinds[situation.code]}>{t(`grant.situation.${situation.code}`)}</Tag>
export const situationKind = (situation: Situation): 'ok' | 'warn' | 'bad' | 'info' => {
  const kind = kinds[situation.code]
  return kind === 'plain' ? 'info' : kind
}

export const deadlineWord = (t: PageT, rule: string): string => t.find(`grant.deadline.${rule}`) ?? rule

/** The situation of an account as a sentence. */
export function situationText(t: PageT, situation: Situation): string {
  switch (situation.code) {
    case 'money-late':
      return t('grant.sentence.money-late', situation)
    case 'deadline-over':
    case 'deadline-near':
      return t(`grant.sentence.${situation.code}`, { what: deadlineWord(t, situation.rule), day: situation.day })
    case 'over-line':
      return t('grant.sentence.over-line', situation)
    case 'call-waiting':
      return t('grant.sentence.call-waiting', situation)
    case 'good':
      return t('grant.sentence.good')
  }
}

/** All accounts of the town at a glance. */
export function BoardPage(props: BoardProps) {
  const { t, rows, csrf, mayOpen } = props
  return (
    <>
      <Mistakes t={t} errors={props.errors} />
      <PageHead title={t('grant.title')} lead={t('grant.lead')}>
        <p>
          <LinkButton href={rateHref} kind="quiet">{t('grant.rates')}</LinkButton>
        </p>
      </PageHead>
      <Stack gap="l">
        <RateNote t={t} missing={props.missing} />
        <DataTable
          id="accounts" caption={t('grant.accounts')} rows={rows} rowKey={({ project }) => project}
          empty={<EmptyState level={2} icon="folder" title={t('grant.none')} text={t('grant.none-next')} />}
          columns={[
            { key: 'purpose', head: t('grant.project'), rowHead: true, cell: ({ project, purpose }) => <a href={accountHref(project)}>{purpose}</a> },
            { key: 'situation', head: t('grant.situation'), cell: ({ situation }) => <SituationTag t={t} situation={situation} /> },
            { key: 'next', head: t('grant.next-deadline'), cell: ({ next }) => (next ? t('grant.deadline-on', { what: deadlineWord(t, next.rule), day: next.dueOn }) : t('grant.no-deadline')) },
            { key: 'granted', head: t('grant.granted'), align: 'end', cell: ({ totals }) => t.format.money(totals.granted) },
            { key: 'paid', head: t('grant.paid'), align: 'end', cell: ({ totals }) => t.format.money(totals.paid) },
            { key: 'spent', head: t('grant.spent'), align: 'end', cell: ({ totals }) => t.format.money(totals.spent) },
            { key: 'callable', head: t('grant.callable'), align: 'end', cell: ({ callable }) => t.format.money(callable) },
            { key: 'own', head: t('grant.own-share'), align: 'end', cell: ({ totals }) => (totals.ownPlanned === 0 ? t('grant.none-sign') : t.format.percent(totals.own / totals.ownPlanned)) },
          ]}
        />
        {mayOpen && props.projects.length > 0 ? (
          <Section id="open" title={t('grant.open-account')}>
            <Form action="/portfolio/grant" csrf={csrf}>
              <Select {...field(props, 'project')} label={t('grant.project')} hint={t('grant.open-account-hint')} empty={t('grant.booking.choose')} choices={props.projects.map(({ slug, name }) => ({ value: slug, label: name }))} />
              <FormEnd>
                <Button kind="quiet">{t('grant.open-account')}</Button>
              </FormEnd>
            </Form>
          </Section>
        ) : null}
      </Stack>
    </>
  )
}
