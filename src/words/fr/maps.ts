import { facilityTypes } from './facilityTypes.ts'

type Params = Readonly<Record<string, string | number>>

/** One and many of what a level's zones are called, per country where they differ. */
interface Unit {
  readonly one: string
  readonly many: string
}

const units: Readonly<Record<string, Unit>> = {
  department: { one: 'département ou comté', many: 'départements ou comtés' },
  territory: { one: 'territoire', many: 'territoires' },
  arrondissement: { one: 'arrondissement', many: 'arrondissements' },
  epci: { one: 'intercommunalité', many: 'intercommunalités' },
  commune: { one: 'commune', many: 'communes' },
  ward: { one: 'ward', many: 'wards' },
  msoa: { one: 'zone MSOA', many: 'zones MSOA' },
  lsoa: { one: 'zone LSOA', many: 'zones LSOA' },
  iris: { one: 'IRIS', many: 'IRIS' },
  smallArea: { one: 'quartier', many: 'quartiers' },
  outputArea: { one: 'zone de recensement (OA)', many: 'zones de recensement (OA)' },
}

const unitsOfKent: Readonly<Record<string, Unit>> = {
  epci: { one: 'district', many: 'districts' },
  commune: { one: 'ville ou bourg', many: 'villes et bourgs' },
}

