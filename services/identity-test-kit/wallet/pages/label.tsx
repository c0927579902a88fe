import { Note } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

/** Stands on every page of the simulated wallet. */
export const WalletLabel = ({ t }: { t: PageT }) => (
  <Note kind="warn" level={0} title={t('kit.label-wallet')}>
    {t('kit.label-text')}
  </Note>
)
