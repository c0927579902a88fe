import { Button, DataTable, ErrorSummary, Form, FormEnd, Note, PageHead, Radios, Section, Select, Stack, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import { severities } from '../schema.ts'

type Row = { school: School; steps: readonly (readonly string[])[] }
type Props = { t: PageT; csrf: string; typed: Typed; errors: FormErrors; saved: boolean; everybody: readonly { id: string; name: string }[]; schools: readonly Row[] }

/** Who is told at which step, and after how long. */
export function ChainPage({ t, csrf, typed, errors, saved, everybody, schools }: Props) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, Object.keys(errors).length))} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      {saved ? <Note kind="ok" role="status" level={0} title={t('alarm.chain.saved')} /> : null}
      <PageHead title={t('alarm.chain.title')} lead={t('alarm.chain.lead')} />
      <Stack gap="l">
        <Section id="people" title={t('alarm.chain.people')}>
          <DataTable
            id="people-table"
            caption={t('alarm.chain.people')}
            hideCaption
            rows={schools}
            rowKey={({ school }) => school.slug}
            columns={[
              { key: 'school', head: t('alarm.chain.school'), rowHead: true, cell: ({ school }) => school.name },
              { key: 'first', head: t('alarm.notice.step-1'), cell: ({ steps }) => steps[0]?.join(', ') || t('alarm.chain.nobody') },
              { key: 'deputy', head: t('alarm.notice.step-2'), cell: ({ steps }) => steps[1]?.join(', ') || t('alarm.chain.none') },
              { key: 'technician', head: t('alarm.notice.step-3'), cell: ({ steps }) => steps[2]?.join(', ') || t('alarm.chain.none') },
            ]}
          />
        </Section>
        <Section id="duty" title={t('alarm.chain.add')}>
          <Form action="/smart-school/alarms/duty" csrf={csrf}>
            <Select name="school" label={t('alarm.chain.field.school')} error={errors['school']} value={typedOf(typed, 'school')} choices={schools.map(({ school }) => ({ value: String(school.id), label: school.name }))} />
            <Select name="account" label={t('alarm.chain.field.account')} error={errors['account']} value={typedOf(typed, 'account')} choices={everybody.map(({ id, name }) => ({ value: id, label: name }))} />
            <Radios
              name="step"
              label={t('alarm.chain.field.step')}
              value={typedOf(typed, 'step') || '2'}
              error={errors['step']}
              choices={[...(['1', '2', '3'] as const).map((value) => ({ value, label: t(`alarm.notice.step-${value}`) })), { value: '0', label: t('alarm.chain.field.step-none') }]}
            />
            <FormEnd>
              <Button>{t('alarm.chain.add-save')}</Button>
            </FormEnd>
          </Form>
        </Section>
        <Section id="minutes" title={t('alarm.chain.minutes')}>
          <Form action="/smart-school/alarms/chain" csrf={csrf}>
            <p>{t('alarm.chain.hint')}</p>
            {severities.map((severity) => (
              <div key={severity} class="mr-stack-s">
                <TextField name={`${severity}Deputy`} width={4} label={t('alarm.chain.field.deputy', { severity: t(`alarm.severity.${severity}`) })} value={typedOf(typed, `${severity}Deputy`)} error={errors[`${severity}Deputy`]} />
                <TextField name={`${severity}Technician`} width={4} label={t('alarm.chain.field.technician', { severity: t(`alarm.severity.${severity}`) })} value={typedOf(typed, `${severity}Technician`)} error={errors[`${severity}Technician`]} />
              </div>
            ))}
            <FormEnd>
              <Button kind="quiet">{t('alarm.chain.save')}</Button>
            </FormEnd>
          </Form>
        </Section>
      </Stack>
    </>
  )
}
