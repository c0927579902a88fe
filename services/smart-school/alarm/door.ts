import { refuse, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords } from '../locales/index.ts'
import { reachOfActor } from '../protection/reach.ts'
import { isStaffAt, worksFor, type Reach } from '../protection/rules.ts'
import { getSchool } from '../store/queries.ts'
import type { School } from '../store/schema.ts'

export const overviewHref = '/smart-school/alarms'
export const alarmHref = (id: string): string => `/smart-school/alarm/${id}`
export const alarmsHref = (slug: string): string => `/smart-school/school/${slug}/alarms`
export const reportHref = (slug: string): string => `${alarmsHref(slug)}/report`
export const rulesHref = (slug?: string): string => `${overviewHref}/rules${slug ? `?school=${slug}` : ''}`
export const ruleHref = (key: string, slug?: string): string => `${overviewHref}/rule/${key}${slug ? `?school=${slug}` : ''}`
export const safetyHref = (slug: string): string => `/smart-school/school/${slug}/safety`

/** The school of an address and what the reader may see there; without a way in when they do not work for it. */
export async function openSchool(ask: Pick<Ask, 'read' | 'actor' | 'say'>, slug: string, least: 'school' | 'staff' = 'school'): Promise<{ school: School; reach: Reach } | { refusal: Answer }> {
  const { school, reach } = await ask.read(async (db) => ({ school: await getSchool(db, slug), reach: await reachOfActor(db, ask.actor) }))
  return (least === 'staff' ? isStaffAt(reach, school.id) : worksFor(reach, school.id)) ? { school, reach } : { refusal: notYours(ask) }
}

export const notYours = (ask: Pick<Ask, 'say'>): Answer => {
  const t = ask.say(pageWords)
  return refuse(403, 'smart-school.alarm.not-your-school', t('smart-school.alarm.not-your-school'), { label: t('service.title'), href: '/smart-school' })
}

/** Account id of who asks; routes behind an access rule are never asked by guests. */
export function accountOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('An access rule of alarms let a guest in; see alarm/access.ts.')
  return actor.id
}

export const languageOf = (locale: Ask['locale']): 'de' | 'en' => (locale === 'en' ? 'en' : 'de')

