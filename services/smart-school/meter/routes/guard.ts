import { refuse, type Answer, type Ask, type FormErrors, type UnitOfWork } from '@modellregion/kernel'
import { words } from '../../locales/index.ts'
import { homeHref, schoolHref } from '../../place/frame.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { worksFor } from '../../protection/rules.ts'
import { getSchoolById } from '../../store/queries.ts'
import type { School } from '../../store/schema.ts'
import { meteringOf, type Metering } from '../consumption.ts'
import { getMeterPoint, type SourceSeries } from '../queries.ts'

export type MeterAsks = Ask<{ id: number }>

export const meterHref = (id: number): string => `/smart-school/meter/${id}`

/** Whether who asks works for the school of the meter point. */
export const isMine = async (db: UnitOfWork, ask: Pick<MeterAsks, 'actor' | 'params'>): Promise<boolean> => worksFor(await reachOfActor(db, ask.actor), (await getMeterPoint(db, ask.params.id)).schoolId)

/** The meter point of the address, for those who work at its school. */
export const myMeter = (ask: Pick<MeterAsks, 'read' | 'actor' | 'params'>): Promise<{ metering: Metering; school: School } | undefined> =>
  ask.read(async (db) => {
    if (!(await isMine(db, ask))) return undefined
    const metering = await meteringOf(db, ask.params.id)
    return { metering, school: await getSchoolById(db, metering.point.schoolId) }
  })

export const meterCrumbs = (service: string, school: School, energy: string, here: string) => [{ label: service, href: homeHref }, { label: school.name, href: schoolHref(school.slug) }, { label: energy, href: schoolHref(school.slug, 'energy') }, { label: here }]

export const notYours = (ask: Pick<Ask, 'say'>): Answer => refuse(403, 'smart-school.energy.not-yours', ask.say(words)('energy.not-yours'), { label: ask.say(words)('service.title'), href: homeHref })

/** What devices have told of a meter point until now: the choices of which register is which. */
export const channelsOf = (series: readonly SourceSeries[]): string[] => [...new Set(series.flatMap(({ manual, channel }) => (manual || channel === null ? [] : [channel])))].sort()

type FormTitle = 'meter.describe.title' | 'meter.gas.title' | 'meter.register.add' | 'meter.register.end'
/** The frame of a form about a meter. */
export function frameOf(ask: Pick<MeterAsks, 'say' | 'params'>, { metering, school }: { metering: Metering; school: School }, here: FormTitle, errors: FormErrors) {
  const t = ask.say(words)
  const crumbs = [...meterCrumbs(t('service.title'), school, t('energy.name'), metering.point.name).slice(0, -1), { label: metering.point.name, href: meterHref(ask.params.id) }, { label: t(here) }]
  return { frame: 'question' as const, private: true, noindex: true, crumbs, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) }
}
