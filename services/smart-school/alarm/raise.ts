import { newId, type UnitOfWork } from '@modellregion/kernel'
import { clearOpenAlarm, insertAlarm } from './queries/alarm.ts'
import type { AlarmKind, NewAlarm } from './schema.ts'

/**
 * Raises an alarm in the caller's unit of work. While one of the same kind about the same subject is open, nothing happens, so that whoever finds the
 * cause again each minute may say so each minute. Who is told, and when, the alarm job decides after the commit.
 * Returns whether it is new. Facts name places and devices, never people.
 */
export const raiseAlarm = async (db: UnitOfWork, alarm: NewAlarm, ruleKey: string | null = null): Promise<boolean> => (await insertAlarm(db, { id: newId(db.now), ruleKey, ...alarm })) > 0

/** The cause is gone. Nothing happens when no such alarm is open. Returns whether one was. */
export const clearAlarm = async (db: UnitOfWork, kind: AlarmKind, subject: string): Promise<boolean> => (await clearOpenAlarm(db, kind, subject)) > 0
