import type { FileIssue } from '#domain/imports'
import type { fileFields as frFields, fileIssues as fr } from '../fr/fileIssues.ts'

type Issue = Pick<FileIssue, 'column' | 'value' | 'expected'>

export const fileFields: typeof frFields = {
  code: 'code of the zone',
  name: 'name',
  zone: 'code of the zone',
  services: 'services offered',
  population: 'population',
  level: 'level of the zone',
  parent: 'zone that contains it',
  department: 'département',
  epci: 'inter-municipal body (SIREN)',
  epciName: 'name of the inter-municipal body',
  country: 'country',
  lat: 'latitude in degrees',
  lon: 'longitude in degrees',
  id: 'identifier',
  authority: 'authority',
  postcode: 'postcode',
  town: 'town',
  address: 'address',
  movement: 'kind of movement (MOD)',
  former: 'former code',
  current: 'code it became',
  type: 'type',
  count: 'count',
  sex: 'sex',
  age: 'age',
  activity: 'activity',
  figures: 'figures',
  MED: 'indicators (MED16, TP6016…)',
  respondent: 'respondent',
  service: 'service',
  criterion: 'criterion',
  score: 'score',
  openingHours: 'opening hours',
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
  phone: 'phone',
  email: 'email address',
  url: 'website',
  stepFree: 'step-free access',
  parking: 'parking',
  organisation: 'organisation',
  kind: 'kind of place',
  checkedOn: 'checked on',
  closedOn: 'closed on',
}

const fieldName = (field: string): string => fileFields[field] ?? field

