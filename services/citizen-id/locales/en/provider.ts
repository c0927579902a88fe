import type { Translation } from '@modellregion/kernel/words'
import type { provider as de } from '../de/provider.ts'

export const provider: Translation<typeof de> = {
  'provider.purpose.person': 'Signing in to the services of the town',
  'provider.data.person': 'name, user name, mail address, date of birth, postal address and how sure these are',
  'provider.purpose.credential': 'Signing in with a device',
  'provider.data.credential': 'name and public key of the device, last use',
  'provider.purpose.link': 'Recognising an ID card or a BundID',
  'provider.data.link': 'hashed identifier, last use',
  'provider.purpose.level-event': 'History of the level of assurance',
  'provider.data.level-event': 'level, cause and moment',
  'provider.purpose.artifact': 'Sessions, consents and access tokens of signing in',
  'provider.data.artifact': 'id of the account, services signed in to, consents given',
  'provider.purpose.use': 'Evidence for the person themselves of who received their data',
  'provider.data.use': 'office, purpose, legal basis, data passed on, moment',
}
