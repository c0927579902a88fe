import { FileField, Form, Note, PageHead, Radios, Section, Stack, Tag, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { Ending, Mistakes, Paragraphs } from '../../form/pages/parts.tsx'
import type { FormProps } from '../../form/props.ts'
import { showcaseKinds, type Submission } from '../schema.ts'

const tones = { waiting: 'info', shown: 'ok', returned: 'warn' } as const

/** Showing what one has made of the data. */
export function SubmitPage(props: FormProps & { sent: boolean; own: readonly Submission[] }) {
  const { t, csrf, typed, errors, optional, sent, own } = props
  const field = (name: string) => ({ name, label: t.find(`showcase.field.${name}`) ?? name, value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <Mistakes {...props} />
      {sent ? <Note kind="ok" role="status" level={0} title={t('showcase.sent')} /> : null}
      <PageHead title={t('showcase.submit')} lead={t('showcase.submit-lead')} />
      <Form action="/open-data/showcase" csrf={csrf} multipart>
        <TextField {...field('title')} maxLength={120} />
        <Radios {...field('kind')} choices={showcaseKinds.map((kind) => ({ value: kind, label: t(`showcase.kind.${kind}`) }))} />
        <TextArea {...field('description')} hint={t('showcase.field.description-hint')} rows={6} maxLength={4_000} />
        <TextField {...field('url')} type="url" hint={t('showcase.field.url-hint')} maxLength={1_000} />
        <TextField {...field('author')} hint={t('showcase.field.author-hint')} maxLength={120} />
        <TextArea {...field('datasets')} hint={t('showcase.field.datasets-hint')} rows={3} maxLength={2_000} />
        <TextField {...field('sourceCodeUrl')} type="url" optional={optional} maxLength={1_000} />
        <TextField {...field('codeLicence')} optional={optional} width={20} maxLength={80} />
        <FileField name="picture" label={t('showcase.field.picture')} optional={optional} hint={t('showcase.field.picture-hint')} error={errors['picture']} accept="image/png,image/jpeg,image/webp" />
        <TextField {...field('pictureText')} optional={optional} hint={t('showcase.field.pictureText-hint')} maxLength={300} />
        <Ending send={t('showcase.send')} leave={t('showcase.leave')} href="/open-data/showcase" />
      </Form>
      {own.length > 0 ? (
        <Section id="own" title={t('showcase.own')}>
          <Stack>
            {own.map((one) => (
              <div key={one.id} class="mr-stack-s">
                <p>
                  <Tag kind={tones[one.state]}>{t(`showcase.state.${one.state}`)}</Tag> {one.state === 'shown' ? <a href={`/open-data/showcase/${one.name}`}>{one.title}</a> : one.title}
                </p>
                {one.returnedReason === null ? null : <Paragraphs text={t('showcase.returned-why', { reason: one.returnedReason })} />}
              </div>
            ))}
          </Stack>
        </Section>
      ) : null}
    </>
  )
}
