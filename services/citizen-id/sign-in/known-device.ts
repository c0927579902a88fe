import { randomBytes, timingSafeEqual } from 'node:crypto'
import { isSharedComputer } from '@modellregion/kernel'
import { keyed } from './secret.ts'

const cookie = 'mr_known'
const lifetime = 180 * 24 * 3_600
const mostAccounts = 6

type Where = { secret: string; tenant: string; cookies: string | undefined }

/**
 * The device, when somebody has signed in on it to this account before. It has its own count of failures, so that strangers who guess cannot keep the
 * owner out. The cookie holds signed marks `account.device.signature`; a mark lets nobody in and gains a thief a few guesses.
 */
export function knownDevice(where: Where, personId: string): string | undefined {
  const account = accountMark(where, personId)
  return marksIn(where).find((mark) => mark.account === account)?.device
}

/** The `Set-Cookie` that makes this browser a known device of the account. A computer of several people is nobody's: it forgets whom it knew. */
export function rememberDevice(where: Where, personId: string, https: boolean): string {
  if (isSharedComputer(where.cookies)) return `${cookie}=; Path=/citizen-id; Max-Age=0; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
  const account = accountMark(where, personId)
  const others = marksIn(where).filter((mark) => mark.account !== account)
  const marks = [{ account, device: knownDevice(where, personId) ?? randomBytes(12).toString('base64url') }, ...others].slice(0, mostAccounts)
  const value = marks.map((mark) => `${mark.account}.${mark.device}.${sign(where, mark)}`).join('~')
  return `${cookie}=${value}; Path=/citizen-id; Max-Age=${lifetime}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
}

type Mark = { account: string; device: string }

const accountMark = ({ secret, tenant }: Where, personId: string): string => keyed(secret, 'device-account', tenant, personId).slice(0, 16)
const sign = ({ secret, tenant }: Where, { account, device }: Mark): string => keyed(secret, 'device', tenant, account, device)

function marksIn(where: Where): Mark[] {
  const value = /(?:^|;\s*)mr_known=([A-Za-z0-9_.~-]{1,2000})(?:;|$)/.exec(where.cookies ?? '')?.[1] ?? ''
  return value.split('~').flatMap((text) => {
    const [account = '', device = '', signature = ''] = text.split('.')
    const [given, right] = [Buffer.from(signature), Buffer.from(sign(where, { account, device }))]
    return given.length === right.length && timingSafeEqual(given, right) ? [{ account, device }] : []
  })
}
