export { writeBackup, type BackupResult, type BackupSource } from './backup.ts'
export { readBackup, type RestoreResult, type RestoreTarget } from './restore.ts'
export { backupInstallation, restoreInstallation, type BackupOrder } from './installation.ts'
