/** A password as it was typed: blanks at its ends belong to it, so it is not read as other fields are. */
export function typedPassword(body: unknown, field: string): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[field] : undefined
  return typeof value === 'string' ? value : ''
}
