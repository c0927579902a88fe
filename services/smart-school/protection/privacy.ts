import type { PersonalData } from '@modellregion/kernel'

/** Decisions of the town about series; who decided stands in the audit. */
export const protectionPrivacy: readonly PersonalData[] = []
