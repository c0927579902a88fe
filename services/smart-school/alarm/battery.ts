import type { UnitOfWork } from '@modellregion/kernel'
import { localDate, plainDate } from '@modellregion/standards'
import { listOpenAlarms } from './queries/alarm.ts'
import { keepForecasts, listChangedRules, listMutes, saveForecast } from './queries/rule.ts'
import { listBatteryDays, listWatched } from './queries/watch.ts'
import { clearAlarm, raiseAlarm } from './raise.ts'
import { forecastBattery, isNearEmpty } from './rules/battery.ts'
import { ruleFor, rulesByKey } from './rules/ready.ts'

const lookBackDays = 180

/** Forecasts every battery of the town once a day, and raises or clears what the rule asks for. An exchange begins the forecast anew, so its alarm goes. */
export async function forecastTown(db: UnitOfWork): Promise<{ forecasts: number; near: number }> {
  const today = localDate(db.now)
  const batteries = (await listWatched(db)).filter(({ quantity }) => quantity === 'battery' || quantity === 'batteryPercent')
  const rules = rulesByKey(await listChangedRules(db)).get('battery') ?? []
  const muted = new Set((await listMutes(db)).filter(({ kind }) => kind === 'battery').map(({ subject }) => subject))
  const rows = Map.groupBy(await listBatteryDays(db, batteries.map(({ seriesId }) => seriesId), new Date(db.now.getTime() - lookBackDays * 86_400_000)), ({ seriesId }) => seriesId)
  const near = new Set<string>()
  const renewed: number[] = []
  for (const row of batteries) {
    const rule = ruleFor(rules, { ...row, opening: null })
    if (!rule || rule.condition.type !== 'battery') continue
    const empty = row.quantity === 'battery' ? rule.condition.emptyVolts : rule.condition.emptyPercent
    const forecast = forecastBattery((rows.get(row.seriesId) ?? []).map(({ day, value }) => ({ day: plainDate(day), value })), empty)
    if (!forecast) continue
    renewed.push(row.seriesId)
    await saveForecast(db, { seriesId: row.seriesId, ...forecast })
    const subject = `device:${row.devEui ?? row.seriesId}`
    if (!rule.enabled || muted.has(subject) || forecast.emptyOn === null || !isNearEmpty(forecast, today, rule.condition.weeks)) continue
    near.add(subject)
    const facts = { place: row.place, ...(row.device !== null && { device: row.device }), quantity: row.quantity ?? 'battery', value: Math.round(forecast.level * 100) / 100, unit: row.quantity === 'battery' ? 'V' : '%', day: forecast.emptyOn }
    await raiseAlarm(db, { kind: 'battery', subject, schoolId: row.schoolId, thingId: row.thingId, seriesId: row.seriesId, severity: rule.severity, facts }, 'battery')
  }
  // A battery that was exchanged, or hangs nowhere, has no forecast until enough of its own days are known.
  await keepForecasts(db, renewed)
  for (const { kind, subject } of await listOpenAlarms(db)) if (kind === 'battery' && !near.has(subject)) await clearAlarm(db, kind, subject)
  return { forecasts: renewed.length, near: near.size }
}
