import { fileRoleOf } from './sources.ts'
import { isNode, textOf, type Node, type Syntax } from './syntax.ts'

/** One sentence for each thing that is said in the wrong place: time, chance, environment, SQL, sentences, styles, cities. */
export function brokenManners(files: readonly Syntax[]): string[] {
  return files.flatMap((file) => [...misplacedName(file), ...file.nodes.flatMap((node) => judge(file, node)), ...cities(file)])
}

function judge(file: Syntax, node: Node): string[] {
  const { path } = file.source
  if (!isCode(path)) return []
  const complaint = environment(path, node) ?? clockOrChance(path, node) ?? strayQuery(path, node) ?? (fileRoleOf(path) === 'demo' ? undefined : markup(node))
  return complaint ? [`${path}:${file.lineAt(node.start)} ${complaint}`] : []
}

// Tests, tools and benches stand outside: they set clocks, ask tables and read files.
const isCode = (path: string): boolean => fileRoleOf(path) !== 'test' && !/^(tools|bench|platform\/testing)\//.test(path)

function environment(path: string, node: Node): string | undefined {
  if (path === 'platform/kernel/boot/config.ts') return undefined
  return isMember(node, 'process', 'env') ? 'reads process.env; only platform/kernel/boot/config.ts does (processEnvironment).' : undefined
}

function clockOrChance(path: string, node: Node): string | undefined {
  if (path.startsWith('platform/kernel/') || path.startsWith('app/')) return undefined
  const isNow = node.type === 'NewExpression' && isNamed(node['callee'], 'Date') && Array.isArray(node['arguments']) && node['arguments'].length === 0
  if (isNow || isMember(node, 'Date', 'now')) return 'asks the clock; time is passed in as `now`.'
  // Keys and secrets are chance: where a room has its own cryptography, one file draws it from the operating system.
  if (path.endsWith('/crypto/bytes.ts') && isMember(node, 'crypto', 'getRandomValues')) return undefined
  if (isMember(node, 'Math', 'random') || isMember(node, 'crypto', 'randomUUID') || isMember(node, 'crypto', 'getRandomValues')) return 'asks for chance; ids come from newId(now).'
  return undefined
}

const statement = /^\s*(select|insert|update|delete|with|create|alter|drop|truncate|grant|merge)\s/i

function strayQuery(path: string, node: Node): string | undefined {
  if (fileRoleOf(path) === 'queries' || path.startsWith('platform/kernel/database/')) return undefined
  const place = 'SQL lives in queries.ts.'
  if (node.type === 'TaggedTemplateExpression' && (isNamed(node['tag'], 'sql') || isMember(node['tag'], 'sql'))) return place
  if (node.type !== 'CallExpression' || !isNode(node['callee']) || !isMember(node['callee'], undefined, 'query') || !Array.isArray(node['arguments'])) return undefined
  const [first] = node['arguments'] as unknown[]
  const text = textOf(first) ?? (isNode(first) && first.type === 'TemplateLiteral' ? 'select ' : '')
  return statement.test(text) ? place : undefined
}

const spokenAttributes = new Set(['alt', 'title', 'placeholder', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'label'])

function markup(node: Node): string | undefined {
  if (node.type === 'JSXText' && /\p{L}{2,}/u.test(String(node['value']).replace(/&\w+;/g, ''))) return `says "${String(node['value']).trim().slice(0, 40)}"; words live in locales.`
  if (node.type !== 'JSXAttribute' || !isNode(node['name'])) return undefined
  const name = String(node['name']['name'])
  if (name === 'style') return 'has an inline style, which the content policy blocks.'
  if (/^on[A-Z]/.test(name) && textOf(node['value']) !== undefined) return 'has an inline handler, which the content policy blocks.'
  if (spokenAttributes.has(name) && /\p{L}{2,}/u.test(textOf(node['value']) ?? '')) return `says "${textOf(node['value'])}" in ${name}; words live in locales.`
  return undefined
}

function misplacedName({ source: { path } }: Syntax): string[] {
  const name = path.split('/').at(-1) ?? ''
  if (/^(utils?|helpers?|common|misc)\.tsx?$/.test(name) || /\/(utils?|helpers?)\//.test(path)) return [`${path} has a name that says nothing; files are named by their role.`]
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(name)) return [`${path} is not named in kebab-case.`]
  return []
}

// A town is a tenant: its name is data. The list holds the towns of the demonstration region and of the shipped catalogues.
const city = /\b(aachen|aachener|oecher\w*|köln|koeln|cologne|lindenhafen|hohenried|rostock|düsseldorf|duesseldorf)\b/i

// A law may name one: then a comment in the line above says so, "names a town: § 3 of which act".
const excused = /names a town: \S+/

function cities({ source: { path, text }, code }: Syntax): string[] {
  if (!isCode(path) || fileRoleOf(path) === 'demo' || /(^|\/)(brand|data)\//.test(path)) return []
  const lines = text.split('\n')
  return code.split('\n').flatMap((line, index) => {
    const found = city.exec(line)
    return found && !excused.test(`${lines[index - 1] ?? ''}${lines[index] ?? ''}`) ? [`${path}:${index + 1} names the town "${found[0]}"; towns are tenants, their names are data.`] : []
  })
}

function isNamed(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node['name'] === name
}

function isMember(node: unknown, object: string | undefined, property?: string): boolean {
  if (!isNode(node) || node.type !== 'MemberExpression') return false
  const named = object === undefined || isNamed(node['object'], object) || isMember(node['object'], 'globalThis', object)
  const { property: key } = node
  return named && (property === undefined || isNamed(key, property) || textOf(key) === property)
}

