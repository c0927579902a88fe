import { service } from './en/service.ts'
import { home } from './en/home.ts'
import { shelf } from './en/shelf.ts'
import { programme } from './en/programme.ts'
import { programmeFacts } from './en/programme-facts.ts'
import { grant } from './en/grant.ts'
import { grantStatement } from './en/grant-statement.ts'
import { catalogue } from './en/catalogue.ts'
import { publiccode } from './en/publiccode.ts'
import { adoption } from './en/adoption.ts'
import { document } from './en/document.ts'
import { network } from './en/network.ts'
import { yearbook } from './en/yearbook.ts'

export const en = {
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
