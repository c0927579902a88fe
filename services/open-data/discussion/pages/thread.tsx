import { Card, LinkButton, Row, Tag, type TagKind } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { Paragraphs } from '../../form/pages/parts.tsx'
import { isShown, mayChange } from '../rules.ts'
import type { Post, PostState, Thread } from '../schema.ts'

export type ThreadProps = { t: T; thread: Thread; path: string; now: Date; me: { id: string | undefined; answers: boolean; moderates: boolean } }

const kinds: Readonly<Record<PostState, TagKind>> = { open: 'info', answered: 'ok', mended: 'ok', hidden: 'warn', removed: 'plain' }

/** One post with the answers below it. */
export function PostThread(props: ThreadProps) {
  const { t, thread, path, me } = props
  const { post, answers } = thread
  return (
    <article class="mr-stack" id={`post-${post.id}`}>
      <Words {...props} post={post} />
      {answers.map((answer) => (
        <Card key={answer.id} look="flat">
          <Words {...props} post={answer} />
        </Card>
      ))}
      {isShown(post) && me.id !== undefined ? (
        <p>
          <LinkButton kind="quiet" href={`${path}/${post.id}/answer`}>
            {t(me.answers ? 'discussion.answer-as-office' : 'discussion.answer')}
          </LinkButton>
        </p>
      ) : null}
    </article>
  )
}

function Words({ t, post, path, now, me }: ThreadProps & { post: Post }) {
  if (!isShown(post)) return <p class="mr-muted">{t(post.state === 'hidden' ? 'discussion.hidden' : 'discussion.removed')}</p>
  const isOwn = me.id !== undefined && post.accountId === me.id
  return (
    <div class="mr-stack-s">
      <ul class="mr-meta">
        <li>
          <Tag kind={post.fromOffice ? 'ok' : 'plain'} {...(post.fromOffice && { icon: 'building' as const })}>
            {t(post.fromOffice ? 'discussion.office' : `discussion.kind.${post.kind}`)}
          </Tag>
        </li>
        {post.parentId === null ? (
          <li>
            <Tag kind={kinds[post.state]}>{t(`discussion.state.${post.state}`)}</Tag>
          </li>
        ) : null}
        <li>
          <time datetime={post.createdAt.toISOString()}>{t.format.dateTime(post.createdAt)}</time>
        </li>
        {post.editedAt ? <li>{t('discussion.edited')}</li> : null}
        {isOwn ? <li>{t('discussion.own')}</li> : null}
      </ul>
      <div class="mr-text">
        <Paragraphs text={post.text} />
      </div>
      <Row>
        {mayChange(post, me.id, now) ? (
          <LinkButton kind="bare" href={`${path}/${post.id}/change`}>
            {t('discussion.change')}
          </LinkButton>
        ) : null}
        {me.id !== undefined && !isOwn && !me.moderates ? (
          <LinkButton kind="bare" href={`${path}/${post.id}/report`}>
            {t('discussion.report')}
          </LinkButton>
        ) : null}
        {me.moderates ? (
          <LinkButton kind="bare" href={`${path}/${post.id}/hide`}>
            {t('discussion.hide')}
          </LinkButton>
        ) : null}
      </Row>
    </div>
  )
}
