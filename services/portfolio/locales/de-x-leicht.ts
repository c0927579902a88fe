import { service } from './de-x-leicht/service.ts'
import { home } from './de-x-leicht/home.ts'
import { shelf } from './de-x-leicht/shelf.ts'
import { programme } from './de-x-leicht/programme.ts'
import { programmeFacts } from './de-x-leicht/programme-facts.ts'
import { grant } from './de-x-leicht/grant.ts'
import { catalogue } from './de-x-leicht/catalogue.ts'
import { publiccode } from './de-x-leicht/publiccode.ts'
import { adoption } from './de-x-leicht/adoption.ts'
import { document } from './de-x-leicht/document.ts'
import { network } from './de-x-leicht/network.ts'
import { yearbook } from './de-x-leicht/yearbook.ts'

export const leicht = {
  ...service,
  ...home,
  ...shelf,
  ...programme,
  ...programmeFacts,
  ...grant,
  ...catalogue,
  ...publiccode,
  ...adoption,
  ...document,
  ...network,
  ...yearbook,
}
