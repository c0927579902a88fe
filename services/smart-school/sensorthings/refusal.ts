/** A request that cannot be answered, and how it could. Thrown from deep within a request and turned into JSON at its edge. */
export type Refusal = Error & { readonly status: number; readonly code: string; readonly position?: number }

/** `position`: where in the option's text, counted from 0. */
export const refusal = (status: number, code: string, message: string, position?: number): Refusal => Object.assign(new Error(message), { status, code: `smart-school.sensorthings.${code}`, ...(position !== undefined && { position }) })

export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && 'status' in error && typeof error.status === 'number' && 'code' in error && String(error.code).startsWith('smart-school.')
