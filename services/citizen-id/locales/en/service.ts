export const service = {
  'service.title': 'Service account',
  'service.summary': 'One safe sign-in for all services: by phone, online ID card or password.',
}
