import type { PersonalData } from '@modellregion/kernel'
import { threadPrivacy } from './thread/privacy.ts'
import { officePrivacy } from './office/privacy.ts'
import { notificationPrivacy } from './notification/privacy.ts'
import { deskPrivacy } from './desk/privacy.ts'
import { blueprintPrivacy } from './blueprint/privacy.ts'
import { knowledgePrivacy } from './knowledge/privacy.ts'

/** What the service stores about people, and for how long. Of the anonymous person nothing that says who they are. */
export const privacy: readonly PersonalData[] = [...threadPrivacy, ...officePrivacy, ...notificationPrivacy, ...deskPrivacy, ...blueprintPrivacy, ...knowledgePrivacy]
