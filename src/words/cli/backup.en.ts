import type { backup as fr } from './backup.fr.ts'

/** What the commands backup and restore say. */
export const backup: typeof fr = {
  backup: {
    summary:
      'Writes the whole observatory to a file, as it is at one moment, while the portal works on. The file holds password hashes and people’s data: you alone can read it (mode 0600). Sessions, tokens, files on their way in and the queue are left out.',
    options: {
      '--passphrase-stdin': 'encrypts the file with the passphrase on standard input (one line, at least 12 characters)',
      '--json': 'one JSON document on standard output',
    },
  },
  restore: {
    summary:
      'Puts a backup into an empty observatory: all or nothing, rows and checksums compared before anything is saved. Needs the owner of the database (DATABASE_URL) or the embedded one.',
    options: {
      '--passphrase-stdin': 'opens an encrypted file with the passphrase on standard input',
      '--json': 'one JSON document on standard output',
    },
  },
  missingFile: (command) => `Name a file: passerelle ${command} observatory.passerelle`,
  oneFile: (command, extra) => `One file at a time (too many: ${extra}): passerelle ${command} FILE`,
  fileExists: (file) => `${file} exists already; give another name: one backup does not replace another.`,
  shortPassphrase: (length) => `The passphrase has ${length} characters; it needs at least 12, on the first line.`,
  writing: (table) => `Backup: ${table}`,
  reading: (table) => `Restore: ${table}`,
  written: (file, rows, tables, bytes) =>
    `${file}: ${rows} rows of ${tables} tables, ${bytes} bytes. The file holds password hashes and people’s data: keep it safe (mode 0600).`,
  clear: 'It is not encrypted; --passphrase-stdin encrypts it.',
  restored: (rows, tables, madeAt) =>
    `Restored: ${rows} rows of ${tables} tables, each compared with the backup of ${madeAt}. Everybody must sign in again; restart the portal if it runs on this database.`,
  refusals: {
    'backup.notABackup': (p) => `${p['file']} is no Passerelle backup; name a file that passerelle backup wrote.`,
    'backup.truncated': (p) =>
      `${p['file']} is incomplete: its end is missing. Fetch it again from where it came, or take another backup. Nothing has changed.`,
    'backup.damaged': (p) =>
      `${p['file']} is damaged: its content does not give its checksum. Fetch it again from where it came, or take another backup. Nothing has changed.`,
    'backup.passphraseNeeded': (p) =>
      `${p['file']} is encrypted; give its passphrase: passerelle restore --passphrase-stdin FILE. Nothing has changed.`,
    'backup.passphrase': (p) => `The passphrase does not open ${p['file']}. Nothing has changed.`,
    'backup.otherSchema': (p) =>
      `The table ${p['table']} of ${p['file']} does not have the columns of this version of the program. Nothing has changed.`,
    'restore.notEmpty': (p) =>
      `The observatory is not empty (${p['tables']}); restore into a new database, or another folder (PASSERELLE_DATA). Nothing has changed.`,
    'restore.newer': (p) =>
      `The backup comes from a newer program (migration ${p['backup']}, this program knows ${p['program']}); update the program. Nothing has changed.`,
    'restore.schemaAhead': (p) =>
      `The database has the schema of a newer program already (migration ${p['database']}) than the backup (${p['backup']}); restore into a new database, which is brought up to date afterwards. Nothing has changed.`,
    'restore.differs': (p) =>
      `The table ${p['table']} does not give back what the backup held (${p['expected']} rows expected, ${p['found']} found); nothing was kept.`,
  },
}
