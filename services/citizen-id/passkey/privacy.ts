import type { PersonalData } from '@modellregion/kernel'

/** Keys are declared with the person; a challenge that was answered is a hash and names nobody. */
export const passkeyPrivacy: readonly PersonalData[] = []
