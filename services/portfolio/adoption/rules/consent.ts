import type { AdoptionState, Consent } from '../schema.ts'

/** Whether others see the line of the register at all. */
export const showsName = (consent: Consent, state: AdoptionState): boolean => consent !== 'counted' && state !== 'ended'
/** Whether others see effort, cost, contact and lessons too. */
export const showsReport = (consent: Consent, state: AdoptionState): boolean => consent === 'named-report' && state !== 'ended'
