import { hasRole, reaches, type Actor, type LevelOfAssurance } from '../identity/actor.ts'

/** Who: `anyone`, `signed-in`, or the name of a role. */
export type Who = 'anyone' | 'signed-in' | (string & {})

/** One sentence: an editor may publish a dataset when it belongs to the editor's organisation. */
export type AccessRule = {
  who: Who
  action: string
  thing: string
  /** Permission id that routes name: `dataset.publish`. */
  permission: string
  level?: LevelOfAssurance
  when?: (actor: Actor, subject: never) => boolean
  /** The condition in words, for `explain`; required wherever there is a condition. */
  provided?: string
}

type Options<S> = { level?: LevelOfAssurance; when?: (actor: Actor, subject: S) => boolean; provided?: string }

/** `allow('editor', 'publish', 'dataset', { when: …, provided: 'it belongs to their organisation' })`. Everything not allowed is denied. */
export function allow<S>(who: Who, action: string, thing: string, options: Options<S> = {}): AccessRule {
  if (options.when && !options.provided) throw new Error(`allow('${who}', '${action}', '${thing}'): say the condition in words (provided).`)
  return { who, action, thing, permission: `${thing}.${action}`, ...options } as AccessRule // subject types meet again in decide
}

export type Decision = { allowed: true; rule: AccessRule } | { allowed: false; reason: 'sign-in' | 'role' | 'level' | 'condition' | 'unknown'; needed?: AccessRule }

/** Asks the rules in order. The reason of a refusal is that of the rule which came closest. */
export function decide(rules: readonly AccessRule[], actor: Actor, permission: string, subject?: unknown): Decision {
  const candidates = rules.filter((rule) => rule.permission === permission)
  if (candidates.length === 0) return { allowed: false, reason: 'unknown' }
  const decisions = candidates.map((rule) => judge(rule, actor, subject))
  return decisions.find((decision) => decision.allowed) ?? decisions.sort((a, b) => closeness(b) - closeness(a))[0] ?? { allowed: false, reason: 'unknown' }
}

function judge(rule: AccessRule, actor: Actor, subject: unknown): Decision {
  if (rule.who !== 'anyone' && actor.id === undefined) return { allowed: false, reason: 'sign-in', needed: rule }
  if (rule.who !== 'anyone' && rule.who !== 'signed-in' && !hasRole(actor, rule.who)) return { allowed: false, reason: 'role', needed: rule }
  if (rule.level && !reaches(actor, rule.level)) return { allowed: false, reason: 'level', needed: rule }
  if (rule.when && !rule.when(actor, subject as never)) return { allowed: false, reason: 'condition', needed: rule }
  return { allowed: true, rule }
}

const order = ['unknown', 'sign-in', 'role', 'level', 'condition']
const closeness = (decision: Decision): number => (decision.allowed ? order.length : order.indexOf(decision.reason))

/** The decision as a sentence for developers, operators and the audit: "editor may publish dataset, provided it belongs to …". */
export function explain(rules: readonly AccessRule[], actor: Actor, permission: string, subject?: unknown): string {
  const decision = decide(rules, actor, permission, subject)
  if (decision.allowed) return `Allowed: ${sentence(decision.rule)}.`
  if (!decision.needed) return `Denied: no rule allows "${permission}".`
  const missing = { 'sign-in': 'nobody is signed in', role: `the role ${decision.needed.who} is missing`, level: `the sign-in does not reach "${decision.needed.level}"`, condition: `it does not hold that ${decision.needed.provided}`, unknown: '' }
  return `Denied: ${missing[decision.reason]}. Rule: ${sentence(decision.needed)}.`
}

const sentence = (rule: AccessRule): string =>
  `${rule.who} may ${rule.action} ${rule.thing}${rule.level ? ` when signed in at "${rule.level}"` : ''}${rule.provided ? `, provided ${rule.provided}` : ''}`
