import { Tag, type TagKind } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { DataRequest, RequestState } from '../schema.ts'

const kinds: Readonly<Record<RequestState, TagKind>> = { waiting: 'info', rejected: 'warn', new: 'info', clarification: 'warn', accepted: 'info', published: 'ok', refused: 'bad', duplicate: 'plain' }

/** Where a request stands, as a mark. */
export const StateTag = ({ t, state }: { t: T; state: RequestState }) => <Tag kind={kinds[state]}>{t(`request.state.${state}`)}</Tag>

/** Where a request stands, as a sentence with the next date. */
export function nextSentence(t: T, { state, answerBy, expectedOn }: Pick<DataRequest, 'state' | 'answerBy' | 'expectedOn'>): string {
  if (state === 'new') return t('request.next.new', { day: answerBy })
  if (state === 'accepted') return expectedOn === null ? t('request.state.accepted') : t('request.next.accepted', { day: expectedOn })
  return t(`request.next.${state}`)
}
