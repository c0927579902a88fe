import { Tabs } from '@modellregion/ui'
import type { Speaker } from './values.ts'
import type { School } from '../store/schema.ts'
import type { SchoolLink, SchoolPage } from './frame.ts'

export type SchoolNavProps = {
  t: Speaker
  school: Pick<School, 'name'>
  active: SchoolPage
  /** From `schoolLinks`. */
  links: readonly SchoolLink[]
}

/** The pages of one school. Stands below the page's head on each of them. */
export function SchoolNav({ t, school, active, links }: SchoolNavProps) {
  return <Tabs label={t.find('place.nav.label', { school: school.name }) ?? school.name} tabs={links.map(({ page, href }) => ({ href, label: t.find(`place.nav.${page}`) ?? page, current: page === active }))} />
}
