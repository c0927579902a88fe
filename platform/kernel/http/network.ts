import { createHmac } from 'node:crypto'
import type { Platform } from '../boot/platform.ts'
import { sharedSecret } from '../identity/secret.ts'

/**
 * A name for the network a request comes from, for limits that must outlive one process: a keyed hash of the address (of an
 * IPv6 address its first 64 bits) that is another one each day. Nobody can read an address back out of it.
 */
export async function networkName({ database }: Pick<Platform, 'database'>, address: string, now: Date): Promise<string> {
  const key = await sharedSecret(database, 'network', now)
  return createHmac('sha256', key).update(`${now.toISOString().slice(0, 10)} ${networkOf(address)}`).digest('base64url').slice(0, 22)
}

/** The part of an address that one customer of a provider keeps. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.toLowerCase().split('%')[0]?.split('::') ?? []
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = tail === undefined ? front : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back]
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')
}
