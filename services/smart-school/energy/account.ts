import type { UnitOfWork } from '@modellregion/kernel'
import { add, plainDateOf, type PlainDate } from '@modellregion/standards'
import { measuredShare, type Metering } from '../meter/consumption.ts'
import type { Reach } from '../protection/rules.ts'
import type { School } from '../store/schema.ts'
import { findWeather, listAccounts, listActivities, listBaseline, listClosedYears, listCorrections, listTariffs, type ClosedYear } from './queries.ts'
import { consumptionOfMeters, readableMeters } from './read.ts'
import { sumDegreeDays } from './rules/degree-days.ts'
import { statementOf, type Measured, type Statement } from './rules/statement.ts'
import { energyQuantities, type Account } from './schema.ts'
import { outdoorDays } from './weather.ts'

/** With so many days of the year measured outdoors its degree days are taken from the school's own sensor or its neighbours'. */
const enoughDays = 350

export type YearStatement = Statement & { readonly account: Account; readonly year: number; readonly closed: ClosedYear | undefined }

/** The account that holds in a year: the last one that began before its end. */
export const accountOf = (accounts: readonly Account[], year: number): Account | undefined => accounts.filter(({ startsOn }) => startsOn < plainDateOf(year + 1, 1, 1)).at(-1)

/** The day on which the baseline is looked at again. */
export const reviewOn = ({ startsOn, reviewYears }: Account): PlainDate => add(startsOn, { years: reviewYears })

/**
 * What the data of today say about a year of a school's account; undefined without an account. The same data always give the same lines, so a closed
 * year can be compared with it (`differences`).
 */
export async function yearStatement(db: UnitOfWork, school: School, reach: Reach, year: number): Promise<YearStatement | undefined> {
  const account = accountOf(await listAccounts(db, school.id), year)
  if (!account) return undefined
  const statement = statementOf({
    account, year,
    baseline: await listBaseline(db, school.id, account.startsOn),
    corrections: (await listCorrections(db, school.id)).filter(({ from }) => from >= account.startsOn),
    measured: await measuredIn(db, school.id, reach, year),
    degreeDays: await degreeDaysOf(db, school.id, year),
    tariffs: await listTariffs(db, school.id),
    activities: await listActivities(db, school.id, year),
  })
  return { ...statement, account, year, closed: (await listClosedYears(db, school.id)).find((one) => one.year === year) }
}

async function measuredIn(db: UnitOfWork, schoolId: number, reach: Reach, year: number): Promise<Measured[]> {
  const meters = await readableMeters(db, schoolId, reach)
  const [from, until] = [plainDateOf(year, 1, 1), plainDateOf(year + 1, 1, 1)]
  const measured: Measured[] = []
  for (const quantity of energyQuantities) {
    const own = meters.filter(({ point }) => point.quantity === quantity)
    const [whole] = await consumptionOfMeters(db, own, from, until, 'year')
    if (whole) measured.push({ quantity, amount: whole.amount, estimated: whole.estimated, covered: await worstShare(db, own, from, until) })
  }
  return measured
}

async function worstShare(db: UnitOfWork, meters: readonly Metering[], from: PlainDate, until: PlainDate): Promise<number> {
  let worst = 1
  for (const meter of meters) worst = Math.min(worst, await measuredShare(db, meter, from, until))
  return worst
}

async function degreeDaysOf(db: UnitOfWork, schoolId: number, year: number): Promise<{ value: number; source: string } | undefined> {
  const entered = await findWeather(db, schoolId, year)
  if (entered) return entered
  const days = sumDegreeDays(await outdoorDays(db, schoolId, plainDateOf(year, 1, 1), plainDateOf(year + 1, 1, 1)))
  return days.own + days.neighbour >= enoughDays ? { value: Math.round(days.sum), source: `G20/15: ${days.own} / ${days.neighbour} / ${days.normal}` } : undefined
}
