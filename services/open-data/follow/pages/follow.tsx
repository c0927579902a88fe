import { Form, LinkButton, Note, PageHead, Radios, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'
import { Ending, Mistakes, Trap } from '../../form/pages/parts.tsx'
import type { FormProps } from '../../form/props.ts'
import { rhythms, type FollowKind } from '../schema.ts'

export type FollowPageProps = FormProps & { kind: FollowKind; subject: string; label: string; page: string; feed: string | undefined; ownMail: string | undefined }

/** Following something by mail; the feed needs no address. */
export function FollowPage(props: FollowPageProps) {
  const { t, csrf, typed, errors, kind, subject, label, page, feed, ownMail } = props
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('follow.title')} lead={t('follow.lead', { label })} />
      <Form action={`/open-data/follow?${new URLSearchParams({ kind, subject })}`} csrf={csrf}>
        <p>{t(kind === 'request' ? 'follow.how-request' : 'follow.how')}</p>
        <TextField
          name="mail"
          type="email"
          autocomplete="email"
          label={t('follow.field.mail')}
          hint={t(ownMail === undefined ? 'follow.field.mail-hint' : 'follow.field.mail-own')}
          value={typed['mail'] === undefined ? ownMail : typedOf(typed, 'mail')}
          error={errors['mail']}
          maxLength={254}
        />
        {kind === 'request' ? (
          <input type="hidden" name="rhythm" value="weekly" />
        ) : (
          <Radios name="rhythm" label={t('follow.field.rhythm')} value={typedOf(typed, 'rhythm') || 'weekly'} error={errors['rhythm']} choices={rhythms.map((rhythm) => ({ value: rhythm, label: t(`follow.rhythm.${rhythm}`) }))} />
        )}
        <Trap label={t('follow.field.website')} />
        <Ending send={t('follow.send')} leave={t('follow.leave')} href={page} />
      </Form>
      {feed === undefined ? null : (
        <p>
          <LinkButton kind="quiet" icon="rss" href={feed}>
            {t('follow.feed')}
          </LinkButton>
        </p>
      )}
    </>
  )
}

/** What comes of it: a link is under way, or it is done. */
export function FollowedPage({ t, title, text, back }: { t: T; title: string; text: string; back: string }) {
  return (
    <>
      <PageHead title={title} />
      <Note kind="ok" role="status" level={0} title={text} />
      <p>
        <LinkButton kind="quiet" href={back}>
          {t('follow.leave')}
        </LinkButton>
      </p>
    </>
  )
}
