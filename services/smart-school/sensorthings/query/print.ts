import type { Expand, Expression, Options } from './ast.ts'

/** Writes options as a query string, each value percent-encoded: for next links and for tests that read what they wrote. */
export const printOptions = (options: Options): string =>
  parts(options, printExpression)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%24', '$').replaceAll('%3D', '=').replaceAll('%3B', ';').replaceAll('%3A', ':')}`)
    .join('&')

const parts = (options: Options, print: (expression: Expression) => string): [string, string][] => {
  const said: [string, string | undefined][] = [
    ['$select', options.select.length > 0 ? options.select.join(',') : undefined],
    ['$filter', options.filter && print(options.filter)],
    ['$orderby', options.orderby.length > 0 ? options.orderby.map(({ by, descending }) => `${print(by)}${descending ? ' desc' : ' asc'}`).join(',') : undefined],
    ['$expand', options.expand.length > 0 ? options.expand.map(printExpand).join(',') : undefined],
    ['$count', options.count ? 'true' : undefined],
    ['$resultFormat', options.resultFormat],
    ['$top', options.top?.toString()],
    ['$skip', options.skip?.toString()],
    ['$skiptoken', options.skiptoken],
  ]
  return said.filter((part): part is [string, string] => part[1] !== undefined)
}

function printExpand({ link, options }: Expand): string {
  const inner = parts(options, printExpression)
  return inner.length > 0 ? `${link}(${inner.map(([name, value]) => `${name}=${value}`).join(';')})` : link
}

/** Writes an expression so that reading it gives the same tree: every operation in brackets. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression)
    case 'path':
      return expression.segments.map((segment, index) => (typeof segment === 'number' ? `[${segment}]` : `${index > 0 ? '/' : ''}${segment}`)).join('')
    case 'call':
      return `${expression.name}(${expression.args.map(printExpression).join(',')})`
    case 'unary':
      return expression.operator === 'not' ? `not (${printExpression(expression.operand)})` : `-(${printExpression(expression.operand)})`
    case 'in':
      return `(${printExpression(expression.operand)}) in (${expression.list.map(printExpression).join(',')})`
    case 'binary':
      return `(${printExpression(expression.left)}) ${expression.operator} (${printExpression(expression.right)})`
  }
}

function printLiteral({ type, value }: Expression & { kind: 'literal' }): string {
  if (type === 'text') return `'${value.replaceAll("'", "''")}'`
  if (type === 'geometry') return `geography'${value.replaceAll("'", "''")}'`
  if (type === 'duration') return `duration'${value}'`
  return String(value)
}
