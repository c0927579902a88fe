import { newId, type Account, type Mailer, type UnitOfWork } from '@modellregion/kernel'
import { instantAt, localTime, addDays } from '@modellregion/standards'
import type { Holders } from './people.ts'
import { listAlarmsById, listOpenAlarms } from './queries/alarm.ts'
import { countTold, insertNotice, listChain, listDueNotices, listDuties, listMembers, listNoticesOfOpen, listPreferences, settleNotice } from './queries/notice.ts'
import { budgetSpans, dueSteps, fateOf, usualChain, usualPreference, type Chain, type Preference, type Step } from './rules/notify.ts'
import type { Alarm, Notice } from './schema.ts'

/** What the dispatch says in words: made by whoever knows the town's language. */
export type Letters = {
  alarm(alarm: Alarm, step: Step): { subject: string; text: string }
  digest(alarms: readonly Alarm[]): { subject: string; text: string }
}

/** Who is told at a step: who is on duty for it; else the school's caretakers first and the town's technicians last. */
export type Staff = Holders & { readonly duties: readonly { schoolId: number; accountId: string; step: number }[]; readonly members: readonly { schoolId: number; accountId: string }[] }

/** Who works where, with those who hold the roles (`readHolders`, in a unit of the platform before this one). */
export async function readStaff(db: UnitOfWork, holders: Holders): Promise<Staff> {
  const duties = await listDuties(db)
  return { ...holders, duties, members: await listMembers(db) }
}

export function peopleOf({ duties, members, caretakers, technicians }: Staff, schoolId: number, step: Step): Account[] {
  const everybody = new Map([...caretakers, ...technicians].map((account) => [account.id, account]))
  const onDuty = duties.filter((duty) => duty.schoolId === schoolId && duty.step === step).flatMap(({ accountId }) => everybody.get(accountId) ?? [])
  if (onDuty.length > 0) return onDuty
  if (step === 2) return []
  if (step === 3) return [...technicians]
  const own = new Set(members.filter((member) => member.schoolId === schoolId).map(({ accountId }) => accountId))
  const others = new Set(duties.filter((duty) => duty.schoolId === schoolId).map(({ accountId }) => accountId))
  return caretakers.filter(({ id }) => own.has(id) && !others.has(id))
}

/** The town's chain over the usual one. */
export const readChain = async (db: UnitOfWork): Promise<Chain> =>
  Object.fromEntries([...Object.entries(usualChain), ...(await listChain(db)).map(({ severity, ...minutes }) => [severity, minutes])]) as Chain // every severity stands in usualChain

/**
 * Tells people of open alarms what their step, quiet hours and budget allow, and what was kept back and is due. Each person is told once for each alarm
 * and step; all in one unit with the mails, so that a second run tells nobody twice. Returns how many mails it ordered.
 */
export async function dispatchTown(db: UnitOfWork, mailer: Pick<Mailer, 'send'>, holders: Holders, letters: Letters): Promise<number> {
  const open = await listOpenAlarms(db)
  const kept = await listDueNotices(db)
  if (open.length === 0 && kept.length === 0) return 0
  const staff = await readStaff(db, holders)
  const chain = await readChain(db)
  const preferences = new Map((await listPreferences(db)).map(({ accountId, ...preference }) => [accountId, preference]))
  const accounts = new Map([...staff.caretakers, ...staff.technicians].map((account) => [account.id, account]))
  const { day, week } = budgetSpans(db.now)
  const told = new Map((await countTold(db, day, week)).map(({ accountId, ...count }) => [accountId, count]))
  const known = new Set((await listNoticesOfOpen(db)).map(nameOf))
  let mails = 0
  const preferenceOf = (id: string): Preference => preferences.get(id) ?? usualPreference
  const tell = async (alarm: Alarm, account: Account, step: Step): Promise<Pick<Notice, 'state' | 'dueAt' | 'sentAt'>> => {
    const count = told.get(account.id) ?? { today: 0, week: 0 }
    const fate = fateOf(alarm, preferenceOf(account.id), count, db.now, account.email !== null)
    if (fate.state === 'waiting') return { state: 'waiting', dueAt: fate.until, sentAt: null }
    if (fate.state === 'bundled') return { state: 'bundled', dueAt: nextDigest(preferenceOf(account.id), db.now), sentAt: null }
    if (fate.state === 'sent' && account.email !== null) {
      await mailer.send(db, { to: account.email, ...letters.alarm(alarm, step) })
      told.set(account.id, { today: count.today + 1, week: count.week + 1 })
      mails++
    }
    return { state: fate.state, dueAt: db.now, sentAt: fate.state === 'sent' ? db.now : null }
  }

  for (const alarm of open) {
    let due = dueSteps(alarm, chain, db.now)
    // Nobody takes care of this school: do not wait for somebody who is not there.
    if (due.includes(1) && !due.includes(3) && peopleOf(staff, alarm.schoolId, 1).length === 0 && alarm.severity !== 'info') due = [...due, 3]
    for (const step of due)
      for (const account of peopleOf(staff, alarm.schoolId, step)) {
        const notice = { alarmId: alarm.id, accountId: account.id, step }
        if (known.has(nameOf(notice))) continue
        await insertNotice(db, { id: newId(db.now), ...notice, severity: alarm.severity, ...(await tell(alarm, account, step)) })
      }
  }

  const alarms = new Map([...open, ...(await listAlarmsById(db, kept.map(({ alarmId }) => alarmId)))].map((alarm) => [alarm.id, alarm]))
  for (const [accountId, notices] of Map.groupBy(kept, ({ accountId: id }) => id)) {
    const account = accounts.get(accountId)
    const bundle: Alarm[] = []
    for (const { id, alarmId, step, state } of notices) {
      const alarm = alarms.get(alarmId)
      if (state === 'bundled') {
        if (alarm) bundle.push(alarm)
        await settleNotice(db, id, 'digested', db.now, db.now)
      } else if (!alarm || alarm.state !== 'raised' || !account) await settleNotice(db, id, 'dropped', db.now, null)
      else {
        const { state: next, dueAt, sentAt } = await tell(alarm, account, step === 2 || step === 3 ? step : 1)
        await settleNotice(db, id, next, dueAt, sentAt)
      }
    }
    if (bundle.length === 0 || !account || account.email === null) continue
    await mailer.send(db, { to: account.email, ...letters.digest(bundle) })
    mails++
  }
  return mails
}

const nameOf = ({ alarmId, accountId, step }: Pick<Notice, 'alarmId' | 'accountId' | 'step'>): string => `${alarmId} ${accountId} ${step}`

/** The next local full hour at which somebody wants the summary. */
export function nextDigest({ digestHour }: Pick<Preference, 'digestHour'>, now: Date): Date {
  const { date } = localTime(now)
  const today = instantAt(date, digestHour)
  return today > now ? today : instantAt(addDays(date, 1), digestHour)
}
