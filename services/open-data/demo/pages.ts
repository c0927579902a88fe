/** Addresses with demonstration data that the check for barriers visits, one of each kind. */
export const demoPages = [
  '/open-data',
  '/open-data/dataset',
  '/open-data/dataset/ampelanlagen-in-koeln',
  '/open-data/theme',
  '/open-data/theme/TRAN',
  '/open-data/organisation',
  '/open-data/organisation/stadt-koeln',
  '/open-data/showcase',
  '/open-data/showcase/ampelkarte',
  '/open-data/licence',
  '/open-data/statistics',
]
