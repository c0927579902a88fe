export const reviewHome = '/open-data/review'