export const fileIssues: typeof fr = {
  'file.empty': () =>
    'The file is empty. Check that it was saved whole, with a line of column names and at least one line of data.',
  'file.encoding': ({ column, value, expected }: Issue) =>
    `The file holds a character that cannot be read (${value})${column === '' ? '' : `, in column ${column}`}. Save it as ${expected} from your spreadsheet and bring it again.`,
  'file.notText': ({ expected }: Issue) => `This is not a data file that can be read. Formats understood: ${expected}.`,
  'file.notGzip': () =>
    'The name ends in .gz but the content is not complete gzip. Compress the file again, or bring it uncompressed.',
  'file.spreadsheet': () => 'This is a spreadsheet workbook. Save the sheet you need as CSV (UTF-8) and bring that file.',
  'category.unknown': ({ column, value, expected }: Issue) =>
    `“${value}” is no known category of ${column} (${expected}); it is kept as it stands. Check that this is the right column.`,
  'file.bomb': ({ value, expected }: Issue) =>
    `“${value}” unpacks beyond ${expected}, which no ordinary data file is. Bring it unpacked if you trust it, or split it.`,
  'file.tooLarge': ({ expected }: Issue) => `The file is larger than ${expected}. Split it, by county for example.`,
  'file.longLine': ({ value }: Issue) =>
    `A line is unusually long, starting at “${value}”. A quotation mark was probably never closed, or the file is not a table.`,
  'file.unknownKind': ({ value, expected }: Issue) =>
    `This file was not recognised${value === '' ? '' : ` (${value})`}. Say what it is${expected === '' ? '' : ` (expected: ${expected})`}, or which column gives what.`,
  'row.unclosedQuote': ({ value }: Issue) =>
    `A quotation mark is opened and never closed, starting at “${value}”. Close it, or double it if it belongs to the text.`,
  'row.quote': ({ value }: Issue) => `A quotation mark is out of place: “${value}”. Double the marks that belong to the text.`,
  'row.columns': ({ value, expected }: Issue) =>
    `This row does not have as many values as there are columns (${expected} expected): ${value}. A separator is missing, or a text that holds one is not in quotation marks.`,
  'row.duplicate': ({ column, value, expected }: Issue) =>
    `“${value}” is already on line ${expected}${column === '' ? '' : ` (column ${column})`}. Keep only one of the two rows.`,
  'json.syntax': ({ value, expected }: Issue) =>
    `The GeoJSON or TopoJSON file is broken near “${value}”${expected === '' ? '' : ` (expected: ${expected})`}. Export it again: it may have been cut short.`,
  'zip.bomb': ({ value }: Issue) =>
    `The archive “${value}” unpacks to an outsized amount. Bring the files without an archive if you trust them.`,
  'zip.nested': ({ value }: Issue) => `The archive holds another one (“${value}”). Bring the files themselves.`,
  'zip.path': ({ value }: Issue) => `The archive holds a forbidden path (“${value}”). Make it again with plain file names.`,
  'zip.empty': () => 'The archive holds no file that can be read. Put CSV, GeoJSON or TopoJSON files in it.',
  'zip.nothing': ({ value, expected }: Issue) =>
    `The archive holds no file that can be read${value === '' ? '' : ` (${value})`}. Put ${expected} in it.`,
  'zip.tooMany': ({ value, expected }: Issue) =>
    `The archive holds too many files (${value}). Bring at most ${expected} at a time.`,
  'zip.damaged': ({ value }: Issue) => `“${value}” is damaged in the archive. Make the archive again.`,
  'zip.locked': ({ value }: Issue) =>
    `“${value}” is behind a password or compressed in an unknown way. Make the archive again without a password.`,
  'column.missing': ({ column, expected }: Issue) =>
    `The column “${fieldName(column)}” is missing${expected === '' ? '' : `. Names understood: ${expected}`}. Add it, or say which column of the file gives it.`,
  'column.unknown': ({ column, expected }: Issue) => `The file has no column “${column}”. Its columns: ${expected}.`,
  'column.twice': ({ column }: Issue) => `Two columns are called “${column}”. Rename one, or remove it.`,
  'column.swapped': ({ column, value, expected }: Issue) =>
    `The columns ${column} seem to be exchanged: ${value}. Put each back in its place (example: ${expected}).`,
  'value.missing': ({ column, expected }: Issue) => `Column ${column} is empty in this row. Give a value (example: ${expected}).`,
  'value.notNumber': ({ column, value, expected }: Issue) =>
    `“${value}” is not a number (column ${column}). Write it like ${expected}, with no text around it.`,
  'value.notWhole': ({ column, value, expected }: Issue) =>
    `“${value}” is not a whole number (column ${column}). Example: ${expected}.`,
  'value.negative': ({ column, value }: Issue) =>
    `“${value}” is negative (column ${column}), yet people or things are counted here. Correct it, or leave it empty if the value is unknown.`,
  'value.outOfRange': ({ column, value, expected }: Issue) =>
    `“${value}” is outside the possible values (column ${column}, expected: ${expected}). Correct it, or leave it empty if it is unknown.`,
  'value.notDate': ({ column, value, expected }: Issue) => `“${value}” is not a date (column ${column}). Examples: ${expected}.`,
  'value.notYesNo': ({ column, value, expected }: Issue) =>
    `“${value}” reads neither as yes nor as no (column ${column}); the value is left unknown. Values understood: ${expected}.`,
  'value.notEmail': ({ column, value, expected }: Issue) =>
    `“${value}” is not an email address (column ${column}); it is left out. Example: ${expected}.`,
  'value.notUrl': ({ column, value, expected }: Issue) =>
    `“${value}” is not a web address (column ${column}); it is left out. Example: ${expected}.`,
  'code.malformed': ({ column, value, expected }: Issue) =>
    `“${value}” is not a code (column ${column}). Codes understood: ${expected}.`,
  'code.leadingZero': ({ column, value, expected }: Issue) =>
    `Codes in column ${column} have lost their leading zero: ${value} was read as ${expected}. Nothing to do if that is right; keep the column as text in your spreadsheet.`,
  'level.unknown': ({ value, expected }: Issue) => `The level of zone “${value}” is not known. Levels understood: ${expected}.`,
  'postcode.malformed': ({ column, value, expected }: Issue) =>
    `“${value}” is not a postcode (column ${column}). Examples: ${expected}.`,
  'service.unknown': ({ value, expected }: Issue) => `The service “${value}” is not known. Names understood: ${expected}.`,
  'hours.malformed': ({ column, value, expected }: Issue) =>
    `The hours “${value}” could not be understood (column ${column}): that day is left without hours rather than given wrong ones. Example: ${expected}.`,
  'geo.swapped': ({ value, expected }: Issue) =>
    `Longitude and latitude seem to be exchanged: ${value}. In GeoJSON longitude comes first${expected === '' ? '' : ` (${expected})`}.`,
  'geo.unknownCrs': ({ value, expected }: Issue) =>
    `The coordinates are not in degrees and their system was not recognised: ${value}. Say which it is${expected === '' ? '' : ` (${expected})`}, or export in WGS 84.`,
  'geo.crsGuessed': ({ value }: Issue) =>
    `The file does not say its coordinate system; by the numbers it is ${value}. Check the map before you confirm.`,
  'geo.outOfRange': ({ value, expected }: Issue) =>
    `These coordinates are not on Earth: ${value}. They should be in degrees (WGS 84), such as ${expected}.`,
  'geo.range': ({ value, expected }: Issue) => `These coordinates are not on Earth: ${value}. Expected, in degrees: ${expected}.`,
  'geo.notFinite': ({ value, expected }: Issue) => `“${value}” is not a position. Example: ${expected}.`,
  'geo.number': ({ value, expected }: Issue) => `“${value}” is not a position. Example: ${expected}.`,
  'geo.unclosed': ({ value }: Issue) =>
    `An outline does not come back to where it began (${value}). Close it in the tool that drew it.`,
  'geo.ringOpen': ({ value, expected }: Issue) =>
    `An outline ends at ${value} instead of coming back to where it began, ${expected}. Close it in the tool that drew it.`,
  'geo.tooFewPoints': ({ value }: Issue) =>
    `An outline has too few points (${value}) to enclose anything. Draw it again or remove it.`,
  'geo.ringShort': ({ value, expected }: Issue) =>
    `An outline has ${value} points; it takes ${expected}. Draw it again or remove it.`,
  'geo.zeroArea': ({ value }: Issue) => `An outline encloses no area (near ${value}). Draw it again or remove it.`,
  'geo.noArea': ({ value }: Issue) => `An outline encloses no area (near ${value}). Draw it again or remove it.`,
  'geo.selfIntersection': ({ value }: Issue) =>
    `An outline crosses itself near ${value}. Repair it (“fix geometries” in your mapping software).`,
  'geo.selfCrossing': ({ value }: Issue) =>
    `An outline crosses itself near ${value}. Repair it (“fix geometries” in your mapping software).`,
  'geo.slightCrossing': ({ value }: Issue) =>
    `An outline crosses itself by very little near ${value}, probably from simplification; it is kept as it is. Nothing to do but look at the map.`,
  'geo.holeOutside': ({ value }: Issue) =>
    `A hole reaches outside the outline that should surround it, near ${value}. Repair the geometry, or draw it apart.`,
  'geo.overlap': ({ value }: Issue) => `Two parts of one zone overlap near ${value}. Merge them into one.`,
  'geo.zonesCross': ({ value, expected }: Issue) =>
    `This zone overlaps ${expected} (near ${value}): what lies there would be counted twice. Correct the outlines, or bring each level in a file of its own.`,
  'geo.slightZonesCross': ({ value, expected }: Issue) =>
    `The outlines of this zone and of ${expected} cross slightly (near ${value}). Nothing to do: simplified maps leave such crossings.`,
  'geo.tooComplex': () =>
    'The outlines of this zone lie across each other so much that they cannot be checked. Export it simplified, or draw it again.',
  'geo.noPolygons': () => 'There is no outline in this file. Bring polygons, with the code of each zone.',
  'geo.noGeometry': () => 'This feature has no geometry; it is not drawn. Complete it if the zone should be.',
  'geo.kind': ({ value, expected }: Issue) => `“${value}” is not a shape that can be read here. Expected: ${expected}.`,
  'geo.notFeatures': ({ value, expected }: Issue) =>
    `This JSON file holds no geographic features${value === '' ? '' : ` (${value})`}. Expected: ${expected}.`,
  'geo.topology': ({ value, expected }: Issue) =>
    `The TopoJSON file is incomplete or inconsistent (${value})${expected === '' ? '' : `; expected: ${expected}`}. Export it again.`,
  'geo.tooDeep': ({ value, expected }: Issue) => `${value} are nested more than ${expected} deep. Export the layer flat.`,
  'zone.noCode': ({ value, expected }: Issue) =>
    `No property of this feature gives the code of its zone${value === '' ? '' : ` (properties: ${value})`}. Add one, ${expected} for example.`,
  'zone.unknown': ({ value, expected }: Issue) =>
    `No zone has the code “${value}”. Check it${expected === '' ? '' : ` (${expected})`}, or bring the list of zones first.`,
  'zone.successor': ({ value, expected }: Issue) =>
    `The commune ${value} is no more; its data go to ${expected}, which succeeded it. Nothing to do.`,
  'zone.fromOfficialList': ({ value, expected }: Issue) =>
    `Zones that the observatory did not know were taken from the official list (${expected} in all, ${value} among them). Nothing to do.`,
  'row.total': () => 'Rows left out: totals of wider areas, which the observatory works out itself.',
  'row.delegated': () => 'Rows left out: delegated communes that carry the code of their commune.',
  'row.noSuccession': () => 'Rows left out: they end no code (changes of name, communes restored).',
  'postcode.terminated': () => 'Postcodes no longer in use, left out.',
  'postcode.again': () => 'Rows that repeat a postcode and its commune, left out.',
  'postcode.nowhere': () => 'Postcodes with neither position nor zone, left out.',
  'place.noPosition': ({ value, expected }: Issue) =>
    `“${expected}” could not be placed${value === '' ? '' : ` (${value})`}. Add latitude and longitude, or bring a directory of postcodes.`,
  'place.placedByTown': ({ value, expected }: Issue) =>
    `“${expected}” is placed at the centre of ${value}, for want of better. A directory of postcodes, or its coordinates, would place it exactly.`,
  'place.postcodeUnknown': ({ value }: Issue) =>
    `The postcode ${value} is not known. Check it, or bring a directory of postcodes.`,
  'place.townUnknown': ({ value }: Issue) => `The town “${value}” was not found. Check the name, or give its code.`,
}
