import type { PersonalData } from '@modellregion/kernel'
import { loadPrivacy } from './load/privacy.ts'
import { storePrivacy } from './store/privacy.ts'
import { tokenPrivacy } from './token/privacy.ts'
import { editPrivacy } from './edit/privacy.ts'
import { checkPrivacy } from './check/privacy.ts'
import { upkeepPrivacy } from './upkeep/privacy.ts'
import { reviewPrivacy } from './review/privacy.ts'
import { scanPrivacy } from './scan/privacy.ts'
import { feedPrivacy } from './feed/privacy.ts'
import { versionPrivacy } from './version/privacy.ts'
import { explorePrivacy } from './explore/privacy.ts'
import { requestPrivacy } from './request/privacy.ts'
import { discussionPrivacy } from './discussion/privacy.ts'
import { followPrivacy } from './follow/privacy.ts'
import { hackdayPrivacy } from './hackday/privacy.ts'
import { seriesPrivacy } from './series/privacy.ts'
import { publishPrivacy } from './publish/privacy.ts'

/** Contact addresses of publishing offices are no personal data of citizens, but may name a person at work. */
export const privacy: readonly PersonalData[] = [
  { table: 'open_data.organisation', columns: ['name', 'email'], harmless: 'short name and published mailbox of an office' },
  { table: 'open_data.source', columns: ['name'], harmless: 'short name of a catalogue' },
  { table: 'open_data.dataset', columns: ['name'], harmless: 'short name of a dataset' },
  { table: 'open_data.showcase', columns: ['name'], harmless: 'short name of an application' },
  ...publishPrivacy,
  ...loadPrivacy,
  ...storePrivacy,
  ...tokenPrivacy,
  ...editPrivacy,
  ...checkPrivacy,
  ...upkeepPrivacy,
  ...reviewPrivacy,
  ...scanPrivacy,
  ...feedPrivacy,
  ...versionPrivacy,
  ...explorePrivacy,
  ...requestPrivacy,
  ...discussionPrivacy,
  ...followPrivacy,
  ...hackdayPrivacy,
  ...seriesPrivacy,
]
