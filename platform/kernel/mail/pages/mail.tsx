import { EmptyState, PageHead, Panel, Prose, Stack } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { WaitingMail } from '../queries.ts'

type Props = { mails: readonly WaitingMail[]; t: Say<KernelWords> }

/** The demonstration's letter box. */
export function MailPage({ mails, t }: Props) {
  return (
    <>
      <PageHead title={t('admin.mail-title')} {...(mails.length > 0 && { lead: t('admin.mail-lead') })} />
      {mails.length === 0 ? <EmptyState level={2} title={t('admin.mail-none')} text={t('admin.mail-lead')} /> : <Stack>{mails.map((mail) => <Letter key={mail.id} mail={mail} t={t} />)}</Stack>}
    </>
  )
}

function Letter({ mail, t }: { mail: WaitingMail; t: Props['t'] }) {
  return (
    <Panel title={mail.subject}>
      <p>
        {t('admin.mail-to')}: {mail.recipient}
      </p>
      <Prose>
        {mail.text.split(/\n\s*\n/).map((paragraph) => (
          <p>{paragraph.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, at) => (at % 2 === 1 ? <a href={part}>{part}</a> : part))}</p>
        ))}
      </Prose>
    </Panel>
  )
}
