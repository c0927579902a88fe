import { DescriptionList, Note, PageHead } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Proof } from '../chain.ts'

/** Whether a group's log is as it was signed. */
export function ProofPage({ t, proof, publicPem }: { t: T; proof: Proof; publicPem: string }) {
  return (
    <>
      <PageHead title={t('water.proof.title')} lead={t('water.proof.lead')} />
      {proof.ok ? (
        <Note kind="ok" title={proof.entries === 0 ? t('water.proof.empty') : t('water.proof.ok', { entries: proof.entries })} />
      ) : (
        <Note kind="bad" title={t('water.proof.bad', { number: proof.seq })}>
          <p>{t(`water.proof.reason.${proof.reason}`)}</p>
        </Note>
      )}
      <div class="mr-section mr-stack">
        {proof.ok && proof.entries > 0 ? <DescriptionList entries={[{ term: t('water.proof.head'), value: <code>{proof.head}</code> }]} /> : null}
        <h2 class="mr-h3">{t('water.proof.key')}</h2>
        <pre class="mr-small">{publicPem.trim()}</pre>
        <p>{t('water.proof.how')}</p>
      </div>
    </>
  )
}
