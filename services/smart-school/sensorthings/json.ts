/** A JSON object whose members are not known yet. */
export type Json = Record<string, unknown>
