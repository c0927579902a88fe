/** Short names of the ten schools of the report, for addresses and for the demonstration's parts. */
export const demoSchools = [
  'ggs-roetgen',
  'gs-breinig',
  'kgs-barbaraschule',
  'marienschule-alsdorf',
  'gymnasium-baesweiler',
  'st-michael-gymnasium-monschau',
  'bk-alsdorf',
  'bk-stolberg-simmerath',
  'bk-gestaltung-technik',
  'mies-van-der-rohe-schule',
] as const

export type DemoSchool = (typeof demoSchools)[number]
