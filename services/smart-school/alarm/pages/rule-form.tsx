import { Button, Checkbox, DataTable, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Radios, Select, Stack, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import { quantityOf } from '../../quantity/quantity.ts'
import { ownQuantities } from '../rules/ready.ts'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import type { Preview } from '../preview.ts'
import { severities, whens, type Rule } from '../schema.ts'
import { isStateRule, unitOf } from './rule-words.ts'

type Props = {
  t: PageT
  csrf: string
  heading: string
  rule: Rule
  school: School | undefined
  isOwn: boolean
  isNew: boolean
  canReset: boolean
  action: string
  language: 'de' | 'en'
  typed: Typed
  errors: FormErrors
  preview: { would: Preview; present: number | undefined } | undefined
}

/** Changing a rule: first see what it would have done, then save it. */
export function RuleFormPage(props: Props) {
  const { t, csrf, heading, rule, school, isNew, canReset, action, typed, errors, preview } = props
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, Object.keys(errors).length))} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      <PageHead title={heading} lead={school ? t('alarm.edit.scope-school', { school: school.name }) : t('alarm.edit.scope-town')} />
      <Stack gap="l">
        {preview ? <PreviewBox t={t} rule={rule} {...preview} /> : null}
        <Form action={action} csrf={csrf}>
          <Fields {...props} />
          <Radios name="severity" label={t('alarm.edit.field.severity')} value={typedOf(typed, 'severity')} error={errors['severity']} choices={severities.map((value) => ({ value, label: t(`alarm.severity.${value}`) }))} />
          <Checkbox name="enabled" label={t('alarm.edit.field.enabled')} checked={typedOf(typed, 'enabled') !== ''} error={errors['enabled']} />
          <TextField name="reason" label={t('alarm.edit.field.reason')} hint={t('alarm.edit.hint.reason')} value={typedOf(typed, 'reason')} error={errors['reason']} maxLength={300} />
          <FormEnd>
            <Button name="wish" value="preview" kind={preview ? 'quiet' : undefined}>
              {t('alarm.edit.preview')}
            </Button>
            <Button name="wish" value="save" kind={preview ? undefined : 'quiet'}>
              {t('alarm.edit.save')}
            </Button>
            <LinkButton kind="bare" href={`/smart-school/alarms/rules${school ? `?school=${school.slug}` : ''}`}>
              {t('action.cancel')}
            </LinkButton>
          </FormEnd>
        </Form>
        {canReset && !isNew ? (
          <Form action={action.replace(/(\?|$)/, '/reset$1')} csrf={csrf} bare>
            <Button kind="bare">{t('alarm.edit.reset')}</Button>
          </Form>
        ) : null}
      </Stack>
    </>
  )
}

function Fields({ t, rule, isOwn, language, typed, errors }: Props) {
  const number = (name: string, label: string, hint?: string) => <TextField key={name} name={name} width={4} label={label} hint={hint} value={typedOf(typed, name)} error={errors[name]} />
  const { condition } = rule
  if (condition.type === 'silence')
    return (
      <>
        {number('factor', t('alarm.edit.field.factor'))}
        {number('leastMinutes', t('alarm.edit.field.leastMinutes'))}
        {number('holidayFactor', t('alarm.edit.field.holidayFactor'))}
      </>
    )
  if (condition.type === 'battery')
    return (
      <>
        {number('weeks', t('alarm.edit.field.weeks'))}
        {number('emptyVolts', t('alarm.edit.field.emptyVolts'))}
        {number('emptyPercent', t('alarm.edit.field.emptyPercent'))}
      </>
    )
  const unit = unitOf(rule)
  const isState = isStateRule(rule) && !isOwn
  return (
    <>
      {isOwn ? (
        <>
          <TextField name="name" label={t('alarm.edit.field.name')} value={typedOf(typed, 'name')} error={errors['name']} maxLength={80} />
          <Select
            name="quantity"
            label={t('alarm.edit.field.quantity')}
            value={typedOf(typed, 'quantity')}
            error={errors['quantity']}
            choices={ownQuantities.map((id) => ({ value: id, label: quantityOf(id).label[language] }))}
          />
          <Radios name="direction" label={t('alarm.edit.field.direction')} value={typedOf(typed, 'direction')} error={errors['direction']} choices={[{ value: 'above', label: t('alarm.edit.above') }, { value: 'below', label: t('alarm.edit.below') }]} />
        </>
      ) : null}
      {isState ? null : number('on', t('alarm.edit.field.on', { unit }))}
      {number('onMinutes', t('alarm.edit.field.onMinutes'))}
      {isState ? null : number('off', t('alarm.edit.field.off', { unit }), t('alarm.edit.hint.off'))}
      {number('offMinutes', t('alarm.edit.field.offMinutes'))}
      <Radios name="when" label={t('alarm.edit.field.when')} value={typedOf(typed, 'when')} error={errors['when']} choices={whens.map((value) => ({ value, label: t(`alarm.when.${value}`) }))} />
    </>
  )
}

function PreviewBox({ t, rule, would, present }: { t: PageT; rule: Rule; would: Preview; present: number | undefined }) {
  const isBattery = rule.condition.type === 'battery'
  return (
    <Note kind="info" role="status" title={t('alarm.preview.title')}>
      <p>
        <strong>{isBattery ? t.count('alarm.preview.battery', would.alarms, { n: would.alarms }) : t.count('alarm.preview.would', would.alarms, { n: would.alarms })}</strong> {present === undefined ? null : t('alarm.preview.now', { n: present })}
      </p>
      <p>{t('alarm.preview.channels', { channels: would.channels, touched: would.touched })}</p>
      {would.looked < would.touched ? <p>{t('alarm.preview.cut', { looked: would.looked })}</p> : null}
      {would.found.length > 0 ? (
        <DataTable
          id="preview"
          caption={t('alarm.preview.caption')}
          hideCaption
          rows={would.found}
          columns={[
            { key: 'place', head: t('alarm.preview.place'), rowHead: true, cell: (row) => row.place },
            { key: 'since', head: t('alarm.preview.since'), cell: (row) => t.format.dateTime(row.since) },
            { key: 'until', head: t('alarm.preview.until'), cell: (row) => (row.until ? t.format.dateTime(row.until) : t('alarm.preview.running')) },
            ...(would.found.some(({ worst }) => worst !== null) ? [{ key: 'worst', head: t('alarm.preview.worst'), align: 'end' as const, cell: (row: (typeof would.found)[number]) => (row.worst === null ? '' : `${t.format.number(row.worst, 1)} ${unitOf(rule)}`) }] : []),
          ]}
        />
      ) : null}
    </Note>
  )
}
