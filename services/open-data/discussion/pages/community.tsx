import { LinkButton, Row, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'

/** Counts around a dataset, and the requests it answered. */
export type Community = { posts: number; thanks: number; requests: readonly { number: number; title: string }[] }

/** The ways to talk about a dataset and to thank for it. */
export function CommunitySection({ t, name, office, community }: { t: T; name: string; office: string; community: Community }) {
  return (
    <Section id="community" title={t('discussion.community')}>
      <Stack gap="s">
        <Row>
          <LinkButton kind="quiet" icon="question" href={`/open-data/dataset/${name}/discussion`}>
            {community.posts === 0 ? t('discussion.link') : t.count('discussion.open-count', community.posts)}
          </LinkButton>
        </Row>
        {community.thanks > 0 ? <p>{t.count('discussion.thanks', community.thanks, { office })}</p> : null}
        {community.requests.length > 0 ? (
          <>
            {community.requests.map(({ number, title }) => (
              <p key={number}>
                {t('request.of-dataset')}: <a href={`/open-data/request/${number}`}>{title}</a>
              </p>
            ))}
          </>
        ) : null}
      </Stack>
    </Section>
  )
}
