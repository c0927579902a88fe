/** Which page numbers to offer: the first, the last and those around the current one; `gap` where numbers are left out. */
export function pageWindow(page: number, pages: number, around = 2): (number | 'gap')[] {
  const wanted = new Set([1, pages])
  for (let at = page - around; at <= page + around; at++) if (at >= 1 && at <= pages) wanted.add(at)
  const numbers = [...wanted].sort((a, b) => a - b)
  return numbers.flatMap((at, index) => {
    const previous = numbers[index - 1]
    if (previous === undefined || at - previous === 1) return [at]
    return at - previous === 2 ? [at - 1, at] : ['gap' as const, at]
  })
}
