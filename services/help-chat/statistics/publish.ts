import { nextPublication, protectCounts, readCounts, type UnitOfWork } from '@modellregion/kernel'
import { addDays, plainDate, type PlainDate } from '@modellregion/standards'
import { listPublications, putPublication } from './queries.ts'
import { smallest, statistics } from './schema.ts'

/** Before this nothing was counted anywhere. */
const ever = plainDate('2020-01-01')

/**
 * Publishes all statistics of a town as of the end of the month before `today`. Whatever would let somebody compute a small number, alone or
 * beside what was published before, stays as it was. Repeating it changes nothing.
 */
export async function publishStatistics(db: UnitOfWork, today: PlainDate): Promise<void> {
  const asOf = addDays(plainDate(`${today.slice(0, 7)}-01`), -1)
  const known = new Map((await listPublications(db)).map(({ statistic, publication }) => [statistic, publication]))
  for (const { id, categories } of statistics) {
    const cells = await readCounts(db, id, ever, asOf)
    const { table } = protectCounts({ dimensions: [{ name: id, categories }], cells }, { k: smallest })
    await putPublication(db, id, nextPublication(known.get(id), { asOf, table }, smallest))
  }
}
