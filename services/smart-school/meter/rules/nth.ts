/** The entry of a list that is known to be there. Throws RangeError when it is not: an index was computed wrongly, and no number may come of that. */
export function nth<Entry>(list: ArrayLike<Entry>, at: number): Entry {
  const entry = list[at]
  if (entry === undefined) throw new RangeError(`no entry ${at} of ${list.length}`)
  return entry
}
