import type { Translation } from '@modellregion/kernel/words'
import type { attachment as de } from '../de/attachment.ts'

export const attachment: Translation<typeof de> = {
  'attachment.removed-title': 'Removed on this device',
  'attachment.removed-nothing': 'There were no hidden details in this file.',
  'attachment.removed.gps': 'Place of the picture',
  'attachment.removed.camera': 'Device',
  'attachment.removed.author': 'Name',
  'attachment.removed.date': 'Moment',
  'attachment.removed.software': 'Program',
  'attachment.removed.thumbnail': 'Preview',
  'attachment.removed.comment': 'Remark',
  'attachment.removed.history': 'Earlier version or name in the history',
  'attachment.removed.other': 'Other detail',
  'attachment.why.unknown': 'We cannot remove hidden details from this kind of file. Your name, your device or the place may be in it.',
  'attachment.why.damaged': 'This file is damaged or built in a way that we do not know. So we could not remove hidden details. A photo of the screen or a new export helps.',
  'attachment.why.encrypted': 'This file has a password. So we could not remove hidden details. Save it without a password and choose it again.',
  'attachment.why.too-large': 'This file is larger than 25 MB. Make it smaller, or split it.',
  'attachment.why.bomb': 'Unpacked, this file would become much larger than it may be. It is not sent.',
  'attachment.why.empty': 'This file is empty. Please choose another one.',
  'attachment.neutral.picture': 'picture',
  'attachment.neutral.document': 'document',
}
