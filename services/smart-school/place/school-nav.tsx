import { Tabs } from '@modellregion/ui'
import type { T } from '../locales/index.ts'
import type { School } from '../store/schema.ts'
import type { SchoolLink, SchoolPage } from './frame.ts'

export type SchoolNavProps = {
  t: T
  school: Pick<School, 'name'>
  active: SchoolPage
  /** From `schoolLinks`. */
  links: readonly SchoolLink[]
}

/** The pages of one school. Stands below the page's head on each of them. */
export function SchoolNav({ t, school, active, links }: SchoolNavProps) {
  return <Tabs label={t('place.nav.label', { school: school.name })} tabs={links.map(({ page, href }) => ({ href, label: t(`place.nav.${page}`), current: page === active }))} />
}
