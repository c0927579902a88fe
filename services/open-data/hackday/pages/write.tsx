import { Button, DateField, Form, FormEnd, Note, PageHead, Panel, Radios, Section, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { Ending, Mistakes, Paragraphs } from '../../form/pages/parts.tsx'
import type { FormProps } from '../../form/props.ts'
import type { Showcase } from '../../showcase/schema.ts'
import { hackdayStates, type Challenge, type Hackday } from '../schema.ts'

export type WritePageProps = FormProps & { day: Hackday | undefined; challenges: readonly Challenge[]; results: readonly Showcase[]; saved: boolean }

/** Staff announce a hackday, and later say what there is to work on and what came of it. */
export function WritePage(props: WritePageProps) {
  const { t, csrf, day, saved } = props
  const path = day ? `/open-data/hackday/${day.name}` : '/open-data/hackday'
  return (
    <>
      <Mistakes {...props} />
      {saved ? <Note kind="ok" role="status" level={0} title={t('hackday.saved')} /> : null}
      <PageHead title={t(day ? 'hackday.change' : 'hackday.new')} lead={day?.title} />
      <Stack gap="l">
        <Form action={day ? `${path}/change` : path} csrf={csrf}>
          <DayFields {...props} />
          <Ending send={t('hackday.save')} leave={t('hackday.leave')} href={path} />
        </Form>
        {day ? <Parts {...props} path={path} /> : null}
      </Stack>
    </>
  )
}

function DayFields({ t, typed, errors, optional, dateWords }: WritePageProps) {
  const field = (name: string) => ({ name, label: t.find(`hackday.field.${name}`) ?? name, value: typedOf(typed, name), error: errors[name] })
  const date = (name: string) => ({ name, label: t.find(`hackday.field.${name}`) ?? name, words: dateWords, value: { day: typedOf(typed, `${name}-day`), month: typedOf(typed, `${name}-month`), year: typedOf(typed, `${name}-year`) }, error: errors[name] })
  return (
    <>
      <TextField {...field('title')} maxLength={120} />
      <DateField {...date('day')} />
      <TextField {...field('from')} hint={t('hackday.field.time-hint')} width={4} maxLength={5} />
      <TextField {...field('to')} hint={t('hackday.field.time-hint')} width={4} maxLength={5} />
      <DateField {...date('lastDay')} optional={optional} />
      <TextField {...field('place')} maxLength={300} />
      <TextArea {...field('programme')} rows={8} maxLength={4_000} />
      <TextArea {...field('accessibility')} hint={t('hackday.field.accessibility-hint')} rows={3} maxLength={1_000} />
      <TextField {...field('seats')} optional={optional} numeric width={4} maxLength={6} />
      <Radios {...field('state')} choices={hackdayStates.map((state) => ({ value: state, label: t(`hackday.state.${state}`) }))} />
    </>
  )
}

function Parts({ t, csrf, typed, errors, optional, challenges, results, path }: WritePageProps & { path: string }) {
  const field = (name: string) => ({ name, label: t.find(`hackday.field.${name}`) ?? name, value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <Section id="challenges" title={t('hackday.challenges')}>
        <Stack>
          {challenges.map(({ id, title, text }) => (
            <Panel key={id} title={title} level={3}>
              <Paragraphs text={text} />
              <Form action={`${path}/challenge/remove`} csrf={csrf} hidden={{ part: id }} bare>
                <Button kind="quiet">
                  {t('hackday.remove')}
                  <span class="mr-vh">: {title}</span>
                </Button>
              </Form>
            </Panel>
          ))}
          <Form action={`${path}/challenge`} csrf={csrf}>
            <TextField {...field('challengeTitle')} maxLength={150} />
            <TextArea {...field('text')} rows={4} maxLength={2_000} />
            <TextArea {...field('datasets')} hint={t('hackday.field.datasets-hint')} optional={optional} rows={2} maxLength={2_000} />
            <TextField {...field('request')} optional={optional} numeric width={4} maxLength={10} />
            <FormEnd>
              <Button kind="quiet">{t('hackday.add-challenge')}</Button>
            </FormEnd>
          </Form>
        </Stack>
      </Section>
      <Section id="results" title={t('hackday.results')}>
        <Stack>
          {results.map(({ id, title }) => (
            <Form key={id} action={`${path}/result/remove`} csrf={csrf} hidden={{ part: id }}>
              <p>
                {title}{' '}
                <Button kind="quiet">
                  {t('hackday.remove')}
                  <span class="mr-vh">: {title}</span>
                </Button>
              </p>
            </Form>
          ))}
          <Form action={`${path}/result`} csrf={csrf}>
            <TextField {...field('showcase')} hint={t('hackday.field.showcase-hint')} maxLength={300} />
            <FormEnd>
              <Button kind="quiet">{t('hackday.add-result')}</Button>
            </FormEnd>
          </Form>
        </Stack>
      </Section>
    </>
  )
}
