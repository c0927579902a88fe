import { Button, EmptyState, Form, FormEnd, LinkButton, Note, PageHead, Radios, Row, Section, Stack, TextArea } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { Mistakes } from '../../form/pages/parts.tsx'
import type { FormProps } from '../../form/props.ts'
import { postKinds, postLimit, type Thread } from '../schema.ts'
import { PostThread } from './thread.tsx'

export type DiscussionPageProps = FormProps & {
  dataset: { name: string; title: string; organisation: string }
  threads: readonly Thread[]
  now: Date
  thanks: number
  done: 'posted' | 'thanked' | 'reported' | 'changed' | undefined
  me: { id: string | undefined; hasThanked: boolean; answers: boolean; moderates: boolean }
}

/** What people say about a dataset, and what the office says to it. */
export function DiscussionPage(props: DiscussionPageProps) {
  const { t, dataset, threads, done, me } = props
  const path = `/open-data/dataset/${dataset.name}/discussion`
  return (
    <>
      <Mistakes {...props} />
      {done ? <Note kind="ok" role="status" level={0} title={t(`discussion.done.${done}`)} /> : null}
      <PageHead title={t('discussion.title')} lead={dataset.title}>
        <Thanks {...props} path={path} />
      </PageHead>
      <Stack gap="l">
        {threads.length === 0 ? (
          <EmptyState level={2} icon="question" title={t('discussion.none')} text={t('discussion.none-next')} />
        ) : (
          <Section id="posts" title={t.count('discussion.count', threads.length)}>
            <Stack gap="l">
              {threads.map((thread) => (
                <PostThread key={thread.post.id} {...props} thread={thread} path={path} />
              ))}
            </Stack>
          </Section>
        )}
        <Section id="write" title={t('discussion.write')}>
          {me.id === undefined ? (
            <p>
              <LinkButton href={`/sign-in?return=${encodeURIComponent(path)}`}>{t('discussion.sign-in')}</LinkButton>
            </p>
          ) : (
            <WriteForm {...props} path={path} />
          )}
        </Section>
      </Stack>
    </>
  )
}

function Thanks({ t, csrf, dataset, thanks, me, path }: DiscussionPageProps & { path: string }) {
  return (
    <Row>
      {me.id === undefined || me.hasThanked ? null : (
        <Form action={`${path}/thanks`} csrf={csrf} bare>
          <Button kind="quiet" icon="heart">
            {t('discussion.thank')}
          </Button>
        </Form>
      )}
      {thanks > 0 ? <span>{t.count('discussion.thanks', thanks, { office: dataset.organisation })}</span> : null}
      {me.hasThanked ? (
        <Form action={`${path}/thanks/end`} csrf={csrf} bare>
          <Button kind="bare">{t('discussion.unthank')}</Button>
        </Form>
      ) : null}
      <LinkButton kind="bare" icon="rss" href={`${path}.atom`}>
        {t('discussion.feed')}
      </LinkButton>
    </Row>
  )
}

function WriteForm({ t, csrf, typed, errors, path }: DiscussionPageProps & { path: string }) {
  return (
    <Form action={path} csrf={csrf}>
      <Radios name="kind" label={t('discussion.field.kind')} value={typedOf(typed, 'kind') || 'question'} error={errors['kind']} choices={postKinds.map((kind) => ({ value: kind, label: t(`discussion.kind.${kind}`) }))} />
      <TextArea name="text" label={t('discussion.field.text')} hint={t('discussion.field.text-hint')} value={typedOf(typed, 'text')} error={errors['text']} rows={5} maxLength={postLimit} />
      <FormEnd>
        <Button>{t('discussion.send')}</Button>
      </FormEnd>
    </Form>
  )
}
