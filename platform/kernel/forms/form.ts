import { IsArray, IsBoolean, IsInteger, IsNumber, IsObject, IsOptional, IsString, type Static, type TObject, type TSchema } from 'typebox'
import { Errors } from 'typebox/value'
import { readDate, type DateProblem } from './date.ts'

/** What is wrong with a field, as a kernel word: the page says it beside the field and in the summary. */
export type FieldError = { field: string; code: FieldErrorCode; limit?: number }
export type FieldErrorCode = 'missing' | 'too-long' | 'too-short' | 'too-small' | 'too-large' | 'not-a-number' | 'not-whole' | 'not-offered' | 'wrong-form' | 'mail' | DateProblem

/** What was typed, kept for showing it again: one text per field, several for checkboxes. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

export type FormResult<T> = { ok: true; value: T; typed: Typed } | { ok: false; errors: readonly FieldError[]; typed: Typed }

/**
 * Reads submitted fields by the schema that also serves the API. Empty optional fields count as absent, surrounding blanks
 * go, "on" is true; an unknown field is ignored. A text of the format `date` may come as day, month and year (`DateField`).
 * Errors come in the order of the schema, which is the order of the page.
 */
export function readForm<S extends TSchema>(schema: S, fields: Readonly<Record<string, unknown>>): FormResult<Static<S>> {
  if (!IsObject(schema)) throw new Error('A form schema is a Type.Object.')
  const properties = (schema as TObject).properties
  const value: Record<string, unknown> = {}
  const typed: Record<string, string | string[]> = {}
  const errors: FieldError[] = []
  for (const [field, property] of Object.entries(properties)) {
    const date = fields[field] === undefined && isDate(property) ? readDate(field, fields) : undefined
    if (date) {
      Object.assign(typed, date.typed)
      if (date.value !== undefined) value[field] = date.value
      else if (date.problem ?? !IsOptional(property)) errors.push({ field, code: date.problem ?? 'missing' })
      continue
    }
    typed[field] = asTyped(property, fields[field])
    const read = coerce(property, typed[field])
    if (read === undefined && IsOptional(property)) continue
    if (read === undefined) {
      errors.push({ field, code: 'missing' })
      continue
    }
    const [problem] = Errors(property, read)
    if (problem) errors.push({ field, ...codeOf(problem.keyword, problem.params) })
    else value[field] = read
  }
  if (errors.length > 0) return { ok: false, errors, typed }
  return { ok: true, value: value as Static<S>, typed } // every property was checked above
}

const isDate = (property: TSchema): boolean => IsString(property) && 'format' in property && property.format === 'date'

function asTyped(property: TSchema, raw: unknown): string | string[] {
  if (IsArray(property)) return [raw ?? []].flat().map(String).filter((text) => text !== '')
  const first = Array.isArray(raw) ? raw[0] : raw
  return typeof first === 'string' ? first : first === undefined || first === null ? '' : String(first)
}

function coerce(property: TSchema, typed: string | string[]): unknown {
  if (IsArray(property)) {
    const items = property.items as TSchema
    const read = (typed as string[]).map((text) => coerce(items, text))
    return read.length === 0 && !('minItems' in property) ? (IsOptional(property) ? undefined : []) : read
  }
  const text = (typed as string).trim()
  if (IsBoolean(property)) return text === 'on' || text === 'true' || text === '1' || text === 'yes'
  if (text === '') return undefined
  if (IsInteger(property) || IsNumber(property)) return readNumber(text)
  if (IsString(property)) return text.normalize('NFC').replaceAll('\r\n', '\n')
  return text
}

// People here write 1.234,5; machines write 1234.5. What is neither stays text, so that the schema refuses it.
function readNumber(text: string): number | string {
  const german = /^-?\d{1,3}(\.\d{3})+(,\d+)?$|^-?\d+,\d+$/.test(text)
  const number = Number(german ? text.replaceAll('.', '').replace(',', '.') : text)
  return Number.isFinite(number) ? number : text
}

function codeOf(keyword: string, params: unknown): { code: FieldErrorCode; limit?: number } {
  const limit = (params as { limit?: number }).limit
  const at = limit === undefined ? {} : { limit }
  switch (keyword) {
    case 'maxLength':
    case 'maxItems':
      return { code: 'too-long', ...at }
    case 'minLength':
    case 'minItems':
      return limit === 1 ? { code: 'missing' } : { code: 'too-short', ...at }
    case 'minimum':
    case 'exclusiveMinimum':
      return { code: 'too-small', ...at }
    case 'maximum':
    case 'exclusiveMaximum':
      return { code: 'too-large', ...at }
    case 'type':
      return (params as { type?: string }).type === 'integer' ? { code: 'not-whole' } : { code: 'not-a-number' }
    case 'enum':
    case 'const':
    case 'anyOf':
      return { code: 'not-offered' }
    case 'format':
      return { code: (params as { format?: string }).format === 'email' ? 'mail' : 'wrong-form' }
    default:
      return { code: 'wrong-form' }
  }
}
