import type { PersonalData } from '@modellregion/kernel'
import { foreignSignInPrivacy } from '../saml/privacy.ts'

export const eidPrivacy: readonly PersonalData[] = foreignSignInPrivacy
