import type { Translation } from '@modellregion/kernel/words'
import type { signIn as de } from '../de/sign-in.ts'

export const signIn: Translation<typeof de> = {
  'sign-in.title': 'Sign in',
  'sign-in.demo': 'Demonstration: try it without an account',
  'sign-in.demo-enter': (p) => `Sign in as ${p.name}`,
}
