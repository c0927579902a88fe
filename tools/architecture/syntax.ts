import { parseSync } from 'rolldown/utils'
import type { Source } from './sources.ts'

/** A node of the syntax tree (ESTree with TypeScript and JSX). */
export type Node = { type: string; start: number; end: number; [key: string]: unknown }
export type Import = { from: string; line: number; typeOnly: boolean }
export type Syntax = {
  source: Source
  imports: Import[]
  /** Every node, in order of appearance. */
  nodes: Node[]
  lineAt(offset: number): number
  /** The text with its comments blanked out. */
  code: string
}

/** @throws SyntaxError with the file's name */
export function readSyntax(source: Source): Syntax {
  const parsed = parseSync(source.path, source.text)
  const failure = parsed.errors[0]
  if (failure) throw new SyntaxError(`${source.path}: ${failure.message}`)
  const lineAt = (offset: number) => source.text.slice(0, offset).split('\n').length
  const nodes = [...walk(parsed.program as unknown as Node)] // the parser's node types are a closed union; the walk only needs `type`
  return { source, nodes, lineAt, imports: nodes.flatMap((node) => importOf(node, lineAt)), code: withoutComments(source.text, parsed.comments) }
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item)
  } else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) yield* walk(child)
  }
}

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The value of a string literal or of a template without holes. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis']) || node['quasis'].length !== 1) return undefined
  const [only] = node['quasis'] as { value: { cooked: string } }[] // a template has at least one quasi
  return only?.value.cooked
}

// Static and dynamic imports, re-exports, `import type`, and types of the form import('x').
function importOf(node: Node, lineAt: (offset: number) => number): Import[] {
  if (!/^(ImportDeclaration|ImportExpression|ExportNamedDeclaration|ExportAllDeclaration|TSImportType)$/.test(node.type)) return []
  const argument = isNode(node['argument']) && node['argument'].type === 'TSLiteralType' ? node['argument']['literal'] : node['argument']
  const from = textOf(node['source'] ?? argument)
  if (from === undefined) return []
  return [{ from, line: lineAt(node.start), typeOnly: node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type' }]
}

function withoutComments(text: string, comments: readonly { start: number; end: number }[]): string {
  let code = text
  for (const { start, end } of comments) code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end)
  return code
}
