import { PageHead } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'

/** The first page: knowledge before anything else. */
export function HomePage({ t }: { t: T }) {
  return <PageHead title={t('knowledge.title')} />
}
