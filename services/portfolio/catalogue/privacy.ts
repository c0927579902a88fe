import type { PersonalData } from '@modellregion/kernel'

/** Suppliers are companies with a shared mailbox, contacts are offices: nothing here is about a person. */
export const cataloguePrivacy: readonly PersonalData[] = []
