export const upkeep = {}
