import { policyName } from './traces.ts'

type Policy = { createScriptURL(url: string): unknown }
type Factory = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy }
type WithTypes = typeof globalThis & { trustedTypes?: Factory; helpChatPolicy?: Policy }

/**
 * The address of a script for `new Worker` or `serviceWorker.register`, which sealed pages take from this door only. Addresses of this very
 * site pass; nothing else does. Islands of one page share the policy, for a page may create it once.
 * @throws TypeError for another site
 */
export function trustedScript(url: string | URL): string {
  const address = new URL(url, location.href)
  if (address.origin !== location.origin) throw new TypeError('A script of another site is never run.')
  const here: WithTypes = globalThis
  if (!here.trustedTypes) return address.href
  here.helpChatPolicy ??= here.trustedTypes.createPolicy(policyName, { createScriptURL: (text) => text })
  return here.helpChatPolicy.createScriptURL(address.href) as string // a TrustedScriptURL; TypeScript's library declares these parameters as text
}
