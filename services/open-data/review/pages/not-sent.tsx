import { ErrorSummary, LinkButton, PageHead, Row } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'

/** A draft was not sent in: why, all of it, and the way back. Nothing of the draft is lost. */
export function NotSentPage({ t, sentences, href }: { t: T; sentences: readonly string[]; href: string }) {
  return (
    <>
      <ErrorSummary title={t('review.not-sent')} errors={sentences.map((text) => ({ text }))} />
      <PageHead title={t('review.send-title')} lead={t('review.not-sent-lead')} />
      <Row>
        <LinkButton href={href}>{t('review.to-draft')}</LinkButton>
      </Row>
    </>
  )
}
