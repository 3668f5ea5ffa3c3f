/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const surveyPaths = {
  surveys: { fr: '/fr/enquetes', en: '/en/surveys' },
  surveyNew: { fr: '/fr/nouvelle-enquete', en: '/en/new-survey' },
  survey: { fr: '/fr/enquetes/:survey', en: '/en/surveys/:survey' },
  surveyEdit: { fr: '/fr/enquetes/:survey/modifier', en: '/en/surveys/:survey/edit' },
  surveyPlan: { fr: '/fr/enquetes/:survey/echantillon', en: '/en/surveys/:survey/sample' },
  surveyField: { fr: '/fr/enquetes/:survey/terrain', en: '/en/surveys/:survey/field' },
  surveyPoster: { fr: '/fr/enquetes/:survey/affiche', en: '/en/surveys/:survey/poster' },
  surveyClose: { fr: '/fr/enquetes/:survey/cloture', en: '/en/surveys/:survey/closing' },
  surveyLetters: { fr: '/fr/enquetes/:survey/courriers', en: '/en/surveys/:survey/letters' },
  grids: { fr: '/fr/grilles', en: '/en/grids' },
  grid: { fr: '/fr/grilles/:code', en: '/en/grids/:code' },
  gridTexts: { fr: '/fr/grilles/:code/textes/:criterion', en: '/en/grids/:code/texts/:criterion' },
  gridMask: { fr: '/fr/grilles/:code/sans-objet', en: '/en/grids/:code/not-applicable' },
  gridCrosswalk: { fr: '/fr/grilles/:code/correspondances/:crosswalk', en: '/en/grids/:code/crosswalks/:crosswalk' },
}

/** What is done with a survey as a whole, and with a version of the grid. */
export const surveyActions = {
  openSurvey: { fr: '/fr/enquetes/:survey/ouvrir', en: '/en/surveys/:survey/open' },
  withdrawSurvey: { fr: '/fr/enquetes/:survey/reprendre', en: '/en/surveys/:survey/withdraw' },
  publishSurvey: { fr: '/fr/enquetes/:survey/publier', en: '/en/surveys/:survey/publish' },
  unpublishSurvey: { fr: '/fr/enquetes/:survey/depublier', en: '/en/surveys/:survey/unpublish' },
  deleteSurvey: { fr: '/fr/enquetes/:survey/supprimer', en: '/en/surveys/:survey/delete' },
  publishGrid: { fr: '/fr/grilles/:code/publier', en: '/en/grids/:code/publish' },
  discardGrid: { fr: '/fr/grilles/:code/abandonner', en: '/en/grids/:code/discard' },
}
