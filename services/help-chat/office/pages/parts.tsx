import { ErrorSummary, Note, Tag } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { hoursText, type Standing } from '../rules.ts'
import type { Confidant } from '../schema.ts'

export type FormProps = { t: PageT; csrf: string; typed: Typed; errors: FormErrors }

/** Summary of what is wrong; nothing when nothing is. */
export function Mistakes({ t, errors }: Pick<FormProps, 't' | 'errors'>) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return listed.length === 0 ? null : <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} />
}

/** What has just been done. */
export const Done = ({ t, done }: { t: PageT; done: string | undefined }) => (done === undefined ? null : <Note kind="ok" level={0} role="status" title={t.find(`office.done.${done}`) ?? t('office.done.saved')} />)

/** Whether somebody can be reached, in a word. */
export function StandingTag({ t, standing, until }: { t: PageT; standing: Standing; until: PlainDate | null }) {
  if (standing === 'absent') return <Tag kind="warn">{until === null ? '' : t('office.state.absent', { until })}</Tag>
  const kind = standing === 'present' || standing === 'on-duty' ? 'ok' : standing === 'ended' ? 'plain' : 'warn'
  return <Tag kind={kind}>{t(`office.state.${standing}`)}</Tag>
}

/** Picture of a confidant; nothing where there is none. */
export function Portrait({ photo, photoText, size = 96 }: { photo: string | null; photoText: string | null; size?: number }) {
  return photo === null ? null : <img class="hc-photo" src={photo} alt={photoText ?? ''} width={size} height={size} loading="lazy" />
}

const days = [1, 2, 3, 4, 5, 6, 7] as const

/** Hours of the week in the reader's language. */
export const hoursIn = (t: PageT, hours: Confidant['hours']): string => {
  const text = hoursText(hours, days.map((day) => t(`office.day-short.${day}`)))
  return text === '' ? t('office.hours-none') : text
}

/** Topics in a sentence, in Leichte Sprache one below the other; "something else" says nothing there. */
export function Topics({ t, topics }: { t: PageT; topics: readonly string[] }) {
  const names = topics.filter((code) => code !== 'other').map((code) => t.find(`office.topic.${code}`) ?? code)
  if (t.locale !== 'de-x-leicht') return <>{t.format.list(names)}</>
  return (
    <>
      {names.map((name) => (
        <div key={name}>{name}</div>
      ))}
    </>
  )
}

export const languagesIn = (t: PageT, languages: readonly string[]): string => t.format.list(languages.map((code) => t.find(`office.language.${code}`) ?? code))

/** The three inputs of a day, filled with what was typed. */
export const dayField = (t: PageT, typed: Typed, errors: FormErrors, name: string) => ({
  name,
  words: { day: t('forms.day'), month: t('forms.month'), year: t('forms.year') },
  value: { day: typedOf(typed, `${name}-day`), month: typedOf(typed, `${name}-month`), year: typedOf(typed, `${name}-year`) },
  error: errors[name],
})

/** A stored day as what would have been typed. */
export function typedDay(name: string, day: PlainDate | null): Typed {
  if (day === null) return {}
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}
