import { Note } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

/** Stands on every page of the simulators, so that nobody takes them for real. */
export const Label = ({ t, kind }: { t: PageT; kind: 'eid' | 'bundid' }) => (
  <Note kind="warn" level={0} title={t(kind === 'eid' ? 'kit.label' : 'kit.label-bundid')}>
    {t('kit.label-text')}
  </Note>
)
