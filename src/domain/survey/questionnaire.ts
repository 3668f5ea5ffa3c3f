/** What a satisfaction survey asks of one person; versioned data kept with the survey. */
export interface Questionnaire {
  /** Services rated at most, drawn among those used in the last 12 months. */
  readonly mostServices: number
  /** Share of the 36 sub-criteria asked about each service: 1 in this many. */
  readonly subCriteriaOneIn: number
  /** Whether the three criteria that matter most are asked, service by service. */
  readonly importance: boolean
  /** Whether people may write in their own words. */
  readonly verbatims: boolean
  /** Whether anybody may answer by the open link; absent: yes. Else only who holds the code of a letter, and forms on paper. */
  readonly openLink?: boolean
}

/** As METHODS 6 says it is asked, in under 12 minutes. */
export const standardQuestionnaire: Questionnaire = { mostServices: 4, subCriteriaOneIn: 3, importance: true, verbatims: true }

/** Criteria that somebody may count among those that matter most. */
export const mostImportant = 3
