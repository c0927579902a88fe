import { Checkbox, Form, Island, Note, PageHead, Select, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { Ending, Mistakes, Trap } from '../../form/pages/parts.tsx'
import type { FormProps } from '../../form/props.ts'
import { EasyText } from '../../home/pages/easy-text.tsx'
import { textLimit, titleLimit, type Similar } from '../schema.ts'
import { SimilarWhileTyping } from './open-data-similar.island.tsx'
import { SimilarList } from './similar.tsx'

export type AskPageProps = FormProps & {
  offices: readonly { id: string; title: string }[]
  /** Shown once, before the wish is taken. */
  similar: readonly Similar[]
  /** Own address of somebody who is signed in. */
  ownMail: string | undefined
}

/** Asking for data. Needs no account; what sounds alike is shown first. */
export function AskPage(props: AskPageProps) {
  const { t, csrf, typed, errors, optional, offices, similar, ownMail } = props
  const field = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  const seen = similar.length > 0 ? typedOf(typed, 'title') : typedOf(typed, 'seen')
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('request.new-title')} lead={t('request.new-lead')}>
        <EasyText t={t} name="request.new-easy" />
      </PageHead>
      {similar.length > 0 ? (
        <Note kind="info" title={t('request.similar')} role="status">
          <p>{t('request.similar-lead')}</p>
          <SimilarList t={t} similar={similar} />
        </Note>
      ) : null}
      <Form action="/open-data/request" csrf={csrf} hidden={seen === '' ? {} : { seen }}>
        <Stack gap="s">
          <TextField {...field('title')} label={t('request.field.title')} hint={t('request.field.title-hint')} maxLength={titleLimit} />
          <Island
            name="open-data-similar"
            of={SimilarWhileTyping}
            props={{ field: 'title', href: '/open-data/request/similar', words: { title: t('request.similar'), count: t('request.similar-count', { n: 0 }).replace('0', '{n}'), countOne: t('request.similar-count', { n: 1 }), request: t('request.similar-request'), dataset: t('request.similar-dataset') } }}
          />
        </Stack>
        <TextArea {...field('purpose')} label={t('request.field.purpose')} optional={optional} hint={t('request.field.purpose-hint')} rows={4} maxLength={textLimit} />
        {offices.length > 0 ? (
          <Select {...field('organisation')} label={t('request.field.organisation')} optional={optional} empty={t('request.field.organisation-empty')} choices={offices.map(({ id, title }) => ({ value: id, label: title }))} />
        ) : null}
        {ownMail === undefined ? (
          <TextField {...field('mail')} type="email" autocomplete="email" label={t('request.field.mail')} optional={optional} hint={t('request.field.mail-hint')} maxLength={254} />
        ) : (
          <Checkbox name="notify" label={t('request.field.notify', { mail: ownMail })} checked={typed['notify'] === undefined || typedOf(typed, 'notify') === 'true'} />
        )}
        <Trap label={t('request.field.website')} />
        <Ending send={t(similar.length > 0 ? 'request.similar-send' : 'request.send')} leave={t('request.leave')} href="/open-data/request" />
      </Form>
    </>
  )
}
