/** A reminder for the person's own calendar, without a word about this service (RFC 5545). `day` is YYYY-MM-DD. */
export function reminderFile(day: string, title: string, uid: string): string {
  const plain = title.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', ' ')
  const date = day.replaceAll('-', '')
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//calendar//EN', 'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${date}T000000Z`, `DTSTART;VALUE=DATE:${date}`, `SUMMARY:${plain}`, 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
}

/** The day so many days after another; both YYYY-MM-DD. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
