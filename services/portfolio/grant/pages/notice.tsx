import { Form, PageHead, Radios, Section, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { accountHref } from '../links.ts'
import { financings, termsOfGrants } from '../schema.ts'
import { Ends, euro, months, percent } from './fields.tsx'
import { Day, field, Mistakes, type FormView } from './parts.tsx'

/** The notice of a grant with its plan: the first one, or a change. */
export const NoticePage = (props: FormView & { project: string; first: boolean }) => {
  const { t, project, first } = props
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t(first ? 'grant.notice.first' : 'grant.notice.change')} lead={t('grant.notice.lead')} />
      <Form action={accountHref(project, '/notice')} csrf={props.csrf} hidden={{ basis: typedOf(props.typed, 'basis') }}>
        <Section id="paper" title={t('grant.notice.paper')}>
          <Stack>
            <TextField {...field(props, 'purpose')} label={t('grant.notice.purpose')} maxLength={200} />
            <TextField {...field(props, 'authority')} label={t('grant.notice.authority')} maxLength={160} />
            <TextField {...field(props, 'reference')} label={t('grant.notice.reference')} width={20} maxLength={80} />
            <Day view={props} name="noticedOn" label={t('grant.notice.noticedOn')} />
            <Radios {...field(props, 'terms')} label={t('grant.notice.terms')} choices={termsOfGrants.map((value) => ({ value, label: t(`grant.notice.terms.${value}`) }))} />
          </Stack>
        </Section>
        <Section id="time" title={t('grant.notice.time')}>
          <Stack>
            <Day view={props} name="startsOn" label={t('grant.notice.startsOn')} />
            <Day view={props} name="endsOn" label={t('grant.notice.endsOn')} />
            <Day view={props} name="boundUntil" label={t('grant.notice.boundUntil')} optional />
          </Stack>
        </Section>
        <Section id="money" title={t('grant.notice.money')}>
          <Stack>
            <Radios {...field(props, 'financing')} label={t('grant.notice.financing')} choices={financings.map((value) => ({ value, label: t(`grant.notice.financing.${value}`) }))} />
            <TextField {...percent(props, 'rate')} label={t('grant.notice.rate')} hint={t('grant.notice.rate-hint')} optional={t('form.optional')} />
            <TextField {...euro(props, 'most')} label={t('grant.notice.most')} />
            <TextField {...euro(props, 'retained')} label={t('grant.notice.retained')} optional={t('form.optional')} />
            <TextArea {...field(props, 'plan')} label={t('grant.plan')} hint={t('grant.notice.plan-hint')} rows={10} maxLength={4_000} />
            <TextField {...percent(props, 'lineLimit')} label={t('grant.notice.lineLimit')} hint={t('grant.notice.lineLimit-hint')} />
          </Stack>
        </Section>
        <Section id="periods" title={t('grant.notice.periods')}>
          <Stack>
            <p class="mr-muted">{t('grant.notice.periods-hint')}</p>
          {(['useMonths', 'interimMonths', 'finalMonths'] as const).map((name) => (
            <TextField key={name} {...months(props, name)} label={t(`grant.notice.${name}`)} hint={t(`grant.notice.${name}-hint`)} optional={name === 'interimMonths' ? t('form.optional') : undefined} />
          ))}
          </Stack>
        </Section>
        <Section id="trifles" title={t('grant.notice.trifles')}>
          <Stack>
            <p class="mr-muted">{t('grant.notice.trifles-hint')}</p>
          <TextField {...euro(props, 'trifle')} label={t('grant.notice.trifle')} optional={t('form.optional')} />
          <TextField {...euro(props, 'trifleInterest')} label={t('grant.notice.trifleInterest')} optional={t('form.optional')} />
          </Stack>
        </Section>
        {first ? null : <TextField {...field(props, 'reason')} label={t('grant.notice.reason')} maxLength={500} />}
        <Ends t={t} word={t('grant.notice.save')} back={first ? '/portfolio/grant' : accountHref(project)} />
      </Form>
    </>
  )
}
