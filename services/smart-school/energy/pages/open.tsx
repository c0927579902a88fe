import { Button, ErrorSummary, Form, FormEnd, LinkButton, PageHead, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'

type Props = { t: PageT; csrf: string; school: School; base: string; typed: Typed; errors: FormErrors; usual: Readonly<Record<string, string>> }

/** An account begins, or begins again after a review: years to compare with, share, points. */
export function OpenAccountPage({ t, csrf, school, base, typed, errors, usual }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  const value = (name: string): string => (name in typed ? typedOf(typed, name) : (usual[name] ?? ''))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('energy.open.title')} lead={t('energy.open.lead', { school: school.name })} />
      <Form action={`${base}/open`} csrf={csrf}>
        <TextField name="year" label={t('energy.open.year')} hint={t('energy.open.year-hint')} numeric width={4} value={value('year')} error={errors['year']} maxLength={4} />
        <TextArea name="baseline" label={t('energy.open.baseline')} hint={t('energy.open.baseline-hint')} rows={9} value={value('baseline')} error={errors['baseline']} maxLength={4_000} />
        <TextArea name="weather" label={t('energy.open.weather')} hint={t('energy.open.weather-hint')} optional={t('form.optional')} rows={3} value={value('weather')} error={errors['weather']} maxLength={2_000} />
        <TextField name="normalDegreeDays" label={t('energy.open.normalDegreeDays')} hint={t('energy.open.normalDegreeDays-hint')} width={10} value={value('normalDegreeDays')} error={errors['normalDegreeDays']} maxLength={10} />
        <TextField name="normalSource" label={t('energy.open.normalSource')} value={value('normalSource')} error={errors['normalSource']} maxLength={200} />
        <TextField name="sharePercent" label={t('energy.open.sharePercent')} numeric width={4} unit="%" value={value('sharePercent')} error={errors['sharePercent']} maxLength={3} />
        <TextField name="pointEuro" label={t('energy.open.pointEuro')} width={10} unit="€" value={value('pointEuro')} error={errors['pointEuro']} maxLength={10} />
        <TextField name="mostEuro" label={t('energy.open.mostEuro')} width={10} unit="€" value={value('mostEuro')} error={errors['mostEuro']} maxLength={10} />
        <FormEnd>
          <Button>{t('energy.open.send')}</Button>
          <LinkButton href={base} kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
