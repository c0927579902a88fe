import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'rolldown/utils'
import { isNode, textOf, type Node } from '../architecture/syntax.ts'

/** One name that a module gives away: where it is declared, what it looks like, what its docstring says. */
export type Exported = { name: string; kind: 'value' | 'type'; file: string; signature: string; says: string }

/**
 * Every name that can be imported from the module, re-exports followed to the file that declares them, in order of
 * appearance. Names from other packages are left out. @throws when a re-exported name is nowhere declared
 */
export function namesAt(file: string): Exported[] {
  const names = new Map<string, Exported>()
  for (const exported of read(file).statements.flatMap((statement) => namesOf(file, statement))) if (!names.has(exported.name)) names.set(exported.name, exported)
  return [...names.values()]
}

type Module = { text: string; statements: Node[]; comments: { start: number; end: number; value: string }[] }
const modules = new Map<string, Module>()

function read(file: string): Module {
  const known = modules.get(file)
  if (known) return known
  const text = readFileSync(file, 'utf8')
  const { program, comments } = parseSync(file, text)
  const module = { text, statements: (program as unknown as { body: Node[] }).body, comments } // the parser's node types are a closed union
  modules.set(file, module)
  return module
}

function namesOf(file: string, statement: Node): Exported[] {
  const source = textOf(statement['source'])
  if (statement.type === 'ExportAllDeclaration') {
    const target = source && moduleAt(file, source)
    return target ? namesAt(target) : []
  }
  if (statement.type !== 'ExportNamedDeclaration') return []
  if (isNode(statement['declaration'])) return declaredBy(file, statement, statement['declaration'])
  return listOf(statement['specifiers']).flatMap((specifier) => renamed(file, source, specifier))
}

function renamed(file: string, source: string | undefined, specifier: Node): Exported[] {
  const [local, name] = [nameOf(specifier['local']), nameOf(specifier['exported'])]
  const from = source ?? importOf(file, local)
  const target = from && moduleAt(file, from)
  if (!target) return []
  const found = namesAt(target).find((exported) => exported.name === local)
  if (!found) throw new Error(`${file}: "${local}" is not exported by ${from}.`)
  return [{ ...found, name, signature: found.signature.replace(local, name) }]
}

// Another file of the room, or the door of another room; packages of others stay theirs.
function moduleAt(file: string, from: string): string | undefined {
  if (from.startsWith('.')) return join(dirname(file), from)
  const room = /^@modellregion\/([a-z]+)$/.exec(from)?.[1]
  return room && join(import.meta.dirname, '../../platform', room, 'index.ts')
}

// `import { a } from './b.ts'` and later `export { a }`.
const importOf = (file: string, local: string): string | undefined =>
  textOf(read(file).statements.find((statement) => statement.type === 'ImportDeclaration' && listOf(statement['specifiers']).some((specifier) => nameOf(specifier['local']) === local))?.['source'])

function declaredBy(file: string, statement: Node, declaration: Node): Exported[] {
  const { text } = read(file)
  const says = docstringBefore(file, statement.start)
  if (/^TS(TypeAlias|Interface)Declaration$/.test(declaration.type)) return [{ name: nameOf(declaration['id']), kind: 'type', file, signature: typeText(text, declaration), says }]
  if (declaration.type !== 'VariableDeclaration') return [{ name: nameOf(declaration['id']), kind: 'value', file, signature: signatureOf(text, declaration), says }]
  return listOf(declaration['declarations']).map((declarator) => ({ name: nameOf(declarator['id']), kind: 'value' as const, file, signature: signatureOf(text, declarator), says }))
}

// Short types are shown whole; of long ones the name, for the file says the rest better.
function typeText(text: string, declaration: Node): string {
  const whole = text.slice(declaration.start, declaration.end).replace(/\s+/g, ' ').replace(/^(?:export )?(type|interface) /, '').trim()
  return whole.length <= 150 && !whole.includes('/*') ? whole : nameOf(declaration['id'])
}

// A function: its head without the body. A constant: its name and, when it is an arrow function, its parameters and result.
function signatureOf(text: string, node: Node): string {
  const name = nameOf(node['id'])
  const callee = node.type === 'VariableDeclarator' ? node['init'] : node
  if (!isNode(callee) || !/Function/.test(callee.type)) return name
  const parameters = listOf(callee['params']).map((parameter) => parameterOf(text, parameter))
  const result = isNode(callee['returnType']) ? `: ${short(text.slice(callee['returnType'].start + 1, callee['returnType'].end))}` : ''
  return `${name}(${parameters.join(', ')})${result}`
}

// A parameter that is taken apart is read by its type; a long type ends in three dots.
function parameterOf(text: string, parameter: Node): string {
  const pattern = parameter.type === 'AssignmentPattern' && isNode(parameter['left']) ? parameter['left'] : parameter
  const type = isNode(pattern['typeAnnotation']) ? text.slice(pattern['typeAnnotation'].start + 1, pattern['typeAnnotation'].end) : ''
  const optional = pattern !== parameter || pattern['optional'] === true ? '?' : ''
  return pattern.type === 'Identifier' ? `${nameOf(pattern)}${optional}: ${short(type)}` : `${short(type)}${optional}`
}

const short = (text: string): string => {
  const line = text.replace(/\/\*\*.*?\*\//gs, '').replace(/\s+/g, ' ').trim()
  return line.length > 110 ? `${line.slice(0, 100)} …` : line
}

function docstringBefore(file: string, start: number): string {
  const { text, comments } = read(file)
  const comment = comments.findLast(({ end }) => end <= start && text.slice(end, start).trim() === '')
  if (!comment?.value.startsWith('*')) return ''
  return comment.value.replace(/^\s*\*+ ?/gm, '').replace(/\s+/g, ' ').trim().replaceAll('@throws', 'Throws')
}

const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : [])
const nameOf = (node: unknown): string => (isNode(node) ? String(node['name'] ?? node['value'] ?? '') : '')
