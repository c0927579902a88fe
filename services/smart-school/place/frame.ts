import { isStaffAt, worksFor, type Reach } from '../protection/rules.ts'
import type { School } from '../store/schema.ts'

/** The pages of a school, in the order of its navigation. */
export type SchoolPage = 'overview' | 'rooms' | 'air' | 'energy' | 'water' | 'safety' | 'alarms' | 'lessons'
export type SchoolLink = { readonly page: SchoolPage; readonly href: string }

export const homeHref = '/smart-school'
export const schoolHref = (slug: string, page: SchoolPage = 'overview'): string => (page === 'overview' ? `/smart-school/school/${slug}` : `/smart-school/school/${slug}/${page}`)
export const roomHref = (thingId: number): string => `/smart-school/room/${thingId}`

/**
 * The pages of a school that somebody finds something on. Everybody reads what is public; who works for the school sees its rooms, and who looks
 * after its building also doors and windows. The pages guard themselves: this only spares people links that lead to a closed door.
 */
export function schoolLinks(school: Pick<School, 'id' | 'slug'>, reach: Reach): readonly SchoolLink[] {
  const works = worksFor(reach, school.id)
  const pages: SchoolPage[] = works
    ? ['overview', 'rooms', 'air', 'energy', 'water', ...(isStaffAt(reach, school.id) ? (['safety'] as const) : []), 'alarms', 'lessons']
    : ['overview', 'energy', 'lessons']
  return pages.map((page) => ({ page, href: schoolHref(school.slug, page) }))
}

/** The way from the front of the service to a page of a school. The last part is the page itself. */
export const schoolCrumbs = (serviceTitle: string, school: Pick<School, 'slug' | 'name'>, here?: string): { label: string; href?: string }[] =>
  here === undefined
    ? [{ label: serviceTitle, href: homeHref }, { label: school.name }]
    : [{ label: serviceTitle, href: homeHref }, { label: school.name, href: schoolHref(school.slug) }, { label: here }]
