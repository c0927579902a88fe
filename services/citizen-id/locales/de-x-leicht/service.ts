export const service = {
  'service.title': 'Service-Konto',
  'service.summary': 'Mit dem Service-Konto melden Sie sich bei allen Diensten an.',
}