export const maps = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: { map: 'Carte' },
  /** Sentences of refusals, by code. */
  codes: {
    'map.noOutlines': (p: Params) =>
      `Aucun contour n’est connu à l’intérieur de la zone ${p['code']} : importez un fichier de limites pour la voir sur la carte.`,
    'map.noResults': (p: Params) =>
      `Les résultats de l’enquête ne sont publiés ni par territoire ni par intercommunalité à l’intérieur de ${p['code']}.`,
    'level.unknown': (p: Params) => `La zone ${p['code']} ne peut pas être découpée par ${p['level']}.`,
    'indicator.unknown': (p: Params) => `Le chiffre ${p['code']} n’existe pas, ou plus, pour ce territoire.`,
    'layer.unknown': (p: Params) => `La couche ${p['layer']} n’existe pas.`,
    'tile.outside': (p: Params) => `Il n’y a pas de tuile ${p['z']}/${p['x']}/${p['y']}.`,
  } as Readonly<Record<string, (params: Params) => string>>,
  units,
  unitsOfKent,
  /** h1: what is shown, where, by what. */
  title: (indicator: string, unit: string, inZone: string) => `${indicator} par ${unit} ${inZone}`,
  titleTwo: (first: string, second: string, inZone: string) => `${first} et ${second} ${inZone}`,
  context: (known: string, units: string, missing: number, missingText: string) =>
    missing === 0 ? `${known} ${units}, toutes avec un chiffre.` : `${known} ${units} avec un chiffre, ${missingText} sans.`,
  summed: 'Somme des zones plus petites pour lesquelles la source donne un chiffre.',
  source: (source: string, licence: string | null, date: string | null) =>
    [`Source : ${source}`, ...(licence ? [`licence : ${licence}`] : []), ...(date ? [date] : [])].join(' ; ').concat('.'),
  syntheticSource: 'données d’exemple',
  choices: 'Ce que montre la carte',
  subject: 'Sujet',
  subjects: { population: 'Population', places: 'Lieux d’accueil', survey: 'Résultats de l’enquête' },
  figure: 'Chiffre',
  figures: {
    population: 'Habitants',
    density: 'Habitants par km²',
    places: 'Lieux d’accueil',
    placesRate: 'Lieux pour 10 000 habitants',
    score: 'Note sur 10',
    deviation: 'Écart à la zone de comparaison',
    level: 'Niveau d’accessibilité',
  },
  shareOf: (label: string) => `${label} (part)`,
  per10k: (label: string) => `${label}, pour 10 000 habitants`,
  facility: (type: string) => facilityTypes[type] ?? `Équipements (${type})`,
  categories: { female: 'femmes', male: 'hommes' },
  /** A service or a criterion after what is measured. */
  about: (indicator: string, details: string) => `${indicator}, ${details}`,
  service: 'Service',
  allServices: 'Tous les services',
  criterion: 'Critère',
  level: 'Découpage',
  levelOption: (units: string, n: string) => `${units} (${n})`,
  method: 'Classes',
  methods: { quantile: 'à effectifs égaux', jenks: 'naturelles (Jenks)', equal: 'de même largeur' },
  classes: 'Nombre de classes',
  compare: 'Comparer avec',
  nothing: 'rien',
  placesShown: 'Lieux affichés',
  show: 'Afficher',
  exportAs: 'Exporter',
  csv: 'CSV',
  geojson: 'GeoJSON',
  svg: 'SVG',
  mapOf: (title: string) => `Carte : ${title}`,
  legend: 'Légende',
  between: (low: string, high: string) => `${low} à ${high}`,
  emptyClass: 'aucune zone',
  statuses: {
    ok: 'avec un chiffre',
    missing: 'sans chiffre',
    withheld: 'non communiqué par la source',
    suppressed: 'secret statistique',
    thin: 'trop peu de réponses',
    notApplicable: 'sans objet',
  },
  centre: (centre: string) => `Classes de part et d’autre de ${centre}.`,
  scale: (km: string) => `${km} km`,
  across: (names: string) =>
    `Non tracées, car à cheval sur la limite du territoire : ${names}. Leurs chiffres ne seraient pas ceux du territoire.`,
  schematic: 'Contours schématiques : cellules tracées autour de chaque centre, en attendant de vraies limites.',
  noOutline: (n: string) => `${n} sans contour, dans le tableau seulement.`,
  placeDots: (n: string) => `lieu d’accueil (${n})`,
  clusters: 'plusieurs lieux proches, avec leur nombre',
  tableTitle: 'Les mêmes chiffres en tableau',
  zone: 'Zone',
  chosen: 'Choisie',
  choose: (zone: string) => `Choisir ${zone}`,
  showSelection: 'Montrer la sélection',
  clearSelection: 'Vider la sélection',
  sortBy: (column: string) => `trier par ${column}`,
  rows: (from: string, to: string, total: string) => `Lignes ${from} à ${to} sur ${total}`,
  previous: 'Lignes précédentes',
  next: 'Lignes suivantes',
  pagesOfTable: 'Pages du tableau',
  selectionTitle: 'Sélection',
  selectionNone: 'Aucune zone choisie : cochez-en dans le tableau ou cliquez sur la carte.',
  selectionCount: (n: number, text: string, units: string) => `${text} ${units}`,
  selectionSum: 'ensemble',
  selectionMean: 'moyenne pondérée',
  selectionUnknown: 'pas d’ensemble : un chiffre manque ou ne s’additionne pas',
  areaTitle: 'Zone dessinée',
  areaHint: 'Longitude puis latitude en degrés, un point par ligne, trois au moins.',
  areaField: 'Coins de la zone',
  areaExample: '2.20 50.70',
  areaSubmit: 'Calculer pour cette zone',
  areaClear: 'Effacer la zone',
  areaType: 'Saisir les coordonnées',
  areaFaults: {
    'area.tooFew': 'Il faut au moins trois points différents.',
    'area.tooMany': 'Il y a trop de points : 200 au plus.',
    'area.outside': 'Un point est hors du monde : longitude de −180 à 180, latitude de −85 à 85.',
    'area.crossing': 'Le tracé se croise : son intérieur n’est pas certain.',
    'area.unreadable': 'Un nombre manque : chaque point a une longitude et une latitude.',
    'area.survey': 'Un résultat d’enquête ne se répartit pas selon la surface : choisissez un autre chiffre.',
    'area.noFigures': 'Aucune zone n’a de chiffre et de contour à la fois.',
    'area.empty': 'Aucune zone avec un chiffre ne touche ce tracé.',
  } as Readonly<Record<string, string>>,
  areaFigure: (value: string, lower: string, upper: string) => `${value}, certainement entre ${lower} et ${upper}`,
  areaSum:
    'Chaque zone coupée compte pour la part de sa surface qui est dedans, comme si ses habitants y étaient répartis également. Au moins les zones entières, au plus toutes les zones touchées.',
  areaMean:
    'Moyenne des zones touchées, pondérée par leurs habitants (ou par le dénominateur d’une part) à l’intérieur. Les bornes valent si chaque chiffre vaut dans toute sa zone.',
  areaParts: (zones: string, units: string, whole: string) => `${zones} ${units}, dont ${whole} en entier.`,
  areaUnknown: (n: string) => `${n} sans chiffre, laissées de côté.`,
  areaCovered: (share: string) => `${share} du tracé est dans une zone connue.`,
  areaSize: (squareKm: string) => `${squareKm} km²`,
  areaSchematic: 'Les contours sont schématiques : ce chiffre n’est qu’un ordre de grandeur.',
  areaMethod: 'Méthode',
  placesTitle: (service: string) => `Lieux affichés : ${service}`,
  placesNone: 'Aucun lieu avec des coordonnées.',
  approximate: 'position approchée',
  /** Read by the script of the map. */
  script: {
    png: 'PNG',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    whole: 'Vue entière',
    draw: 'Dessiner une zone',
    finish: 'Terminer la zone',
    cancel: 'Abandonner',
    drawing: 'Cliquez les coins de la zone ; Entrée termine, Retour arrière retire le dernier point, Échap abandonne.',
  },
}
