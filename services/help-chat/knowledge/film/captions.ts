import { formOf } from '../markup.ts'
import type { ContentLocale } from '../schema.ts'
import { sceneSeconds } from './scenes.ts'

/** What each scene says. The film has no sound: captions and transcript are all its words. */
export const said: Readonly<Record<ContentLocale, readonly string[]>> = {
  de: [
    'Bei der Arbeit ist etwas geschehen. Es lässt nicht los.',
    'Erst in Ruhe lesen: zu Hause, auf dem eigenen Gerät.',
    '{Sie wählen|Du wählst} eine Vertrauensperson. Wer nichts erfahren soll, bekommt keinen Schlüssel.',
    'Die Nachricht wird auf dem Gerät verschlossen. Die Technik der Stadt kann sie nicht öffnen.',
    'Acht Wörter führen zurück zum Gespräch. Niemand sonst kennt sie.',
    'Die Vertrauensperson antwortet. Niemand fragt nach dem Namen.',
    'Nur reden oder auch melden? {Sie entscheiden|Du entscheidest}.',
    'Kommt jemand dazu, hilft der Knopf „Schnell weg“.',
  ],
  en: [
    'Something happened at work. It does not let go.',
    'Read in peace first: at home, on your own device.',
    'You choose a confidant. Whoever shall not know gets no key.',
    'The message is locked on the device. The town’s technicians cannot open it.',
    'Eight words lead back to the conversation. Nobody else knows them.',
    'The confidant answers. Nobody asks for a name.',
    'Only talk, or report as well? You decide.',
    'If somebody comes in, the button “Leave fast” helps.',
  ],
  'de-x-leicht': [
    'In der Arbeit ist etwas passiert. Es geht Ihnen **nicht** gut.',
    'Lesen Sie zuerst. Nehmen Sie Ihr eigenes Handy.',
    'Suchen Sie eine Vertrauens·person aus. Eine Person soll **nichts** wissen? Sie kann **nichts** lesen.',
    'Ihre Nachricht ist wie ein Brief mit Schloss. Die Stadt kann sie **nicht** lesen.',
    'Sie bekommen 8 Wörter. Damit kommen Sie zurück.',
    'Die Vertrauens·person antwortet Ihnen. Sie sagen **keinen** Namen.',
    'Reden oder melden? Sie bestimmen.',
    'Kommt jemand? Drücken Sie: Schnell weg.',
  ],
}

const stamp = (seconds: number): string => `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`

/** Captions as WebVTT (W3C). `speak` sets joints and fixed blanks. */
export function webVtt(locale: ContentLocale, form: 'sie' | 'du', speak: (text: string) => string): string {
  const cues = linesOf(locale, form, speak).map((line, at) => `${at + 1}\n${stamp(at * sceneSeconds)} --> ${stamp((at + 1) * sceneSeconds)}\n${line}\n`)
  return `WEBVTT\n\n${cues.join('\n')}`
}

/** The same as text to read. */
export const linesOf = (locale: ContentLocale, form: 'sie' | 'du', speak: (text: string) => string): string[] => said[locale].map((line) => speak(formOf(line, form)).replaceAll('**', ''))
