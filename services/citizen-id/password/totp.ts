import { randomBytes } from 'node:crypto'
import { HOTP, Secret, TOTP } from 'otpauth'

/** Seconds a one-time password is shown. */
export const period = 30
export const digits = 6

/** 160 bits, as RFC 4226 (section 4, R6) recommends, in Base32. */
export const newTotpSecret = (): string => new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32

/** The address that an authenticator app reads from the QR code. SHA-1 and six digits: what every app can do. */
export const totpAddress = (secret: string, issuer: string, label: string): string => new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period, digits }).toString()

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1_000 / period)

/** The one-time password of a time step (RFC 6238). */
export const totpOf = (secret: string, step: number): string => HOTP.generate({ secret: Secret.fromBase32(secret), counter: step, digits })

/**
 * The time step to which a typed one-time password belongs: this one, the one before or the one after (RFC 6238, 5.2: clocks differ and people
 * type slowly). Steps up to `used` count no more, so that nobody can use what was read over a shoulder. Undefined when it fits none.
 */
export function stepOfTotp(secret: string, typed: string, now: Date, used: number): number | undefined {
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return undefined
  const current = stepAt(now)
  return [current, current - 1, current + 1].find((step) => step > used && totpOf(secret, step) === code)
}

/**
 * Whether a code is right for another time, up to five minutes away: then the phone's clock is wrong, and saying so helps more than "wrong code". It
 * lets nobody in, and whoever learns it has had the code already.
 */
export function isOutOfTime(secret: string, typed: string, now: Date): boolean {
  const code = typed.replace(/\s/g, '')
  const near = Math.floor(300 / period)
  return /^\d{6}$/.test(code) && Array.from({ length: 2 * near + 1 }, (_, at) => at - near).some((away) => Math.abs(away) > 1 && totpOf(secret, stepAt(now) + away) === code)
}
