export const upkeep = {
  'upkeep.privacy.purpose': 'Wer den monatlichen Bericht über gepflegte und veraltete Daten nicht bekommen möchte',
}
