import type { Translation } from '@modellregion/kernel/words'
import type { alarm as de } from '../de/alarm.ts'

export const alarm: Translation<typeof de> = {
  'alarm.personal.acknowledged': 'Show who takes care of an alarm',
  'alarm.personal.acknowledged-data': 'account, time and note on the alarm',
  'alarm.personal.recipients': 'everybody who handles alarms at the same school',
  'alarm.personal.preference': 'Tell people when and how they want to be told',
  'alarm.personal.preference-data': 'quiet hours, ways and greatest number of notifications',
  'alarm.personal.duty': 'Settle who is told of an alarm and when',
  'alarm.personal.duty-data': 'account, school and step',
  'alarm.personal.notice': 'Prove who was told and when, and keep to the greatest number',
  'alarm.personal.notice-data': 'account, alarm, time and kind of notification',
}
