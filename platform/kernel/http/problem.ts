/** An error for programs, RFC 9457. `type` is the anchor of the refusal code in the documentation. */
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  instance?: string
  errors?: readonly { pointer: string; code: string; detail: string }[]
}

export function problem(status: number, code: string, heading: string, detail?: string, more: Partial<Problem> = {}): Problem {
  return { type: `/docs/refusals#${code}`, title: heading, status, ...(detail && { detail }), ...more }
}
