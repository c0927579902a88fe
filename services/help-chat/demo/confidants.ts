import type { Profile } from '../office/confidants.ts'
import type { Weekday } from '@modellregion/standards'
import type { Window } from '../office/schema.ts'
import type { Look } from './portrait.ts'

export type DemoConfidant = {
  /** Of the fictional person in people.ts. */
  key: 'vera' | 'viktor' | 'yasemin'
  id: string
  profile: Profile
  holder: boolean
  look: Look
  photoText: string
  /** Opens the locked keys. Everybody may read it, because everything behind it is invented. */
  phrase: readonly string[]
  training: readonly { title: string; daysAgo: number; validDays: number | null; source: 'course' | 'office' }[]
}

const times = (days: readonly Weekday[], from: string, until: string): Window[] => days.map((day) => ({ day, from, until }))

/** Three invented confidants of the city's office. */
export const demoConfidants: readonly DemoConfidant[] = [
  {
    key: 'vera',
    id: '0193e000-0000-7000-8000-0000000c0001',
    profile: {
      name: 'Vera Vertrauen',
      gender: 'female',
      languages: ['de', 'de-x-leicht', 'en'],
      unit: 'Amt für Grünflächen und Umwelt',
      about: 'Ich arbeite seit 20 Jahren bei der Stadt, erst im Gartenbau, jetzt in der Planung. Ich höre zu, ohne zu urteilen, und tue nichts, was Sie nicht wollen.',
      hours: [...times([1, 2, 4], '09:00', '12:00'), ...times([4], '14:00', '17:00')],
      topics: ['bullying', 'harassment', 'discrimination', 'conflict', 'health', 'other'],
      takesNew: true,
    },
    holder: true,
    look: { ground: [[214, 232, 226], [176, 208, 200]], skin: [240, 204, 178], hair: [124, 72, 44], shirt: [46, 110, 100], collar: [236, 240, 236], style: 'long' },
    photoText: 'Gezeichnetes Porträt: Vera Vertrauen lächelt, sie hat lange braune Haare und trägt einen grünen Pullover.',
    phrase: ['wald', 'kaffee', 'garten', 'laterne', 'muschel', 'koffer', 'markt', 'papier'],
    training: [
      { title: 'Grundkurs für Vertrauenspersonen', daysAgo: 200, validDays: 730, source: 'course' },
      { title: 'Gespräche nach sexueller Belästigung führen', daysAgo: 420, validDays: 450, source: 'office' },
    ],
  },
  {
    key: 'viktor',
    id: '0193e000-0000-7000-8000-0000000c0002',
    profile: {
      name: 'Viktor Beistand',
      gender: 'male',
      languages: ['de', 'en', 'ru', 'gsg'],
      unit: 'Feuerwehr und Rettungsdienst',
      about: 'Im Schichtdienst bleibt vieles ungesagt. Bei mir darf es gesagt werden, auch spät am Abend. Gebärdensprache habe ich von meinen Eltern gelernt.',
      hours: [...times([2, 3], '18:00', '21:00'), ...times([5], '08:00', '11:00')],
      topics: ['bullying', 'violence', 'conflict', 'compliance', 'health', 'other'],
      takesNew: true,
    },
    holder: true,
    look: { ground: [[222, 226, 240], [184, 194, 222]], skin: [228, 186, 156], hair: [70, 62, 60], shirt: [44, 62, 108], collar: [208, 216, 232], style: 'short', beard: true, glasses: true },
    photoText: 'Gezeichnetes Porträt: Viktor Beistand lächelt, er hat kurze dunkle Haare, einen Bart und eine Brille und trägt ein blaues Hemd.',
    phrase: ['notarzt', 'waldrand', 'tempo', 'brücke', 'bettzeug', 'silber', 'ordnung', 'juli'],
    training: [{ title: 'Grundkurs für Vertrauenspersonen', daysAgo: 700, validDays: 730, source: 'course' }],
  },
  {
    key: 'yasemin',
    id: '0193e000-0000-7000-8000-0000000c0003',
    profile: {
      name: 'Yasemin Zuhören',
      gender: 'female',
      languages: ['de', 'en', 'tr', 'ar'],
      unit: 'Kitas und Schulen',
      about: 'Als Leiterin einer Kita kenne ich kleine Teams, in denen jedes Wort auffällt. Wir überlegen zusammen, was Sie sagen können und was besser nicht.',
      hours: [...times([1, 3], '13:00', '16:00'), ...times([5], '10:00', '13:00')],
      topics: ['bullying', 'harassment', 'discrimination', 'violence', 'conflict', 'compliance', 'health', 'other'],
      takesNew: true,
    },
    holder: true,
    look: { ground: [[244, 230, 214], [228, 204, 176]], skin: [206, 158, 122], hair: [42, 32, 34], shirt: [150, 66, 84], collar: [244, 228, 214], style: 'curls' },
    photoText: 'Gezeichnetes Porträt: Yasemin Zuhören lächelt, sie hat dunkle Locken und trägt eine rote Bluse.',
    phrase: ['mangold', 'raureif', 'brauerei', 'tulpe', 'treppe', 'hafer', 'kirsche', 'wolke'],
    training: [
      { title: 'Grundkurs für Vertrauenspersonen', daysAgo: 90, validDays: 730, source: 'course' },
      { title: 'Das Hinweisgeberschutzgesetz in der Praxis', daysAgo: 60, validDays: null, source: 'office' },
    ],
  },
]

/** Who of them serves the village as well. */
export const demoServing = { office: 'aachen', village: 'hohenried', confidants: demoConfidants.filter(({ key }) => key !== 'viktor').map(({ id }) => id) }

/** The key phrase of an invented confidant, for the hint at the desk; nothing where no demonstration is on. */
export const demoPhrase = (platform: { readonly config: { readonly demo: boolean } }, confidant: string): readonly string[] | undefined =>
  platform.config.demo ? demoConfidants.find(({ id }) => id === confidant)?.phrase : undefined
