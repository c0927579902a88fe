export const token = {}
