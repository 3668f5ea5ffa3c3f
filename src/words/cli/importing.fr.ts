/** Ce que dit `passerelle import`. */
export const importing = {
  summary: 'Fait entrer des fichiers : tous, ou aucun si un seul est en faute. Refaire un import ne change rien.',
  options: {
    'FILE…': 'CSV, GeoJSON, TopoJSON, en clair, .gz ou .zip ; - pour l’entrée standard',
    '--kind KIND':
      'zones, boundaries, population, census, filosofi, postcodes, places, franceServices, libraries, facilities ou answers ; sinon reconnu au contenu',
    '--dry-run': 'lit et vérifie tout, ne change rien',
    '--map FIELD=COLUMN,…': 'comment comprendre les colonnes de votre propre fichier ; retenu pour la fois suivante',
    '--crs EPSG:N': 'système de coordonnées d’un tracé qui ne dit pas le sien (EPSG:2154, EPSG:27700)',
    '--json': 'un document JSON sur la sortie standard',
  },
  missingFile: 'Indiquez au moins un fichier : passerelle import communes.geojson',
  badKind: (kind: string, known: string) => `Genre inconnu : ${kind}. Genres : ${known}.`,
  badMapping: (part: string) => `« ${part} » ne se lit pas : écrivez --map champ=colonne, par exemple --map code=INSEE,name=Nom.`,
  unknownKind: 'genre non reconnu',
  file: (file: string, kind: string) => `${file} : ${kind}`,
  counts: ([rows, added, changed, unchanged, rejected, missing]: readonly string[]) =>
    `  ${rows} lignes lues : ${added} ajoutées, ${changed} modifiées, ${unchanged} inchangées, ${rejected} rejetées ; ${missing} valeurs manquantes`,
  unmatchedHead: (n: string, one: boolean) => `  ${n} ${one ? 'code' : 'codes'} sans zone d’aujourd’hui :`,
  unmatched: (code: string, resolvedTo: string | null) => `    ${code}${resolvedTo ? ` → ${resolvedTo}` : ''}`,
  warning: 'attention',
  error: 'erreur',
  issue: (label: string, file: string, line: number, column: string, value: string, message: string) =>
    `  ${label} : ${file}${line ? `, ligne ${line}` : ''}${column ? `, colonne ${column}` : ''}${value ? `, « ${value} »` : ''} : ${message}`,
  more: (label: string, n: string) => `  ${label} : … et ${n} de plus.`,
  mapRemedy: (fields: readonly string[], columns: readonly string[]) =>
    `  Dites quelle colonne donne ${fields.join(', ')} : --map ${fields.map((field) => `${field}=…`).join(',')} (colonnes : ${columns.join(', ')})`,
  refused: 'Rien n’a été enregistré : corrigez les erreurs et recommencez.',
  dryRun: 'Essai : rien n’a été enregistré.',
  committed: 'Enregistré.',
  progress: (file: string, rows: string) => `${file} : ${rows} lignes`,
}
