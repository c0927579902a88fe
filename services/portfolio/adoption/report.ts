import { audit, type UnitOfWork } from '@modellregion/kernel'
import { localDate, parseEuro, plainDate, type Cents } from '@modellregion/standards'
import { keepLesson, lockOwnAdoption, publishLessons, upsertAdoption } from './queries.ts'
import { findInstallation } from './queries/installation.ts'
import { showsReport } from './rules/consent.ts'
import type { Adoption, Consent, Lesson, ReportForm } from './schema.ts'

/** What is wrong with a report beyond its form: fields with the last part of a word's key. */
export type ReportFault = { readonly field: 'since' | 'once' | 'yearly'; readonly code: 'future' | 'money' }

const amount = (typed: string | undefined): Cents | undefined | null => {
  if (typed === undefined) return null
  const read = parseEuro(typed)
  return read !== undefined && read >= 0 ? read : undefined
}

export function faultsOfReport({ state, since, once, yearly }: ReportForm, now: Date): ReportFault[] {
  const faults: ReportFault[] = []
  if (state === 'running' && plainDate(since) > localDate(now)) faults.push({ field: 'since', code: 'future' })
  if (amount(once) === undefined) faults.push({ field: 'once', code: 'money' })
  if (amount(yearly) === undefined) faults.push({ field: 'yearly', code: 'money' })
  return faults
}

/**
 * Writes what a town tells of its use, its lessons with it. False when that use has ended: it stays so. The version of what the catalogue has
 * installed says the installation. The caller has asked `faultsOfReport`; evidence is settled after the unit.
 */
export async function keepReport(db: UnitOfWork, id: string, entryId: string, form: ReportForm): Promise<boolean> {
  if ((await lockOwnAdoption(db, id))?.state === 'ended') return false
  const { consent, state, since, effortDays = null, once, yearly, worked = '', beware = '', contactOffice = '', contactEmail = null } = form
  const versionLabel = (await findInstallation(db, id))?.versionLabel ?? form.versionLabel ?? ''
  const adoption = { id, entryId, consent, state, versionLabel, since: plainDate(since), endedOn: null, effortDays, onceCents: amount(once) ?? null, yearlyCents: amount(yearly) ?? null, contactOffice, contactEmail }
  if ((await upsertAdoption(db, adoption)) === 0) throw new Error(`Adoption ${id} belongs to another town or to another entry.`)
  await keepLesson(db, adoption, 'worked', worked)
  await keepLesson(db, adoption, 'beware', beware)
  await publishLessons(db, id, showsReport(consent, state))
  await audit(db, { action: 'adoption.report', subject: `adoption/${id}`, detail: { consent, state } })
  return true
}

/** Changes only what others may see; at once, for the line and its lessons. */
export async function changeConsent(db: UnitOfWork, adoption: Adoption, consent: Consent): Promise<void> {
  const now = (await lockOwnAdoption(db, adoption.id)) ?? adoption
  await upsertAdoption(db, { ...now, consent })
  await publishLessons(db, adoption.id, showsReport(consent, now.state))
  await audit(db, { action: 'adoption.consent', subject: `adoption/${adoption.id}`, detail: { consent } })
}

/** What the form shows of a report that stands already. */
export function typedOfReport(a: Adoption, lessons: readonly Lesson[], money: (cents: number) => string): Record<string, string> {
  const [year = '', month = '', day = ''] = a.since.split('-')
  const lesson = (kind: Lesson['kind']) => lessons.find((one) => one.kind === kind)?.text ?? ''
  return {
    consent: a.consent, state: a.state, 'since-day': String(Number(day)), 'since-month': String(Number(month)), 'since-year': year, versionLabel: a.versionLabel, effortDays: a.effortDays === null ? '' : String(a.effortDays),
    once: a.onceCents === null ? '' : money(a.onceCents), yearly: a.yearlyCents === null ? '' : money(a.yearlyCents), worked: lesson('worked'), beware: lesson('beware'), contactOffice: a.contactOffice, contactEmail: a.contactEmail ?? '',
  }
}
