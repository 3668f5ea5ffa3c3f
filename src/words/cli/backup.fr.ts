type Params = Readonly<Record<string, string | number>>

/** Ce que disent les commandes backup et restore. */
export const backup = {
  backup: {
    summary:
      'Écrit tout l’observatoire dans un fichier, à un instant donné, pendant que le portail travaille. Le fichier contient des mots de passe hachés et des données de personnes : il n’est lisible que par vous (droits 0600). Sessions, jetons, fichiers en cours d’arrivée et file d’attente n’y sont pas.',
    options: {
      '--passphrase-stdin': 'chiffre le fichier avec la phrase lue sur l’entrée standard (une ligne, 12 caractères au moins)',
      '--json': 'un document JSON sur la sortie standard',
    },
  },
  restore: {
    summary:
      'Remet une sauvegarde dans un observatoire vide : tout ou rien, lignes et sommes de contrôle comparées avant d’enregistrer. Demande le propriétaire de la base (DATABASE_URL) ou la base embarquée.',
    options: {
      '--passphrase-stdin': 'ouvre un fichier chiffré avec la phrase lue sur l’entrée standard',
      '--json': 'un document JSON sur la sortie standard',
    },
  },
  missingFile: (command: string) => `Indiquez un fichier : passerelle ${command} observatoire.passerelle`,
  oneFile: (command: string, extra: string) => `Un seul fichier à la fois (en trop : ${extra}) : passerelle ${command} FICHIER`,
  fileExists: (file: string) => `${file} existe déjà ; donnez un autre nom : une sauvegarde n’en remplace pas une autre.`,
  shortPassphrase: (length: number) =>
    `La phrase de passe a ${length} caractères ; il en faut au moins 12, sur la première ligne.`,
  writing: (table: string) => `Sauvegarde : ${table}`,
  reading: (table: string) => `Restauration : ${table}`,
  written: (file: string, rows: string, tables: number, bytes: string) =>
    `${file} : ${rows} lignes de ${tables} tables, ${bytes} octets. Le fichier contient des mots de passe hachés et des données de personnes : gardez-le en lieu sûr (droits 0600).`,
  clear: 'Il n’est pas chiffré ; --passphrase-stdin le chiffre.',
  restored: (rows: string, tables: number, madeAt: string) =>
    `Restauré : ${rows} lignes de ${tables} tables, comparées une à une à la sauvegarde du ${madeAt}. Chacun devra se reconnecter ; relancez le portail s’il tourne sur cette base.`,
  refusals: {
    'backup.notABackup': (p: Params) =>
      `${p['file']} n’est pas une sauvegarde de Passerelle ; indiquez un fichier écrit par passerelle backup.`,
    'backup.truncated': (p: Params) =>
      `${p['file']} est incomplet : sa fin manque. Reprenez-le à la source, ou prenez une autre sauvegarde. Rien n’a changé.`,
    'backup.damaged': (p: Params) =>
      `${p['file']} est abîmé : son contenu ne donne pas sa somme de contrôle. Reprenez-le à la source, ou prenez une autre sauvegarde. Rien n’a changé.`,
    'backup.passphraseNeeded': (p: Params) =>
      `${p['file']} est chiffré ; donnez sa phrase de passe : passerelle restore --passphrase-stdin FICHIER. Rien n’a changé.`,
    'backup.passphrase': (p: Params) => `La phrase de passe n’ouvre pas ${p['file']}. Rien n’a changé.`,
    'backup.otherSchema': (p: Params) =>
      `La table ${p['table']} de ${p['file']} n’a pas les colonnes de cette version du programme. Rien n’a changé.`,
    'restore.notEmpty': (p: Params) =>
      `L’observatoire n’est pas vide (${p['tables']}) ; restaurez dans une base neuve, ou un autre dossier (PASSERELLE_DATA). Rien n’a changé.`,
    'restore.newer': (p: Params) =>
      `La sauvegarde vient d’un programme plus récent (migration ${p['backup']}, ce programme en connaît ${p['program']}) ; mettez le programme à jour. Rien n’a changé.`,
    'restore.schemaAhead': (p: Params) =>
      `La base a déjà le schéma d’un programme plus récent (migration ${p['database']}) que la sauvegarde (${p['backup']}) ; restaurez dans une base neuve, qui sera mise à jour ensuite. Rien n’a changé.`,
    'restore.differs': (p: Params) =>
      `La table ${p['table']} ne rend pas ce que la sauvegarde contenait (${p['expected']} lignes attendues, ${p['found']} trouvées) ; rien n’a été gardé.`,
  } as Readonly<Record<string, (params: Params) => string>>,
}
