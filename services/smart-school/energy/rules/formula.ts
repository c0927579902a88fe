/**
 * Computes a formula of a statement: numbers, `+ − × ÷ ( )` and `min(a; b)`, `max(a; b)`; `{0}` stands for the first input. So small that anybody can check
 * it, and so that what a page shows is what was computed. Throws SyntaxError on anything else.
 */
export function evaluate(formula: string, inputs: readonly number[]): number {
  const tokens = formula.match(/\{\d+\}|\d+(?:\.\d+)?|min|max|[-+−×÷();]|\S/g) ?? []
  let at = 0
  const take = (wanted: string): void => {
    if (tokens[at++] !== wanted) throw new SyntaxError(`${wanted} is missing in ${formula}`)
  }
  const sum = (): number => {
    let value = product()
    while (tokens[at] === '+' || tokens[at] === '−') value = tokens[at++] === '+' ? value + product() : value - product()
    return value
  }
  const product = (): number => {
    let value = atom()
    while (tokens[at] === '×' || tokens[at] === '÷') value = tokens[at++] === '×' ? value * atom() : value / atom()
    return value
  }
  const atom = (): number => {
    const token = tokens[at++] ?? ''
    if (token === '(') {
      const value = sum()
      take(')')
      return value
    }
    if (token === 'min' || token === 'max') {
      take('(')
      const first = sum()
      take(';')
      const second = sum()
      take(')')
      return Math[token](first, second)
    }
    const input = /^\{(\d+)\}$/.exec(token)
    const value = input ? inputs[Number(input[1])] : /^\d/.test(token) ? Number(token) : undefined
    if (value === undefined) throw new SyntaxError(`${token} means nothing in ${formula}`)
    return value
  }
  const value = sum()
  if (at < tokens.length) throw new SyntaxError(`too much in ${formula}`)
  return value
}

/** Half away from zero, as money is rounded. Shifts the decimal point in writing, because 1.005 × 100 is less than 100.5 in binary. */
export function roundTo(value: number, digits: number): number {
  if (Math.abs(value) < 1e-6) return 0 // written with an exponent, and less than any line shows
  const size = Number(`${Math.round(Number(`${Math.abs(value).toPrecision(15)}e${digits}`))}e-${digits}`)
  return value < 0 && size !== 0 ? -size : size
}
