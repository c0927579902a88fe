import type { PersonalData } from '@modellregion/kernel'
import { shelfPrivacy } from './shelf/privacy.ts'
import { programmePrivacy } from './programme/privacy.ts'
import { grantPrivacy } from './grant/privacy.ts'
import { cataloguePrivacy } from './catalogue/privacy.ts'
import { publiccodePrivacy } from './publiccode/privacy.ts'
import { adoptionPrivacy } from './adoption/privacy.ts'
import { documentPrivacy } from './document/privacy.ts'
import { networkPrivacy } from './network/privacy.ts'
import { yearbookPrivacy } from './yearbook/privacy.ts'

/** What the service stores about people, and for how long. */
export const privacy: readonly PersonalData[] = [...shelfPrivacy, ...programmePrivacy, ...grantPrivacy, ...cataloguePrivacy, ...publiccodePrivacy, ...adoptionPrivacy, ...documentPrivacy, ...networkPrivacy, ...yearbookPrivacy]
