import { Document } from '@modellregion/ui'
import type { Ask, DocumentAnswer } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { openTable } from './open.ts'
import { EmbedPage } from './pages/embed.tsx'
import { contentOf, frameOf } from './view.tsx'
import type { ResourceView } from './queries.ts'

type Asks = Pick<Ask, 'say' | 'url' | 'now' | 'read' | 'actor' | 'may' | 'platform' | 'tenant'>

/** A kept view as a page of its own for frames of other sites: no navigation, no script, no cookie. */
export async function embedded(ask: Asks, view: ResourceView, lang: string): Promise<DocumentAnswer> {
  const t = ask.say(words)
  const opened = await openTable(ask, view.distributionId, new URLSearchParams(view.selection))
  const path = `/open-data/explore/${view.distributionId}`
  const frame = { ...frameOf(ask, opened, path), isEmbedded: true }
  const { assets } = ask.platform
  return {
    kind: 'document',
    status: 200,
    headers: { 'cache-control': 'public, max-age=300' },
    embeddable: true,
    main: Document({
      lang,
      title: `${view.title} – ${opened.dataset.title}`,
      assets: { brand: assets.brandHref(ask.tenant), styles: assets.styles, scripts: [] },
      noIndex: true,
      children: (
        <EmbedPage {...frame} view={view} town={ask.tenant.name} more={t('explore.embed-more')}>
          {await contentOf(frame, opened)}
        </EmbedPage>
      ),
    }),
  }
}
