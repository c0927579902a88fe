import { attack } from './attack.ts'
import type { Grid } from './grid.ts'
import type { PublishedTable, Said } from './schema.ts'

/** The table as readers see it when these places are withheld. */
export const sayCells = (grid: Grid, withheld: ReadonlySet<number>): PublishedTable => ({
  ...headOf(grid),
  scope: 'cells',
  entries: grid.places.map((place, at) => ({ place, said: withheld.has(at) ? wordFor(grid, at) : { shown: grid.values[at] ?? 0 } })),
})

/** The grand total alone, or that it is small. */
export const sayTotal = (grid: Grid): PublishedTable => ({
  ...headOf(grid),
  scope: 'total',
  entries: grid.places.map((place, at) => ({ place, said: at < grid.places.length - 1 ? { suppressed: 'complementary' } : grandTotal(grid, at) })),
})

const grandTotal = ({ isSmall, values }: Grid, at: number): Said => (isSmall[at] ? { suppressed: 'small' } : { shown: values[at] ?? 0 })

const headOf = ({ dimensions, k, zeros }: Grid) => ({ dimensions, k, zeros })

// "Small" of a margin over two small cells would narrow both: 1 + 2 below 5 excludes 4. So only cells are called small, and margins that are one cell;
// and it depends on nothing that is hidden, or the choice of the word would speak too.
const wordFor = (grid: Grid, at: number): Said => ({ suppressed: grid.isSmall[at] && (!grid.isMargin[at] || grid.isLone[at]) ? 'small' : 'complementary' })

/** How many values must remain possible for what is small: all those that the word means. */
export const protectionWidth = ({ k, zeros }: Pick<PublishedTable, 'k' | 'zeros'>): number => (zeros === 'sensitive' ? k : k - 1)

/** Small places that the attacker narrows too far. `only` limits the look to some. */
export function weakIn(grid: Grid, table: PublishedTable, only: (at: number) => boolean = () => true): number[] {
  const at = new Map(grid.places.map((place, index) => [JSON.stringify(place), index]))
  const indexOf = (place: PublishedTable['entries'][number]['place']) => at.get(JSON.stringify(place)) ?? -1
  const wanted = (index: number) => grid.isSmall[index] === true && only(index)
  const width = protectionWidth(grid)
  return attack(table, (place) => wanted(indexOf(place)))
    .filter(({ range }) => !(range.high - range.low + 1 >= width))
    .map(({ place }) => indexOf(place))
}
