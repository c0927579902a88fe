export const version = {
  'version.history': 'Frühere Dateien',
  'version.history-lead': 'Manchmal ändert die Stadt eine Datei.\nDie alte Datei bleibt hier liegen.',
}
