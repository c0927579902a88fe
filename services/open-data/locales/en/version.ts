export const version = {}
