/** How often something may fail before it has to wait, and how the wait grows. Times in seconds. */
export type Limit = { free: number; first: number; longest: number }

const hour = 3_600

/** Failures are forgotten after a day. */
export const remembered = 24 * hour

/**
 * `stranger`: everybody who tries an account from a device that never was signed in to it. `device`: one that was; it has a count of
 * its own, so that strangers cannot keep the owner out. `network`: all accounts from one network; generous, because a mobile
 * network or a library puts thousands behind one address. `mail`: letters
 * to one address. `probe`: what a network may ask about.
 */
export const limits = {
  stranger: { free: 5, first: 30, longest: 900 },
  device: { free: 8, first: 30, longest: 900 },
  network: { free: 200, first: 5, longest: 120 },
  code: { free: 5, first: 60, longest: 900 },
  mail: { free: 3, first: 600, longest: 6 * hour },
  probe: { free: 60, first: 60, longest: hour },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

/** Seconds to wait after so many failures: none at first, then doubling up to the longest. */
export function waitAfter(failures: number, { free, first, longest }: Limit): number {
  if (failures < free) return 0
  // 2^20 times anything is beyond every longest wait; more would leave the whole numbers.
  return Math.min(longest, first * 2 ** Math.min(20, failures - free))
}
