import { Note } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

/** On every page where the wallet is not a real one. */
export function Simulated({ t }: { t: PageT }) {
  return (
    <Note title={t('wallet.simulated')} level={0} icon="cog">
      {t('wallet.simulated-text')}
    </Note>
  )
}
