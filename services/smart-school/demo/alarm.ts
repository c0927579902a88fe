import { demoAccountId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate } from '@modellregion/standards'
import { acknowledge, listAlarmsOfSchool, listOpenAlarms } from '../alarm/queries/alarm.ts'
import { saveDuty, savePreference } from '../alarm/queries/notice.ts'
import { listWatched } from '../alarm/queries/watch.ts'
import { clearAlarm, raiseAlarm } from '../alarm/raise.ts'
import { usualPreference } from '../alarm/rules/notify.ts'
import { subjectOf } from '../alarm/rules/watch.ts'
import { findSchoolId } from '../place/queries.ts'
import { writeObservations } from '../store/queries.ts'

/**
 * An open leak, a battery somebody sees to, and what was in the days before, at the school of the caretaker. The leak stands in the measurements, so that
 * the rules find it again each minute; all others follow from the history.
 */
export async function seedAlarm(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const at = <T>(moment: Date, work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'write', now: moment }, work)
  const henning = demoAccountId(tenant.id, 'henning')
  const schoolId = await at(now, (db) => findSchoolId(db, 'marienschule-alsdorf'))
  if (schoolId === undefined || (await at(now, (db) => listAlarmsOfSchool(db, schoolId, { from: 0, size: 500 }))).some(({ kind }) => kind === 'leak')) return
  const rows = await at(now, (db) => listWatched(db, schoolId))
  const today = localDate(now)
  const morning = (days: number, hour: number): Date => instantAt(addDays(today, -days), hour, 20)

  await at(now, async (db) => {
    await savePreference(db, henning, { ...usualPreference, perDay: 6 })
    await saveDuty(db, { schoolId, accountId: henning, step: 1 })
  })
  const room = rows.find(({ quantity }) => quantity === 'temperature')
  const contact = rows.find(({ quantity }) => quantity === 'contact')
  if (room) {
    const alarm = { kind: 'threshold' as const, subject: subjectOf('hot', room.seriesId), schoolId, thingId: room.thingId, seriesId: room.seriesId, severity: 'info' as const, facts: { place: room.place, ...(room.device !== null && { device: room.device }), quantity: 'temperature', value: 30.6, limit: 30, unit: '°C', since: morning(6, 12).toISOString() } }
    await at(morning(6, 13), (db) => raiseAlarm(db, alarm, 'hot'))
    await at(morning(6, 15), (db) => clearAlarm(db, alarm.kind, alarm.subject))
  }
  if (contact) {
    const alarm = { kind: 'door-open' as const, subject: subjectOf('door-night', contact.seriesId), schoolId, thingId: contact.thingId, seriesId: contact.seriesId, severity: 'warn' as const, facts: { place: contact.place, ...(contact.device !== null && { device: contact.device }), quantity: 'contact', value: 1, since: morning(3, 18).toISOString() } }
    await at(morning(3, 18), (db) => raiseAlarm(db, alarm, 'door-night'))
    await at(morning(3, 19), async (db) => {
      const open = (await listOpenAlarms(db)).find(({ subject }) => subject === alarm.subject)
      if (open) await acknowledge(db, open.id, henning, 'Tür nach dem Sport zugezogen.')
    })
    await at(morning(3, 20), (db) => clearAlarm(db, alarm.kind, alarm.subject))
  }
  const battery = rows.find(({ quantity, device }) => (quantity === 'battery' || quantity === 'batteryPercent') && device !== null)
  if (battery?.device) {
    const alarm = { kind: 'battery' as const, subject: `device:${battery.devEui ?? battery.seriesId}`, schoolId, thingId: battery.thingId, seriesId: battery.seriesId, severity: 'info' as const, facts: { place: battery.place, device: battery.device, quantity: 'battery', day: addDays(today, 24) } }
    await at(morning(1, 9), async (db) => {
      await raiseAlarm(db, alarm, 'battery')
      const open = (await listOpenAlarms(db)).find(({ subject }) => subject === alarm.subject)
      if (open) await acknowledge(db, open.id, henning, 'Batterie ist bestellt.')
    })
  }
  const leak = rows.find(({ quantity }) => quantity === 'leak')
  if (!leak) return
  // The history says that it was dry at midnight.
  const since = new Date(Math.max(now.getTime() - 4 * 60_000, instantAt(today).getTime() + 1_000))
  await at(now, async (db) => {
    await writeObservations(db, [{ seriesId: leak.seriesId, at: since, number: 1 }], 'replace')
    await raiseAlarm(
      db,
      { kind: 'leak', subject: subjectOf('leak', leak.seriesId), schoolId, thingId: leak.thingId, seriesId: leak.seriesId, severity: 'urgent', facts: { place: leak.place, ...(leak.device !== null && { device: leak.device }), quantity: 'leak', value: 1, limit: 0.5, since: since.toISOString(), minutes: 0 } },
      'leak',
    )
  })
}
