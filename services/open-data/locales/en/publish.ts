export const publish = {
  'publish.privacy.purpose': 'Knowing who in the administration has prepared and published data',
  'publish.privacy.until-published': 'As long as the draft exists; it ends with publication or when it is discarded.',
}
