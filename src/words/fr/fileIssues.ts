import type { FileIssue } from '#domain/imports'

type Issue = Pick<FileIssue, 'column' | 'value' | 'expected'>

/** What the fields of files are called, for messages and for the form that asks which column gives what. */
export const fileFields = {
  code: 'code de la zone',
  name: 'nom',
  zone: 'code de la zone',
  services: 'services rendus',
  population: 'population',
  level: 'niveau de la zone',
  parent: 'zone qui la contient',
  department: 'département',
  epci: 'intercommunalité (SIREN)',
  epciName: 'nom de l’intercommunalité',
  country: 'pays',
  lat: 'latitude en degrés',
  lon: 'longitude en degrés',
  id: 'identifiant',
  authority: 'collectivité',
  postcode: 'code postal',
  town: 'commune',
  address: 'adresse',
  movement: 'type de mouvement (MOD)',
  former: 'code d’avant',
  current: 'code d’après',
  type: 'type',
  count: 'nombre',
  sex: 'sexe',
  age: 'âge',
  activity: 'activité',
  figures: 'chiffres',
  MED: 'indicateurs (MED16, TP6016…)',
  respondent: 'répondant',
  service: 'service',
  criterion: 'critère',
  score: 'note',
  openingHours: 'horaires',
  monday: 'lundi',
  tuesday: 'mardi',
  wednesday: 'mercredi',
  thursday: 'jeudi',
  friday: 'vendredi',
  saturday: 'samedi',
  sunday: 'dimanche',
  phone: 'téléphone',
  email: 'adresse électronique',
  url: 'site',
  stepFree: 'accès de plain-pied',
  parking: 'stationnement',
  organisation: 'organisme',
  kind: 'nature du lieu',
  checkedOn: 'vérifié le',
  closedOn: 'fermé le',
} as Readonly<Record<string, string>>

const fieldName = (field: string): string => fileFields[field] ?? field

