import { DescriptionList, type Entry, LinkButton, Note, PageHead, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Notice } from '../schema.ts'

export type NoticePageProps = {
  t: PageT
  notice: Notice
  /** Its page, and the addresses of what can be done with it. */
  href: string
  isOpen: boolean
  /** It was posted a moment ago. */
  isNew: boolean
  may: { contact: boolean; withdraw: boolean; hide: boolean }
}

export function NoticePage({ t, notice, href, isOpen, isNew, may }: NoticePageProps) {
  return (
    <>
      {isNew ? <Note kind="ok" role="status" level={0} title={t('notice.posted')} /> : null}
      <PageHead title={notice.title}>{isOpen ? null : <Closed t={t} notice={notice} />}</PageHead>
      <Stack gap="l">
        <div class="mr-text">
          {notice.text.split(/\n+/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <DescriptionList entries={entriesOf(t, notice, may.contact)} />
        {notice.contactMail !== null && !may.contact ? (
          <Note level={0} title={t('notice.contact-hidden')}>
            <a href={`/sign-in?return=${encodeURIComponent(href)}`}>{t('notice.contact-sign-in')}</a>
          </Note>
        ) : null}
        {isOpen && (may.withdraw || may.hide) ? (
          <div class="mr-row">
            {may.withdraw ? (
              <LinkButton kind="quiet" href={`${href}/withdraw`}>
                {t('notice.withdraw')}
              </LinkButton>
            ) : null}
            {may.hide ? (
              <LinkButton kind="quiet" href={`${href}/hide`}>
                {t('notice.hide')}
              </LinkButton>
            ) : null}
          </div>
        ) : null}
      </Stack>
    </>
  )
}

function Closed({ t, notice }: Pick<NoticePageProps, 't' | 'notice'>) {
  const state = notice.state === 'open' ? 'ended' : notice.state // its last day is over, the nightly job has not been here yet
  return (
    <div class="mr-stack-s">
      <p>
        <Tag kind="warn">{t(`notice.state.${state}`)}</Tag>
      </p>
      {notice.hiddenReason === null ? null : <p>{t('notice.hidden-why', { reason: notice.hiddenReason })}</p>}
    </div>
  )
}

function entriesOf(t: PageT, { createdAt, endsOn, contactMail }: Notice, mayContact: boolean): Entry[] {
  const hangs = { term: t('notice.hangs'), value: `${t('notice.since', { day: createdAt })} ${t('notice.until', { day: endsOn })}` }
  if (contactMail === null || !mayContact) return [hangs]
  return [hangs, { term: t('notice.contact'), value: <a href={`mailto:${contactMail}`}>{contactMail}</a> }]
}
