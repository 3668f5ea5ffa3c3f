import { classes } from './classes.en.ts'
import type { toolbox as fr } from './toolbox.fr.ts'

const files = {
  'R.csv': 'the records: CSV, comma or semicolon, decimal point or comma, .gz; - for standard input',
  '--weights W': 'column of the weights',
  '--strata S': 'column of the strata of the sample design',
  '--cluster C': 'column of the clusters, numbered within their stratum',
  '--fpc F': 'column of the number of units in the population of the stratum, or of the sampling fraction (at most 1)',
  '--json': 'one JSON document on standard output',
}

const margins = {
  '--margins M.csv': 'margins: variable,category,total (empty category: total of a numeric variable)',
  '--method M': 'raking (the default), linear or logit',
  '--bounds L,U': 'limits of weight / design weight, needed for logit: 0.5,2',
  '--max-iterations N': 'at most N iterations',
}

/** What `passerelle weigh`, `estimate` and `crosstab` say. */
export const toolbox: typeof fr = {
  weigh: {
    summary: 'Calibrates the weights of a file on margins: raking, linear or bounded logit.',
    options: {
      'R.csv': files['R.csv'],
      '--weights W': 'column of the design weights; 0 stays 0, a negative one is refused (required)',
      ...margins,
      '--out F.csv': 'writes the records again with their weight in a column weight; nothing is written when calibration fails',
      '--json': files['--json'],
    },
  },
  estimate: {
    summary: 'Mean, total or proportion of a file, with its design-based standard error and interval.',
    options: {
      'R.csv': files['R.csv'],
      '--mean Y': 'mean of column Y',
      '--total Y': 'total of column Y',
      '--proportion Y=V': 'proportion of the records whose column Y is V',
      '--by A': 'a row for each category of column A',
      '--deviation A=v': 'deviation of the domain A = v from the whole',
      '--against whole|rest': 'with --deviation: from the whole (the default) or from the rest',
      '--weights W': 'column of the weights (1 without it)',
      '--strata S': files['--strata S'],
      '--cluster C': files['--cluster C'],
      '--fpc F': files['--fpc F'],
      ...margins,
      '--interval t|logit|beta': 'interval of a proportion: logit by default, always beta at 0 and 1',
      '--level 0.95': 'confidence level',
      '--json': files['--json'],
    },
  },
  crosstab: {
    summary: 'Table of two columns, with standard errors and Rao and Scott’s test of independence (second order).',
    options: {
      'R.csv': files['R.csv'],
      '--rows A': 'column whose categories are the rows',
      '--columns B': 'column whose categories are the columns',
      '--weights W': 'column of the weights (1 without it)',
      '--strata S': files['--strata S'],
      '--cluster C': files['--cluster C'],
      '--fpc F': files['--fpc F'],
      '--json': files['--json'],
    },
  },
  classes,
  usage: {
    missingFile: (command) => `Name a file of records: passerelle ${command} R.csv …, or - for standard input.`,
    oneFile: (command, extra) => `One file at a time (too many: ${extra}): passerelle ${command} R.csv …`,
    missingOption: (command, option) => `${option} is missing; passerelle ${command} --help gives an example.`,
    twice: (option) => `${option} is given twice; keep one.`,
    choice: (option, value, known) => `${option} ${value}: unknown value. Values: ${known}.`,
    level: (value) => `--level ${value}: give a level between 0 and 1, such as 0.95.`,
    bounds: (value) => `--bounds ${value}: give two numbers on either side of 1, the smaller first, such as 0.5,2.`,
    boundsNeeded: 'The method logit needs --bounds L,U, such as --bounds 0.5,2.',
    iterations: (value) => `--max-iterations ${value}: give a whole number from 1 up.`,
    oneQuestion: 'Ask one thing: --mean Y, --total Y or --proportion Y=V.',
    pair: (option, value) => `${option} ${value}: write COLUMN=VALUE, such as ${option} stype=H.`,
    byOrDeviation: '--deviation and --by exclude each other: give one of them.',
    againstAlone: '--against goes with --deviation A=v.',
    intervalOfProportion: (interval) =>
      `--interval ${interval} is for --proportion without --deviation; means, totals and deviations have a t interval.`,
    marginsNeeded: (option) => `${option} goes with --margins M.csv.`,
    sameFile: 'Records and margins cannot both come from standard input.',
    sameOut: (file) => `--out ${file} would replace a file that is read; give another name.`,
  },
  issues: {
    'file.noRows': () => 'no records below the line of column names; check that the file was saved whole',
    'column.notThere': ({ expected }) => `no column of that name; columns of the file: ${expected}`,
    'column.twice': () => 'two columns have that name; rename one',
    'number.invalid': () => 'not a number; write it like 12.5 or 12,5, or leave what is missing empty',
    'number.missing': () => 'no value; give every record a number',
    'weight.missing': () => 'no weight; give every record one (0 sets it aside)',
    'weight.negative': () => 'negative weight; a design weight is 0 or more',
    'weight.allZero': () => 'all weights are 0; there is nothing to calibrate',
    'code.missing': () => 'no code; give every record one',
    'fpc.notPositive': () => 'the population correction must be above 0: a fraction (at most 1) or a number of units',
    'fpc.differs': ({ expected }) =>
      `another value in the same stratum: ${expected.replace(/ \(/, ' (line ')}; one for each stratum`,
    'fpc.small': ({ expected }) => `fewer units in the population than in the sample (${expected.split('|')[0]}); correct it`,
    'fpc.smallInStratum': ({ expected }) => {
      const [n = '', stratum = ''] = expected.split('|')
      return `fewer units in the population than in the sample (${n}), stratum ${stratum}; correct it`
    },
    'margin.unknownVariable': ({ expected }) => `the records have no such column; columns: ${expected}`,
    'margin.categoryWithout': ({ expected }) => `category without a margin (${expected}); add it to the margins or collapse it`,
    'margin.twice': ({ expected }) => `margin given twice; the first is on line ${expected}`,
    'margin.mixed': ({ expected }) =>
      `a variable has either categories or one total without category: ${expected.replace(/ \(/, ' (line ')}`,
    'margin.negative': () => 'negative total; that of a category is 0 or more',
    'crosstab.tooMany': ({ expected }) => `too many cells (at most ${expected}); collapse categories`,
    ...classes.issues,
  },
  notes: {
    'ids.repeated': (v) =>
      `Warning: column ${v[1]} repeats ${v[0]} ${v[0] === '1' ? 'identifier' : 'identifiers'}, first on line ${v[3]} (already on line ${v[2]}); every line counts as a record.`,
    'cluster.shared': (v) =>
      `Note: ${v[0]} ${v[0] === '1' ? 'cluster code is' : 'cluster codes are'} found in several strata (${v[1]}: ${v[2]}, ${v[3]}); they are taken as different clusters.`,
    'weights.none': () => 'Note: without --weights every record weighs 1; --fpc corrects the variance and does not weight.',
    'value.nowhere': (v) => `Warning: the value ${v[0]} is nowhere in column ${v[1]} (values: ${v[2]}).`,
    'column.renamed': (v) => `Note: the file has a column weight already; the weights are in ${v[0]}.`,
  },
  note: (file, sentence) => `${file}: ${sentence}`,
  fault: (file, line, column, value, what) =>
    `${file}${line ? `, line ${line}` : ''}${column ? `, column ${column}` : ''}${value ? `, "${value}"` : ''}: ${what}`,
  faults: (n, one) => `${n} ${one ? 'fault' : 'faults'}, nothing was computed.`,
  more: (n) => `… and ${n} more.`,
  negativeWeights: (n, one) =>
    `Warning: ${n} negative ${one ? 'weight' : 'weights'} after linear calibration; raking and logit give none.`,
  totalsDiffer: 'The margins do not all have the same total: no weights can meet them all.',
  infeasible: (list) => `Margins that cannot be met: ${list}. Collapse these categories or correct their totals.`,
  notConverged: 'Calibration did not converge: its weights do not meet all margins.',
  notWritten: (file) => `${file} was not written.`,
  written: (file, n) => `${file}: ${n} records with their weight.`,
  weighed: {
    converged: (iterations, error) => `Calibrated in ${iterations} iterations (relative error ${error}).`,
    figures: (n, effectiveN, deff) => `${n} records, effective n ${effectiveN}, Kish’s design effect ${deff}.`,
    factors: (from, middle, to) => `Weight / design weight: from ${from} to ${to}, median ${middle}.`,
  },
  columns: {
    variable: 'Variable',
    category: 'Category',
    target: 'Margin',
    before: 'Before',
    after: 'After',
    relativeError: 'Relative error',
    domain: 'Domain',
    n: 'n',
    effectiveN: 'Effective n',
    value: 'Value',
    se: 'Standard error',
    lower: 'From',
    upper: 'To',
    df: 'df',
    deff: 'Design effect',
    status: 'Status',
    weighted: 'Weighted',
    share: 'Share',
    rowShare: 'Of the row',
    columnShare: 'Of the column',
  },
  all: 'all',
  statuses: { ok: '', notApplicable: 'not applicable', oneUnit: 'not estimable', noData: 'no data' },
  test: (f, ndf, ddf, p) => `Rao and Scott’s test: F ${f}, ${ndf} and ${ddf} degrees of freedom, p ${p}.`,
  noTest: (status) => `No test: ${status}.`,
}
