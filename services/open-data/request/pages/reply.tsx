import { Button, Form, FormEnd, Section, TextArea } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import type { FormProps } from '../../form/props.ts'
import { textLimit } from '../schema.ts'

/** Whoever asked answers the question of the office. A guest's code goes along and makes no session. */
export function ReplyForm({ t, csrf, typed, errors, action, code }: FormProps & { action: string; code: string | undefined }) {
  return (
    <Section id="reply" title={t('request.reply')}>
      <Form action={action} {...(code === undefined ? { csrf } : { hidden: { code } })}>
        <TextArea name="text" label={t('request.reply-text')} hint={t('request.reply-hint')} value={typedOf(typed, 'text')} error={errors['text']} rows={4} maxLength={textLimit} />
        {code === undefined ? null : <p class="mr-small mr-muted">{t('request.reply-waiting')}</p>}
        <FormEnd>
          <Button>{t('request.reply-send')}</Button>
        </FormEnd>
      </Form>
    </Section>
  )
}
