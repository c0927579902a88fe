/** A clock that stands still until the test moves it. */
export type TestClock = { now(): Date; set(moment: string): void; advance(step: { days?: number; hours?: number; minutes?: number; seconds?: number }): void }

/** The moment in which tests take place when they name no other: a Tuesday morning. */
export const testMoment = '2026-03-10T09:00:00Z'

export function testClock(start: string = testMoment): TestClock {
  let at = moment(start)
  return {
    now: () => new Date(at),
    set: (next) => (at = moment(next)),
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => (at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000),
  }
}

function moment(text: string): number {
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new Error(`"${text}" is no moment. Write it like ${testMoment}.`)
  return at
}
