import type { Translation } from '@modellregion/kernel/words'
import type { bundid as de } from '../de/bundid.ts'

export const bundid: Translation<typeof de> = {
  'bundid.way.title': 'BundID',
  'bundid.way.lead': 'With the federal account. How safe it is depends on what you sign in with there.',
  'bundid.way.needs': 'You need: an account at BundID',
  'bundid.way.button': 'Sign in with BundID',
  'bundid.demo-way.title': 'BundID',
  'bundid.demo-way.lead': 'Demonstration: BundID is simulated. Invented people with invented accounts.',
  'bundid.demo-way.button': 'Sign in with simulated BundID',
  'bundid.title': 'Sign in with BundID',
  'bundid.lead': 'You sign in at the federal account and come back here afterwards.',
  'bundid.simulated': 'Demonstration: simulated BundID',
  'bundid.simulated-text': 'A test tool with invented accounts follows. It is not BundID.',
  'bundid.levels': 'How safe each way is',
  'bundid.levels-password': 'user name and password',
  'bundid.levels-elster': 'ELSTER certificate',
  'bundid.levels-eid': 'online ID card',
  'bundid.read': 'What BundID tells us',
  'bundid.read-text': 'Given names, family name, date of birth, address, email address, the level of assurance and a pseudonym that exists for this account only.',
  'bundid.start': 'Continue to BundID',
  'bundid.start-simulated': 'Continue to simulated BundID',
  'bundid.arrived.title': 'BundID has answered',
  'bundid.arrived.lead': 'You have not signed in here with this BundID before. How do you want to continue?',
  'bundid.failed.failed': 'BundID could not finish the sign-in.',
}
