/** Reports from which on a median says something; with fewer each is shown with the name of its town. */
export const leastReports = 3

export type Figures = { readonly median: number; readonly least: number; readonly most: number; readonly count: number }

/** Median and range of what towns have reported. Undefined below three values. Of an even number it is the mean of the middle two, rounded. */
export function figuresOf(values: readonly (number | null)[]): Figures | undefined {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (sorted.length < leastReports || least === undefined || most === undefined) return undefined
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)] ?? least, sorted[Math.ceil(middle)] ?? most]
  return { median: Math.round((low + high) / 2), least, most, count: sorted.length }
}
