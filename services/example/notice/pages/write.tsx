import { Button, DateField, ErrorSummary, Form, FormEnd, Island, LinkButton, PageHead, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { textLimit, titleLimit } from '../schema.ts'
import { CharactersLeft } from './example-characters-left.island.tsx'

export type WriteProps = {
  t: PageT
  csrf: string
  typed: Typed
  errors: FormErrors
  /** A refusal that belongs to no field. */
  refusal?: string | undefined
  /** The last day that may be chosen. */
  last: PlainDate
}

/** The form for a new notice. What was typed stays when something is wrong. */
export function WritePage({ t, csrf, typed, errors, refusal, last }: WriteProps) {
  const listed = [...(refusal === undefined ? [] : [{ text: refusal }]), ...Object.entries(errors).map(([field, text]) => ({ field, text }))]
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('write.title')} />
      <Form action="/example/notice" csrf={csrf}>
        <TextField name="title" label={t('write.field.title')} hint={t('write.hint.title')} value={typedOf(typed, 'title')} error={errors['title']} maxLength={titleLimit} />
        <div class="mr-stack-s">
          <TextArea name="text" label={t('write.field.text')} hint={t('write.hint.text', { limit: textLimit })} value={typedOf(typed, 'text')} error={errors['text']} rows={7} />
          <Island name="example-characters-left" of={CharactersLeft} props={{ field: 'text', limit: textLimit, words: { left: t('write.left'), over: t('write.over') } }} />
        </div>
        <TextField
          name="contactMail"
          type="email"
          autocomplete="email"
          label={t('write.field.contactMail')}
          optional={t('form.optional')}
          hint={t('write.hint.contactMail')}
          value={typedOf(typed, 'contactMail')}
          error={errors['contactMail']}
        />
        <DateField
          name="endsOn"
          label={t('write.field.endsOn')}
          hint={t('write.hint.endsOn', { last })}
          words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }}
          value={{ day: typedOf(typed, 'endsOn-day'), month: typedOf(typed, 'endsOn-month'), year: typedOf(typed, 'endsOn-year') }}
          error={errors['endsOn']}
        />
        <p class="mr-small mr-muted">{t('write.privacy')}</p>
        <FormEnd>
          <Button>{t('write.send')}</Button>
          <LinkButton href="/example" kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
