import { Button, DataTable, Form, FormEnd, LinkButton, Note, PageHead, Radios, Section, Stack, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import type { PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { rateHref } from '../links.ts'
import type { DatedRate } from '../rules/law.ts'
import { rateKinds, type Rate, type RateKind } from '../schema.ts'
import { percent } from './fields.tsx'
import { Day, DoneNote, field, Mistakes, type Done, type FormView } from './parts.tsx'

export type RateProps = FormView & { readonly own: readonly Rate[]; readonly known: readonly (DatedRate & { readonly kind: RateKind })[]; readonly missing: PlainDate | undefined; readonly mayWrite: boolean; readonly done: Done | undefined }

/** What interest is reckoned with: by law, and as the town has entered it. */
export function RatePage(props: RateProps) {
  const { t, own, known, missing, mayWrite } = props
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('grant.rates')} lead={t('grant.rates.lead')} />
      <Stack gap="l">
        <DoneNote t={t} done={props.done} />
        {missing ? <Note kind="warn" level={0} title={t('grant.rates.missing', { day: missing })} /> : null}
        {mayWrite ? (
          <Section id="new" title={t('grant.rates.new')}>
            <Form action={rateHref} csrf={props.csrf} hidden={{ key: typedOf(props.typed, 'key') }}>
              <Radios {...field(props, 'kind')} label={t('grant.rate.kind')} choices={rateKinds.map((value) => ({ value, label: t(`grant.rate.kind.${value}`) }))} />
              <Day view={props} name="from" label={t('grant.rate.from')} hint={t('grant.rate.from-hint')} />
              <TextField {...percent(props, 'rate')} label={t('grant.rate.rate')} hint={t('grant.rate.rate-hint')} />
              <TextField {...field(props, 'source')} label={t('grant.rate.source')} hint={t('grant.rate.source-hint')} maxLength={300} />
              <FormEnd>
                <Button>{t('grant.rate.save')}</Button>
                <LinkButton href="/portfolio/grant" kind="bare">{t('action.cancel')}</LinkButton>
              </FormEnd>
            </Form>
          </Section>
        ) : null}
        <Section id="own" title={t('grant.rates.own')}>
          <DataTable
            id="own-rates" caption={t('grant.rates.own')} hideCaption rows={own} empty={<p>{t('grant.rates.none')}</p>}
            columns={[
              ...columnsOf(t),
              { key: 'source', head: t('grant.rate.source'), cell: ({ source }) => source },
              { key: 'entered', head: t('grant.rate.entered'), nowrap: true, cell: ({ createdAt }) => t.format.date(createdAt, 'medium') },
            ]}
          />
        </Section>
        <Section id="known" title={t('grant.rates.known')}>
          <Stack gap="s">
            <DataTable id="known-rates" caption={t('grant.rates.known')} hideCaption rows={known} columns={columnsOf(t)} />
            <p class="mr-small mr-muted">{t('grant.rates.law')}</p>
          </Stack>
        </Section>
      </Stack>
    </>
  )
}

const columnsOf = (t: PageT) => [
  { key: 'kind', head: t('grant.rate.kind'), cell: ({ kind }: { kind: RateKind }) => t(`grant.rate.kind.${kind}`) },
  { key: 'from', head: t('grant.rate.from'), rowHead: true, nowrap: true, cell: ({ from }: DatedRate) => t.format.date(from, 'medium') },
  { key: 'rate', head: t('grant.rate.rate'), align: 'end' as const, cell: ({ bp }: DatedRate) => t.format.percent(bp / 10_000, 2) },
]
