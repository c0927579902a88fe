import type { EasyTranslation } from '@modellregion/kernel/words'
import type { alarm as de } from '../de/alarm.ts'

/** Drafts until two readers from the target group have checked them. What is missing falls back to German. */
export const alarm: EasyTranslation<typeof de> = {
  'alarm.title': 'Alarme',
  'alarm.open': 'Das ist gerade los',
  'alarm.open-none': 'Gerade gibt es **keinen** Alarm',
  'alarm.past': 'Das war vorher los',
  'alarm.severity.info': 'Gut zu wissen',
  'alarm.severity.warn': 'Heute ansehen',
  'alarm.severity.urgent': 'Jetzt etwas tun',
  'alarm.state.raised': 'offen',
  'alarm.state.acknowledged': 'Jemand hilft schon',
  'alarm.state.cleared': 'vorbei',
  'alarm.ack.title': 'Ich kümmere mich',
  'alarm.ack.text': 'Sie wollen helfen?\nDann drücken Sie den Knopf.\nDanach bekommt **niemand** mehr eine Nachricht.',
  'alarm.ack.send': 'Ich kümmere mich',
  'alarm.ack.done': 'Danke.\nSie kümmern sich um den Alarm.',
  'alarm.no-fire-alarm-title': 'Das ist **kein** Feuer·alarm',
  'alarm.no-fire-alarm': 'Das ist **kein** Feuer·alarm.\nEs brennt?\nDann rufen Sie 112 an.\nUnd drücken Sie den Feuer·alarm in der Schule.',
}
