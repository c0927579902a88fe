import { PageHead } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

/** Where everybody begins: what the programme is, and what can be taken over. */
export const HomePage = ({ t }: { t: PageT }) => <PageHead title={t('home.title')} lead={t('home.lead')} />
