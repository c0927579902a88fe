import { Tag, type TagKind } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { AlarmState, Severity } from '../schema.ts'

const severityKinds: Readonly<Record<Severity, TagKind>> = { info: 'info', warn: 'warn', urgent: 'bad' }
const stateKinds: Readonly<Record<AlarmState, TagKind>> = { raised: 'warn', acknowledged: 'info', cleared: 'ok' }

export const SeverityTag = ({ t, severity }: { t: PageT; severity: Severity }) => <Tag kind={severityKinds[severity]}>{t(`alarm.severity.${severity}`)}</Tag>
export const StateTag = ({ t, state }: { t: PageT; state: AlarmState }) => <Tag kind={stateKinds[state]}>{t(`alarm.state.${state}`)}</Tag>
