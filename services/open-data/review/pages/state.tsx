import { Tag, type TagKind } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Review, ReviewState } from '../schema.ts'

const kinds: Record<ReviewState, TagKind> = { checking: 'info', deciding: 'info', accepted: 'ok', released: 'ok', returned: 'warn', refused: 'bad' }

/** Where a draft stands, as a word with its mark. */
export const StateTag = ({ t, state }: { t: T; state: ReviewState }) => <Tag kind={kinds[state]}>{t(`review.state.${state}`)}</Tag>

/** The end of the step's time; said in words when it is over. */
export function Due({ t, dueAt, now }: { t: T; dueAt: Date | null; now: Date }) {
  if (dueAt === null) return <>–</>
  return dueAt < now ? <Tag kind="warn">{t('review.overdue')}</Tag> : <>{t.format.date(dueAt)}</>
}

/** What happens next, in one sentence. */
export function nextOf(t: T, { state, dueAt, releaseAt, createdAt }: Review): string {
  switch (state) {
    case 'checking':
    case 'deciding':
      return t(`review.next.${state}`, { due: dueAt ?? createdAt })
    case 'accepted':
      return t('review.next.accepted', { at: releaseAt ?? createdAt })
    default:
      return t(`review.next.${state}`)
  }
}
