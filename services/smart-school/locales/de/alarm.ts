import type { Dictionary } from '@modellregion/kernel/words'

export const alarm = {
  'alarm.personal.acknowledged': 'Zeigen, wer sich um einen Alarm kümmert',
  'alarm.personal.acknowledged-data': 'Konto, Zeitpunkt und Notiz zum Alarm',
  'alarm.personal.recipients': 'alle, die an derselben Schule Alarme bearbeiten',
  'alarm.personal.preference': 'Benachrichtigen, wann und wie es gewünscht ist',
  'alarm.personal.preference-data': 'Ruhezeiten, Wege und Höchstzahl der Benachrichtigungen',
  'alarm.personal.duty': 'Festlegen, wer bei einem Alarm wann benachrichtigt wird',
  'alarm.personal.duty-data': 'Konto, Schule und Stufe',
  'alarm.personal.notice': 'Nachweisen, wer wann benachrichtigt wurde, und die Höchstzahl einhalten',
  'alarm.personal.notice-data': 'Konto, Alarm, Zeitpunkt und Art der Benachrichtigung',
} satisfies Dictionary
