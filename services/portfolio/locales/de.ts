import { service } from './de/service.ts'
import { home } from './de/home.ts'
import { shelf } from './de/shelf.ts'
import { programme } from './de/programme.ts'
import { programmeFacts } from './de/programme-facts.ts'
import { grant } from './de/grant.ts'
import { grantStatement } from './de/grant-statement.ts'
import { catalogue } from './de/catalogue.ts'
import { publiccode } from './de/publiccode.ts'
import { adoption } from './de/adoption.ts'
import { document } from './de/document.ts'
import { network } from './de/network.ts'
import { yearbook } from './de/yearbook.ts'

export const de = {
  ...service,
  ...home,
  ...shelf,
  ...programme,
  ...programmeFacts,
  ...grant,
  ...grantStatement,
  ...catalogue,
  ...publiccode,
  ...adoption,
  ...document,
  ...network,
  ...yearbook,
}
