import type { Typed } from './form.ts'

/** One typed text of a form, empty when it was not sent. */
export function typedOf(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** All ticked values of a name. */
export function tickedOf(typed: Typed, name: string): readonly string[] {
  const value = typed[name] ?? []
  return typeof value === 'string' ? [value] : value
}
