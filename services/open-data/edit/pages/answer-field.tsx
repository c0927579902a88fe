import { Checkboxes, Radios, Select, Tag, TextArea, TextField, type Choice } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Question } from '../schema.ts'

/** What the check says about an answer that stands: not wrong enough to be an error of the field. */
export type Remark = { severity: 'violation' | 'warning' | 'advice'; text: string; next: string | undefined }

/** A question as the page shows it. */
export type FieldView = {
  question: Pick<Question<unknown>, 'name' | 'kind' | 'max' | 'folded'>
  label: string
  hint: string | undefined
  value: string | readonly string[]
  error: string | undefined
  remarks: readonly Remark[]
  /** Further answers to tick, sent under the same name. */
  suggested: readonly string[]
  /** Offered answers; `few`: all at once, one below the other. */
  offered: { choices: readonly Choice[]; few: boolean } | undefined
}

/** The right control for a kind of question, with what the check has to say beside it. */
export function AnswerField({ t, field }: { t: T; field: FieldView }) {
  const { question, offered } = field
  const base = { name: question.name, label: field.label, error: field.error, hint: hintOf(t, field) }
  const text = Array.isArray(field.value) ? field.value.join(', ') : String(field.value)
  if (question.kind === 'choices' && offered) return <Checkboxes {...base} choices={offered.choices} values={[field.value].flat()} />
  if (offered) return offered.few ? <Radios {...base} choices={offered.choices} value={text} /> : <Select {...base} choices={offered.choices} value={text} empty={t('edit.no-answer')} />
  switch (question.kind) {
    case 'text':
      return <TextArea {...base} value={text} rows={question.folded ? 3 : 6} />
    case 'lines':
    case 'links':
    case 'places':
      return <TextArea {...base} value={text} rows={2} />
    case 'date':
    case 'number':
    case 'duration':
      return <TextField {...base} value={text} width={10} />
    case 'mail':
      return <TextField {...base} value={text} type="email" />
    case 'phone':
      return <TextField {...base} value={text} type="tel" width={20} />
    case 'url':
      return <TextField {...base} value={text} type="url" />
    case 'tags':
      return (
        <>
          <TextField {...base} value={text} />
          {field.suggested.length > 0 ? <Checkboxes name={question.name} id={`${question.name}-usual`} label={t('edit.usual')} choices={field.suggested.map((word) => ({ value: word, label: word }))} /> : null}
        </>
      )
    default:
      return <TextField {...base} value={text} />
  }
}

const looks = { violation: 'bad', warning: 'warn', advice: 'info' } as const

// Absent as a whole when there is nothing to say: an empty element would be read out.
function hintOf(t: T, { hint, remarks }: FieldView) {
  if (hint === undefined && remarks.length === 0) return undefined
  return (
    <>
      {hint}
      {remarks.map(({ severity, text, next }) => (
        <p key={text}>
          <Tag kind={looks[severity]}>{t(`edit.severity.${severity}`)}</Tag> {text} {next}
        </p>
      ))}
    </>
  )
}
