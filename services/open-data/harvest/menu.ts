export const harvestPath = '/open-data/harvest'
