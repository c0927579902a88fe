import { LinkButton } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { FollowKind } from '../schema.ts'

/** The way to being told by mail or feed, for the pages of what can be followed. */
export const FollowLink = ({ t, kind, subject }: { t: T; kind: FollowKind; subject: string }) => (
  <p>
    <LinkButton kind="bare" icon="mail" href={`/open-data/follow/new?${new URLSearchParams({ kind, subject })}`}>
      {t('follow.title')}
    </LinkButton>
  </p>
)
