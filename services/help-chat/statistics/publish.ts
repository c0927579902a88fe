import { nextPublication, protectCounts, readCounts, type Publication, type UnitOfWork } from '@modellregion/kernel'
import { addDays, plainDate, type PlainDate } from '@modellregion/standards'
import { listPublications, putPublication } from './queries.ts'
import { inSteps } from './rules.ts'
import { smallest, statistics } from './schema.ts'

/** Before this nothing was counted anywhere. */
const ever = plainDate('2020-01-01')

/**
 * Publishes all statistics of a town as of the end of the month before `today`. Numbers grow in steps (`inSteps`), so that no small one is ever in
 * a table; the kernel's protection and its comparison with the last publication stand behind that as guards. Repeating it changes nothing.
 */
export async function publishStatistics(db: UnitOfWork, today: PlainDate): Promise<void> {
  const asOf = addDays(plainDate(`${today.slice(0, 7)}-01`), -1)
  const known = new Map((await listPublications(db)).map(({ statistic, publication }) => [statistic, publication]))
  for (const { id, categories } of statistics) {
    const last = known.get(id)
    const counted = new Map((await readCounts(db, id, ever, asOf)).map(({ key, count }) => [key[0], count]))
    const cells = categories.map((category) => ({ key: [category], count: inSteps(shownIn(last, category), counted.get(category) ?? 0, smallest) }))
    const { table } = protectCounts({ dimensions: [{ name: id, categories }], cells }, { k: smallest })
    await putPublication(db, id, nextPublication(last, { asOf, table }, smallest))
  }
}

function shownIn(publication: Publication | undefined, category: string): number {
  const said = publication?.table.entries.find(({ place }) => place[0] === category)?.said
  return said && 'shown' in said ? said.shown : 0
}
