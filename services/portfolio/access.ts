import type { AccessRule } from '@modellregion/kernel'
import { shelfAccess } from './shelf/access.ts'
import { programmeAccess } from './programme/access.ts'
import { grantAccess } from './grant/access.ts'
import { catalogueAccess } from './catalogue/access.ts'
import { publiccodeAccess } from './publiccode/access.ts'
import { adoptionAccess } from './adoption/access.ts'
import { documentAccess } from './document/access.ts'
import { networkAccess } from './network/access.ts'
import { yearbookAccess } from './yearbook/access.ts'

/** Who may do what. */
export const access: readonly AccessRule[] = [...shelfAccess, ...programmeAccess, ...grantAccess, ...catalogueAccess, ...publiccodeAccess, ...adoptionAccess, ...documentAccess, ...networkAccess, ...yearbookAccess]
