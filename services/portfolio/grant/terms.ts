import { cancelDeadlines, deadlineRuleOn, finishDeadline, listDeadlinesAmong, listDeadlinesOf, periodFrom, startDeadline, type Deadline, type UnitOfWork } from '@modellregion/kernel'
import { partsOf, plainDateOf, type PlainDate } from '@modellregion/standards'
import type { GrantAccount } from './account.ts'
import { finalBegins, rulesOf, type GrantDeadline } from './deadlines.ts'
import { listStatements } from './queries/statement.ts'
import { useBy } from './rules/late.ts'
import type { Notice, Statement } from './schema.ts'

type Ends = Pick<GrantAccount, 'project' | 'notice' | 'history' | 'calls'>

const yearRef = (project: string, year: number): string => `${project}/${year}`
const lastDayOf = (year: number): PlainDate => plainDateOf(year, 12, 31)

/** Every year that ended, or ends, within what any notice of the account has granted. */
function yearsOf(history: readonly Pick<Notice, 'startsOn' | 'endsOn'>[]): number[] {
  const first = Math.min(...history.map(({ startsOn }) => partsOf(startsOn).year))
  const last = Math.max(...history.map(({ endsOn }) => partsOf(endsOn).year))
  return Array.from({ length: last - first }, (_, n) => first + n)
}

/** Sets the ends of an account by the notice that holds. What statements were submitted for stays done. */
export async function renewEnds(db: UnitOfWork, { project, notice, history }: Ends): Promise<void> {
  const rules = rulesOf(notice)
  const submitted = (await listStatements(db, project)).filter(({ state }) => state === 'submitted')
  const isOver = submitted.some(({ kind }) => kind === 'final')
  await renew(db, rules, { kind: 'grant', ref: project }, [{ rule: 'final-statement', on: finalBegins(notice.endsOn) }, ...(notice.boundUntil === null ? [] : [{ rule: 'bound-purpose' as const, on: notice.boundUntil }])], await listDeadlinesOf(db, 'grant', project))
  if (isOver) await finishDeadline(db, { kind: 'grant', ref: project, rule: 'final-statement' })
  const years = yearsOf(history)
  const known = await listDeadlinesAmong(db, 'grant-year', years.map((year) => yearRef(project, year)))
  for (const year of years) {
    const ref = yearRef(project, year)
    const mine = known.filter((one) => one.ref === ref)
    if (mine.some(({ doneAt }) => doneAt !== null)) continue
    const isWanted = !isOver && notice.interimMonths !== null && year >= partsOf(notice.startsOn).year && lastDayOf(year) < notice.endsOn
    await renew(db, rules, { kind: 'grant-year', ref }, isWanted ? [{ rule: 'interim-statement', on: lastDayOf(year) }] : [], mine)
  }
}

type Wanted = { readonly rule: GrantDeadline; readonly on: PlainDate }

/** Sets the deadlines of a thing anew. Those that already end as they should go on, so that nobody is told of them once more. */
async function renew(db: UnitOfWork, rules: ReturnType<typeof rulesOf>, { kind, ref }: { kind: string; ref: string }, wanted: readonly Wanted[], standing: readonly Deadline[]): Promise<void> {
  const stands = ({ rule, on }: Wanted): boolean => standing.some((one) => one.rule === rule && one.dueOn === periodFrom(deadlineRuleOn(rules, rule, on), on).dueOn)
  if (standing.length === wanted.length && wanted.every(stands)) return
  await cancelDeadlines(db, kind, ref)
  for (const { rule, on } of wanted) await startDeadline(db, rules, { kind, ref, rule }, on)
}

/** Marks what a submitted statement was awaited for as done: the years that it covers to their end, or all. */
export async function finishStatementDeadlines(db: UnitOfWork, { project, history }: Pick<Ends, 'project' | 'history'>, { kind, fromDay, untilDay }: Pick<Statement, 'kind' | 'fromDay' | 'untilDay'>): Promise<void> {
  if (kind === 'final') await finishDeadline(db, { kind: 'grant', ref: project, rule: 'final-statement' })
  const covered = yearsOf(history).filter((year) => kind === 'final' || (partsOf(fromDay).year <= year && lastDayOf(year) <= untilDay))
  for (const year of covered) await finishDeadline(db, { kind: 'grant-year', ref: yearRef(project, year), rule: 'interim-statement' })
}

/** After money came in, was spent or was booked back: calls whose money is used up have no deadline, all others have theirs. */
export async function renewUse(db: UnitOfWork, { calls, notice }: Pick<Ends, 'calls' | 'notice'>, used: number): Promise<void> {
  const paid = calls.filter(({ state }) => state === 'paid').toSorted((a, b) => (a.settledOn ?? '').localeCompare(b.settledOn ?? '') || a.number - b.number)
  const known = await listDeadlinesAmong(db, 'grant-call', paid.map(({ id }) => id))
  let before = 0
  for (const { id, settledOn, paidCents } of paid) {
    before += paidCents ?? 0
    const key = { kind: 'grant-call', ref: id, rule: 'use-money' } as const
    if (before <= used) await finishDeadline(db, key)
    else if (settledOn !== null && !runs(known.find(({ ref }) => ref === id), useBy(settledOn, notice.useMonths))) {
      await cancelDeadlines(db, key.kind, id)
      await startDeadline(db, rulesOf(notice), key, settledOn)
    }
  }
}

const runs = (deadline: Deadline | undefined, dueOn: PlainDate): boolean => deadline?.doneAt === null && deadline.dueOn === dueOn

/** All deadlines of an account, the next first; done ones too. */
export async function deadlinesOf(db: UnitOfWork, { project, history, calls }: Pick<Ends, 'project' | 'history' | 'calls'>): Promise<Deadline[]> {
  const years = await listDeadlinesAmong(db, 'grant-year', yearsOf(history).map((year) => yearRef(project, year)))
  const found = [...(await listDeadlinesOf(db, 'grant', project)), ...years, ...(await listDeadlinesAmong(db, 'grant-call', calls.map(({ id }) => id)))]
  return found.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}
