import type { AccessRule } from '@modellregion/kernel'
import { threadAccess } from './thread/access.ts'
import { officeAccess } from './office/access.ts'
import { deskAccess } from './desk/access.ts'
import { notificationAccess } from './notification/access.ts'
import { statisticsAccess } from './statistics/access.ts'
import { blueprintAccess } from './blueprint/access.ts'
import { knowledgeAccess } from './knowledge/access.ts'

/** Who may do what. The anonymous person is nobody to the access rules: the case area asks for the return secret instead. */
export const access: readonly AccessRule[] = [...threadAccess, ...officeAccess, ...deskAccess, ...notificationAccess, ...statisticsAccess, ...blueprintAccess, ...knowledgeAccess]
