export const hackday = {}
