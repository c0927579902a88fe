/** What a caller asks for, read from the query string (18-088, 9.3). */
export type Literal =
  | { readonly kind: 'literal'; readonly type: 'text' | 'duration' | 'geometry'; readonly value: string; readonly at?: number }
  | { readonly kind: 'literal'; readonly type: 'number'; readonly value: number; readonly at?: number }
  | { readonly kind: 'literal'; readonly type: 'boolean'; readonly value: boolean; readonly at?: number }
  | { readonly kind: 'literal'; readonly type: 'null'; readonly value: null; readonly at?: number }
  /** ISO 8601 as it was written: a moment with zone, a day, a time of day, or `from/until`. */
  | { readonly kind: 'literal'; readonly type: 'moment' | 'day' | 'clock' | 'span'; readonly value: string; readonly at?: number }

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'
export type Arithmetic = 'add' | 'sub' | 'mul' | 'div' | 'mod'
export type Operator = 'or' | 'and' | Comparison | Arithmetic

export type Path = { readonly kind: 'path'; readonly segments: readonly (string | number)[]; readonly at?: number }
export type Call = { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly at?: number }
export type Expression =
  | Literal
  | Path
  | Call
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression; readonly at?: number }
  | { readonly kind: 'unary'; readonly operator: 'not' | 'minus'; readonly operand: Expression; readonly at?: number }
  | { readonly kind: 'in'; readonly operand: Expression; readonly list: readonly Expression[]; readonly at?: number }

export type Ordering = { readonly by: Expression; readonly descending: boolean }
export type Expand = { readonly link: string; readonly options: Options; readonly at?: number }

export type Options = {
  readonly filter?: Expression
  readonly orderby: readonly Ordering[]
  readonly expand: readonly Expand[]
  /** Empty: everything. */
  readonly select: readonly string[]
  readonly count: boolean
  readonly top?: number
  readonly skip?: number
  /** Where the page before ended: an observation's id. */
  readonly skiptoken?: string
  readonly resultFormat?: 'dataArray'
}

export const noOptions: Options = { orderby: [], expand: [], select: [], count: false }
