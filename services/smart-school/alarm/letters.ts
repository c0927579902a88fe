import { speak, type Platform, type Tenant } from '@modellregion/kernel'
import { pageWords, type PageT } from '../locales/index.ts'
import type { Letters } from './dispatch.ts'
import { headingOf, sentencesOf } from './say.ts'
import type { Alarm } from './schema.ts'

/** The town's address for letters that no request has caused. */
export function originOf({ config }: Pick<Platform, 'config'>, { id, hosts }: Pick<Tenant, 'id' | 'hosts'>): string {
  const host = hosts.find((name) => !name.split(':')[0]?.endsWith('localhost')) ?? hosts[0] ?? `${id}.localhost`
  const isOwn = host.split(':')[0]?.endsWith('localhost') === true
  return isOwn ? `${config.https ? 'https' : 'http'}://${host.includes(':') ? host : `${host}:${config.port}`}` : `https://${host}`
}

/** The town's German, for letters and for what is written without a reader. */
export const voiceOf = ({ addressForm, gender, words: overrides }: Pick<Tenant, 'addressForm' | 'gender' | 'words'>): PageT => speak(pageWords, { locale: 'de', form: addressForm, gender, overrides })

/** Letters about alarms: what, where, since when, and where to say that somebody sees to it. No word about people. */
export function lettersOf(t: PageT, origin: string, schoolName: (id: number) => string): Letters {
  const link = ({ id }: Alarm): string => `${origin}/smart-school/alarm/${id}`
  const settings = `${origin}/smart-school/alarms/settings`
  return {
    alarm: (alarm, step) => ({
      subject: t('alarm.mail.subject', { severity: t(`alarm.severity.${alarm.severity}`), heading: headingOf(t, alarm), school: schoolName(alarm.schoolId) }),
      text: t('alarm.mail.text', {
        heading: headingOf(t, alarm),
        school: schoolName(alarm.schoolId),
        sentences: sentencesOf(t, alarm, 'de').join('\n'),
        why: t(`alarm.mail.step-${step}`),
        link: link(alarm),
        settings,
      }),
    }),
    digest: (alarms) => ({
      subject: t('alarm.mail.digest-subject', { n: alarms.length }),
      text: t('alarm.mail.digest-text', { lines: alarms.map((alarm) => `${headingOf(t, alarm)}, ${schoolName(alarm.schoolId)}: ${t(`alarm.state.${alarm.state}`)}\n${link(alarm)}`).join('\n\n'), settings }),
    }),
  }
}
