import type { smallAreas as fr } from '../fr/smallAreas.ts'

/** Modelled figures where the survey has too few answers. */
export const smallAreas: typeof fr = {
  pages: {
    smallAreas: 'Small areas',
  },
  codes: {},
  title: {
    commune: (of, country) => (country === 'FR' ? `Modelled scores of the communes ${of}` : `Modelled scores of the towns ${of}`),
    epci: (of, country) =>
      country === 'FR' ? `Modelled scores of the inter-municipal bodies ${of}` : `Modelled scores of the districts ${of}`,
  },
  tag: 'modelled',
  lead: 'The survey has too few answers in most places to measure a score there. These figures come from a model, which weighs the answers of the place, where there are any, and what else is known of it. They give an order of magnitude. They are not to be ranked, neither among themselves nor with the measured scores of the matrix.',
  choice: 'Choice of the score',
  level: 'Areas',
  levels: {
    commune: { FR: 'Communes', GB: 'Towns' },
    epci: { FR: 'Inter-municipal bodies', GB: 'Districts' },
  },
  service: 'Service',
  allServices: 'All services',
  criterion: 'Criterion',
  allCriteria: 'All criteria',
  show: 'Show',
  subject: (service, criterion) =>
    `${service ?? 'All services'}, ${criterion ? criterion.toLocaleLowerCase('en') : 'mean of all criteria'}, score out of 10.`,
  said: (value) => `modelled score ${value}`,
  none: 'no modelled figure',
  mapTitle: 'Map of modelled scores',
  legend: 'Modelled score',
  table: 'The modelled scores, in alphabetical order',
  zone: {
    commune: { FR: 'Commune', GB: 'Town' },
    epci: { FR: 'Inter-municipal body', GB: 'District' },
  },
  estimate: 'Modelled score',
  interval: '95% interval',
  rmse: 'Error of the model',
  answers: 'Respondents',
  fewAnswers: 'fewer than 5',
  kind: 'Where the figure comes from',
  kinds: { eblup: 'answers and model', synthetic: 'model alone' },
  tooFew: 'Too few areas have answers to this question, or it makes no sense of this service: no model is computed.',
  field: (title, first, last) => `${title}, ${first} to ${last}.`,
  method: {
    title: 'How these figures are made',
    model:
      'The model of Fay and Herriot (1979): direct score = regression + what is particular to the area + sampling error. The figure shown draws the direct score towards the regression, the more so the fewer the answers.',
    fitted: (fitted, zones, of, covariates) =>
      covariates
        ? `Fitted on ${fitted} areas ${of} where at least two people answered, out of ${zones}. The regression leans on ${covariates}.`
        : `Fitted on ${fitted} areas ${of} where at least two people answered, out of ${zones}, without covariates.`,
    covariates: {
      population: 'population (logarithm)',
      body: 'the measured score of the inter-municipal body or district',
      density: 'density (logarithm)',
      income: 'median standard of living',
      poverty: 'the rate of poverty',
    },
    smoothed:
      'The sampling error of an area is smoothed by a generalised variance function: one variance per respondent for all of them, divided by the effective number of respondents. Estimated from a few people it would be nothing but chance.',
    between: (points) =>
      `Standard deviation between areas beyond the regression: ${points} points (restricted maximum likelihood).`,
    nothingBetween: 'Beyond the regression nothing tells the areas apart from chance: the model keeps to the regression.',
    benchmarked: (total, percent) =>
      `Benchmarked by ratio: weighted by population, the modelled scores give back the measured score of the whole, ${total}, at the price of a correction of ${percent}%.`,
    error:
      'The error of the model is the root of Prasad and Rao’s mean squared error; the interval is 1.96 times this error on either side. Benchmarking is not counted in it.',
    disclosure: 'The direct score of a commune is never shown, nor the number of its respondents below five.',
  },
}
