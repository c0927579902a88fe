export const upkeep = {
  'upkeep.privacy.purpose': 'Who does not want the monthly report about data that are kept up or out of date',
}
