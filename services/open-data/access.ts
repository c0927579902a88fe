import { allow, type AccessRule } from '@modellregion/kernel'
import { loadAccess } from './load/access.ts'
import { storeAccess } from './store/access.ts'
import { tokenAccess } from './token/access.ts'
import { editAccess } from './edit/access.ts'
import { checkAccess } from './check/access.ts'
import { upkeepAccess } from './upkeep/access.ts'
import { reviewAccess } from './review/access.ts'
import { scanAccess } from './scan/access.ts'
import { feedAccess } from './feed/access.ts'
import { versionAccess } from './version/access.ts'
import { exploreAccess } from './explore/access.ts'
import { requestAccess } from './request/access.ts'
import { discussionAccess } from './discussion/access.ts'
import { followAccess } from './follow/access.ts'
import { hackdayAccess } from './hackday/access.ts'
import { seriesAccess } from './series/access.ts'

/** Who may do what with open data. Everything not said here is denied. */
export const access: readonly AccessRule[] = [
  allow('editor', 'read', 'harvest'),
  allow('town-admin', 'read', 'harvest'),
  allow('operator', 'read', 'harvest'),
  allow('editor', 'start', 'harvest'),
  allow('town-admin', 'start', 'harvest'),
  allow('town-admin', 'change', 'source'),
  allow('operator', 'change', 'source'),
  // A clerk of a department writes and sends in; the department's open data officer checks; the group decides.
  allow('data-owner', 'write', 'draft'),
  allow('editor', 'write', 'draft'),
  allow('data-owner', 'withdraw', 'dataset'),
  allow('editor', 'withdraw', 'dataset'),
  allow('town-admin', 'delete', 'dataset'),
  allow('town-admin', 'manage', 'office'),
  ...loadAccess,
  ...storeAccess,
  ...tokenAccess,
  ...editAccess,
  ...checkAccess,
  ...upkeepAccess,
  ...reviewAccess,
  ...scanAccess,
  ...feedAccess,
  ...versionAccess,
  ...exploreAccess,
  ...requestAccess,
  ...discussionAccess,
  ...followAccess,
  ...hackdayAccess,
  ...seriesAccess,
]
