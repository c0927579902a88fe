export const workshopPath = '/open-data/workshop'
export const draftPath = (id: string, step?: string): string => `/open-data/draft/${id}${step === undefined ? '' : `/${step}`}`