/** What is wrong with a file and how to mend it, by the code of the issue. Those that only warn say that nothing need be done. */
export const fileIssues = {
  'file.empty': () =>
    'Le fichier est vide. Vérifiez qu’il a été enregistré en entier, avec une ligne d’en-tête et au moins une ligne de données.',
  'file.encoding': ({ column, value, expected }: Issue) =>
    `Le fichier contient un caractère illisible (${value})${column === '' ? '' : ` dans la colonne ${column}`}. Enregistrez-le en ${expected} depuis votre tableur, puis apportez-le de nouveau.`,
  'file.notText': ({ expected }: Issue) => `Ce n’est pas un fichier de données lisible. Formats compris : ${expected}.`,
  'file.notGzip': () =>
    'Le nom finit par .gz mais le contenu n’est pas du gzip complet. Compressez le fichier de nouveau, ou apportez-le sans compression.',
  'file.spreadsheet': () =>
    'C’est un classeur de tableur. Enregistrez la feuille voulue en CSV (UTF-8), puis apportez ce fichier.',
  'category.unknown': ({ column, value, expected }: Issue) =>
    `« ${value} » n’est pas une modalité connue de ${column} (${expected}) : elle est gardée telle quelle. Vérifiez que cette colonne est la bonne.`,
  'file.bomb': ({ value, expected }: Issue) =>
    `« ${value} » dépasse ${expected} en se décompressant, ce qu’aucun fichier de données normal ne fait. Apportez-le décompressé si son contenu est sûr, ou découpez-le.`,
  'file.tooLarge': ({ expected }: Issue) => `Le fichier dépasse ${expected}. Découpez-le, par département par exemple.`,
  'file.longLine': ({ value }: Issue) =>
    `Une ligne est d’une longueur anormale, à partir de « ${value} ». Un guillemet ouvert n’a sans doute pas été refermé, ou le fichier n’est pas un tableau.`,
  'file.unknownKind': ({ value, expected }: Issue) =>
    `Ce fichier n’a pas été reconnu${value === '' ? '' : ` (${value})`}. Dites ce que c’est${expected === '' ? '' : ` (attendu : ${expected})`}, ou quelle colonne donne quoi.`,
  'row.unclosedQuote': ({ value }: Issue) =>
    `Un guillemet ouvert n’est jamais refermé, à partir de « ${value} ». Fermez-le, ou doublez-le s’il fait partie du texte.`,
  'row.quote': ({ value }: Issue) =>
    `Un guillemet est mal placé : « ${value} ». Doublez les guillemets qui font partie du texte.`,
  'row.columns': ({ value, expected }: Issue) =>
    `Cette ligne n’a pas autant de valeurs que l’en-tête (${expected} attendues) : ${value}. Un séparateur manque, ou un texte qui en contient un n’est pas entre guillemets.`,
  'row.duplicate': ({ column, value, expected }: Issue) =>
    `« ${value} » figure déjà à la ligne ${expected}${column === '' ? '' : ` (colonne ${column})`}. Gardez une seule des deux lignes.`,
  'json.syntax': ({ value, expected }: Issue) =>
    `Le fichier GeoJSON ou TopoJSON est mal formé près de « ${value} »${expected === '' ? '' : ` (attendu : ${expected})`}. Exportez-le de nouveau : il est peut-être tronqué.`,
  'zip.bomb': ({ value }: Issue) =>
    `L’archive « ${value} » se déploie démesurément. Apportez les fichiers sans archive si leur contenu est sûr.`,
  'zip.nested': ({ value }: Issue) => `L’archive en contient une autre (« ${value} »). Apportez les fichiers eux-mêmes.`,
  'zip.path': ({ value }: Issue) =>
    `L’archive contient un chemin interdit (« ${value} »). Refaites-la avec de simples noms de fichiers.`,
  'zip.empty': () => 'L’archive ne contient aucun fichier lisible. Mettez-y des fichiers CSV, GeoJSON ou TopoJSON.',
  'zip.nothing': ({ value, expected }: Issue) =>
    `L’archive ne contient aucun fichier lisible${value === '' ? '' : ` (${value})`}. Mettez-y du ${expected}.`,
  'zip.tooMany': ({ value, expected }: Issue) =>
    `L’archive contient trop de fichiers (${value}). Apportez-en au plus ${expected} à la fois.`,
  'zip.damaged': ({ value }: Issue) => `« ${value} » est abîmé dans l’archive. Refaites l’archive.`,
  'zip.locked': ({ value }: Issue) =>
    `« ${value} » est protégé par un mot de passe ou compressé d’une manière inconnue. Refaites l’archive sans mot de passe.`,
  'column.missing': ({ column, expected }: Issue) =>
    `Il manque la colonne « ${fieldName(column)} »${expected === '' ? '' : `. Noms compris : ${expected}`}. Ajoutez-la, ou dites quelle colonne du fichier la donne.`,
  'column.unknown': ({ column, expected }: Issue) => `Le fichier n’a pas de colonne « ${column} ». Ses colonnes : ${expected}.`,
  'column.twice': ({ column }: Issue) => `Deux colonnes s’appellent « ${column} ». Renommez-en une, ou supprimez-la.`,
  'column.swapped': ({ column, value, expected }: Issue) =>
    `Les colonnes ${column} semblent échangées : ${value}. Remettez chacune à sa place (exemple : ${expected}).`,
  'value.missing': ({ column, expected }: Issue) =>
    `La colonne ${column} est vide sur cette ligne. Donnez une valeur (exemple : ${expected}).`,
  'value.notNumber': ({ column, value, expected }: Issue) =>
    `« ${value} » n’est pas un nombre (colonne ${column}). Écrivez-le comme ${expected}, sans texte autour.`,
  'value.notWhole': ({ column, value, expected }: Issue) =>
    `« ${value} » n’est pas un nombre entier (colonne ${column}). Exemple : ${expected}.`,
  'value.negative': ({ column, value }: Issue) =>
    `« ${value} » est négatif (colonne ${column}), alors que l’on compte ici des personnes ou des choses. Corrigez-le, ou laissez vide si la valeur est inconnue.`,
  'value.outOfRange': ({ column, value, expected }: Issue) =>
    `« ${value} » sort des valeurs possibles (colonne ${column}, attendu : ${expected}). Corrigez-le, ou laissez vide s’il est inconnu.`,
  'value.notDate': ({ column, value, expected }: Issue) =>
    `« ${value} » n’est pas une date (colonne ${column}). Exemples : ${expected}.`,
  'value.notYesNo': ({ column, value, expected }: Issue) =>
    `« ${value} » ne se lit ni oui ni non (colonne ${column}) ; la valeur est laissée inconnue. Valeurs comprises : ${expected}.`,
  'value.notEmail': ({ column, value, expected }: Issue) =>
    `« ${value} » n’est pas une adresse électronique (colonne ${column}) ; elle est laissée de côté. Exemple : ${expected}.`,
  'value.notUrl': ({ column, value, expected }: Issue) =>
    `« ${value} » n’est pas une adresse de site (colonne ${column}) ; elle est laissée de côté. Exemple : ${expected}.`,
  'code.malformed': ({ column, value, expected }: Issue) =>
    `« ${value} » n’est pas un code (colonne ${column}). Codes compris : ${expected}.`,
  'code.leadingZero': ({ column, value, expected }: Issue) =>
    `Des codes de la colonne ${column} ont perdu leur zéro initial : ${value} a été lu ${expected}. Rien à faire si c’est juste ; gardez cette colonne en texte dans votre tableur.`,
  'level.unknown': ({ value, expected }: Issue) =>
    `Le niveau de zone « ${value} » n’est pas connu. Niveaux compris : ${expected}.`,
  'postcode.malformed': ({ column, value, expected }: Issue) =>
    `« ${value} » n’est pas un code postal (colonne ${column}). Exemples : ${expected}.`,
  'service.unknown': ({ value, expected }: Issue) => `Le service « ${value} » n’est pas connu. Noms compris : ${expected}.`,
  'hours.malformed': ({ column, value, expected }: Issue) =>
    `Les horaires « ${value} » n’ont pas pu être compris (colonne ${column}) : ce jour reste sans horaires plutôt qu’avec de faux. Exemple : ${expected}.`,
  'geo.swapped': ({ value, expected }: Issue) =>
    `Longitude et latitude semblent échangées : ${value}. En GeoJSON la longitude vient d’abord${expected === '' ? '' : ` (${expected})`}.`,
  'geo.unknownCrs': ({ value, expected }: Issue) =>
    `Les coordonnées ne sont pas en degrés et le système n’a pas été reconnu : ${value}. Dites lequel c’est${expected === '' ? '' : ` (${expected})`}, ou exportez en WGS 84.`,
  'geo.crsGuessed': ({ value }: Issue) =>
    `Le fichier ne dit pas son système de coordonnées ; d’après les nombres, c’est ${value}. Vérifiez la carte avant de confirmer.`,
  'geo.outOfRange': ({ value, expected }: Issue) =>
    `Ces coordonnées sont hors de la Terre : ${value}. Elles sont attendues en degrés (WGS 84), comme ${expected}.`,
  'geo.range': ({ value, expected }: Issue) =>
    `Ces coordonnées sont hors de la Terre : ${value}. Attendu, en degrés : ${expected}.`,
  'geo.notFinite': ({ value, expected }: Issue) => `« ${value} » n’est pas une position. Exemple : ${expected}.`,
  'geo.number': ({ value, expected }: Issue) => `« ${value} » n’est pas une position. Exemple : ${expected}.`,
  'geo.unclosed': ({ value }: Issue) =>
    `Un contour ne revient pas à son point de départ (${value}). Fermez-le dans l’outil qui l’a dessiné.`,
  'geo.ringOpen': ({ value, expected }: Issue) =>
    `Un contour finit en ${value} au lieu de revenir à son point de départ, ${expected}. Fermez-le dans l’outil qui l’a dessiné.`,
  'geo.tooFewPoints': ({ value }: Issue) =>
    `Un contour a trop peu de points (${value}) pour entourer une surface. Redessinez-le ou supprimez-le.`,
  'geo.ringShort': ({ value, expected }: Issue) =>
    `Un contour a ${value} points ; il en faut ${expected}. Redessinez-le ou supprimez-le.`,
  'geo.zeroArea': ({ value }: Issue) => `Un contour n’entoure aucune surface (près de ${value}). Redessinez-le ou supprimez-le.`,
  'geo.noArea': ({ value }: Issue) => `Un contour n’entoure aucune surface (près de ${value}). Redessinez-le ou supprimez-le.`,
  'geo.selfIntersection': ({ value }: Issue) =>
    `Un contour se croise lui-même près de ${value}. Réparez-le (« corriger les géométries » dans votre logiciel de cartographie).`,
  'geo.selfCrossing': ({ value }: Issue) =>
    `Un contour se croise lui-même près de ${value}. Réparez-le (« corriger les géométries » dans votre logiciel de cartographie).`,
  'geo.slightCrossing': ({ value }: Issue) =>
    `Un contour se croise de très peu près de ${value}, sans doute par simplification ; il est gardé tel quel. Rien à faire, sinon vérifier la carte.`,
  'geo.holeOutside': ({ value }: Issue) =>
    `Un trou sort du contour qui devait l’entourer, près de ${value}. Réparez la géométrie, ou dessinez-le à part.`,
  'geo.overlap': ({ value }: Issue) => `Deux parties d’une même zone se recouvrent près de ${value}. Fusionnez-les en une seule.`,
  'geo.zonesCross': ({ value, expected }: Issue) =>
    `Cette zone empiète sur ${expected} (près de ${value}) : ce qui s’y trouve serait compté deux fois. Corrigez les contours, ou séparez les niveaux en plusieurs fichiers.`,
  'geo.slightZonesCross': ({ value, expected }: Issue) =>
    `Les contours de cette zone et de ${expected} se croisent légèrement (près de ${value}). Rien à faire : c’est ce que laisse une carte simplifiée.`,
  'geo.tooComplex': () =>
    'Des contours de cette zone se chevauchent ou s’entassent au point qu’on ne peut les vérifier. Exportez-la simplifiée, ou redessinez-la.',
  'geo.noPolygons': () => 'Aucun contour dans ce fichier. Apportez des polygones, avec le code de chaque zone.',
  'geo.noGeometry': () => 'Cet objet n’a pas de géométrie ; il n’est pas dessiné. Complétez-le si la zone doit l’être.',
  'geo.kind': ({ value, expected }: Issue) => `« ${value} » n’est pas une forme lisible ici. Attendu : ${expected}.`,
  'geo.notFeatures': ({ value, expected }: Issue) =>
    `Ce fichier JSON ne contient pas d’objets géographiques${value === '' ? '' : ` (${value})`}. Attendu : ${expected}.`,
  'geo.topology': ({ value, expected }: Issue) =>
    `Le fichier TopoJSON est incomplet ou incohérent (${value})${expected === '' ? '' : ` ; attendu : ${expected}`}. Exportez-le de nouveau.`,
  'geo.tooDeep': ({ value, expected }: Issue) =>
    `Des ${value} sont emboîtées sur plus de ${expected} niveaux. Exportez la couche à plat.`,
  'zone.noCode': ({ value, expected }: Issue) =>
    `Aucune propriété de cet objet ne donne le code de sa zone${value === '' ? '' : ` (propriétés : ${value})`}. Ajoutez-en une, par exemple ${expected}.`,
  'zone.unknown': ({ value, expected }: Issue) =>
    `Aucune zone ne porte le code « ${value} ». Vérifiez-le${expected === '' ? '' : ` (${expected})`}, ou apportez d’abord la liste des zones.`,
  'zone.successor': ({ value, expected }: Issue) =>
    `La commune ${value} a disparu ; ses données vont à ${expected}, qui lui a succédé. Rien à faire.`,
  'zone.fromOfficialList': ({ value, expected }: Issue) =>
    `Des zones que l’observatoire ne connaissait pas ont été prises dans la liste officielle (${expected} en tout, dont ${value}). Rien à faire.`,
  'row.total': () => 'Lignes laissées de côté : totaux de zones plus larges, que l’observatoire calcule lui-même.',
  'row.delegated': () => 'Lignes laissées de côté : communes déléguées, qui portent le code de leur commune.',
  'row.noSuccession': () =>
    'Lignes laissées de côté : elles ne disent la fin d’aucun code (changements de nom, communes rétablies).',
  'postcode.terminated': () => 'Codes postaux qui ne servent plus, laissés de côté.',
  'postcode.again': () => 'Lignes qui répètent un code postal et sa commune, laissées de côté.',
  'postcode.nowhere': () => 'Codes postaux sans position ni zone, laissés de côté.',
  'place.noPosition': ({ value, expected }: Issue) =>
    `« ${expected} » n’a pas pu être placé${value === '' ? '' : ` (${value})`}. Ajoutez latitude et longitude, ou apportez un répertoire de codes postaux.`,
  'place.placedByTown': ({ value, expected }: Issue) =>
    `« ${expected} » est placé au centre de ${value}, faute de mieux. Un répertoire de codes postaux, ou ses coordonnées, le placeraient exactement.`,
  'place.postcodeUnknown': ({ value }: Issue) =>
    `Le code postal ${value} n’est pas connu. Vérifiez-le, ou apportez un répertoire de codes postaux.`,
  'place.townUnknown': ({ value }: Issue) => `La commune « ${value} » n’a pas été trouvée. Vérifiez le nom, ou donnez son code.`,
} as Readonly<Record<string, (issue: Issue) => string>>
