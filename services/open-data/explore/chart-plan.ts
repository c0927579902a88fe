import type { FieldProfile } from '../store/table.ts'
import { bestCategory, isTime } from './columns.ts'
import { measureOf } from './group-data.ts'
import type { How, Picture, Selection, Step, TableFacts } from './schema.ts'

/** A picture that is wanted: an axis, perhaps a colour, a quantity. `step` is the length of a step along days. */
export type ChartPlan = { readonly by: FieldProfile; readonly colour?: FieldProfile; readonly value?: FieldProfile; readonly how: How; readonly picture: Picture; readonly step?: Step }

/** The picture that the address asks for, or the first suggestion from the types of the columns: a quantity over time, else by a category. */
export function planOf(selection: Selection, facts: TableFacts): ChartPlan | undefined {
  const { fields } = facts
  const [chosen, colour] = selection.by.map((id) => fields.find((field) => field.id === id))
  const by = chosen ?? fields.find((field) => isTime(field) && (field.distinct ?? 3) >= 3) ?? bestCategory(facts)
  if (!by) return undefined
  const days = by.type === 'date' || by.type === 'timestamp'
  const { value, how } = measureOf(selection, fields, chosen === undefined)
  return {
    by,
    ...(colour && { colour }),
    ...(value && { value }),
    how,
    picture: selection.picture ?? (isTime(by) ? 'line' : colour ? 'stacked' : 'bar'),
    // A median of months cannot be made of medians of days.
    ...(days && { step: how === 'median' ? 'day' : (selection.step ?? stepFor(by)) }),
  }
}

/** Steps that give a readable number of points between the first and the last day. */
function stepFor({ min, max }: FieldProfile): Step {
  const days = (Date.parse((max ?? '').slice(0, 10)) - Date.parse((min ?? '').slice(0, 10))) / 86_400_000
  if (!(days >= 0)) return 'month'
  if (days > 6 * 365) return 'year'
  return days > 92 ? 'month' : 'day'
}
