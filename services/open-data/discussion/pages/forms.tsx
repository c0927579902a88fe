import { Button, Form, PageHead, Panel, Radios, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { Ending, Mistakes, Paragraphs } from '../../form/pages/parts.tsx'
import type { FormProps } from '../../form/props.ts'
import { postLimit, type Post } from '../schema.ts'

type Props = FormProps & { post: Post; path: string }

/** Answering a post; an office also says how the matter stands. */
export function AnswerPage(props: Props & { asOffice: boolean }) {
  const { t, csrf, typed, errors, post, path, asOffice } = props
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t(asOffice ? 'discussion.answer-as-office' : 'discussion.answer')} />
      <Quoted {...props} />
      <Form action={`${path}/${post.id}/answer`} csrf={csrf}>
        <TextArea name="text" label={t('discussion.field.answer')} hint={t('discussion.field.text-hint')} value={typedOf(typed, 'text')} error={errors['text']} rows={5} maxLength={postLimit} />
        {asOffice ? (
          <Radios name="state" label={t('discussion.field.state')} value={typedOf(typed, 'state') || 'answered'} error={errors['state']} choices={(['answered', 'mended', 'open'] as const).map((state) => ({ value: state, label: t(`discussion.state.${state}`) }))} />
        ) : null}
        <Ending send={t('discussion.send-answer')} leave={t('discussion.leave')} href={path} />
      </Form>
    </>
  )
}

/** Changing or removing one's own post, for a short time. */
export function ChangePage(props: Props) {
  const { t, csrf, typed, errors, post, path } = props
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('discussion.change')} lead={t('discussion.change-lead')} />
      <Form action={`${path}/${post.id}/change`} csrf={csrf}>
        <TextArea name="text" label={t('discussion.field.text')} value={typed['text'] === undefined ? post.text : typedOf(typed, 'text')} error={errors['text']} rows={6} maxLength={postLimit} />
        <Ending send={t('discussion.save')} leave={t('discussion.leave')} href={path} />
      </Form>
      <Form action={`${path}/${post.id}/remove`} csrf={csrf}>
        <p>
          <Button kind="danger">{t('discussion.remove')}</Button>
        </p>
      </Form>
    </>
  )
}

/** Asking an editor to look, or hiding a post: both need a reason. */
export function ReasonPage(props: Props & { act: 'report' | 'hide' }) {
  const { t, csrf, typed, errors, post, path, act } = props
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t(`discussion.${act}-title`)} lead={t(`discussion.${act}-lead`)} />
      <Quoted {...props} />
      <Form action={`${path}/${post.id}/${act}`} csrf={csrf}>
        <TextField name="reason" label={t('discussion.field.reason')} value={typedOf(typed, 'reason')} error={errors['reason']} maxLength={300} />
        <Ending send={t(`discussion.${act}`)} leave={t('discussion.leave')} href={path} />
      </Form>
    </>
  )
}

const Quoted = ({ t, post }: Props) => (
  <Panel title={t(`discussion.kind.${post.kind}`)} aside={t.format.dateTime(post.createdAt)}>
    <Paragraphs text={post.text} />
  </Panel>
)
