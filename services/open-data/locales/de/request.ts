export const request = {}
