/** Path of the provider below the town's address; part of the issuer. */
export const issuerPath = '/id'

/**
 * The issuer of a town: one, under its first registered host. On host names of the own machine (demonstration, development,
 * tests) the address that was asked is the issuer, because nobody else could reach a canonical one.
 */
export function issuerOf(hosts: readonly string[], origin: string): string {
  return `${canonicalOrigin(hosts, origin)}${issuerPath}`
}

export function canonicalOrigin(hosts: readonly string[], origin: string): string {
  const asked = new URL(origin)
  const first = hosts.find((host) => !isOwnMachine(host))
  return first === undefined || isOwnMachine(asked.hostname) ? asked.origin : `${asked.protocol}//${first}`
}

/** `localhost`, names below it, and bare addresses. */
export const isOwnMachine = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost') || /^[\d.]+$/.test(host) || host.startsWith('[')
