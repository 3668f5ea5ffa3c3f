/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const regroupingPaths = {
  regroupings: { fr: '/fr/regroupements', en: '/en/regroupings' },
  groupMerge: { fr: '/fr/regroupements/:root/:number/fusion', en: '/en/regroupings/:root/:number/merge' },
  groupRefresh: { fr: '/fr/regroupements/:root/:number/actualisation', en: '/en/regroupings/:root/:number/refresh' },
  groupCrosswalk: { fr: '/fr/regroupements/:root/:number/passage', en: '/en/regroupings/:root/:number/crosswalk' },
  commonGroupsMake: { fr: '/fr/regroupements/communs', en: '/en/regroupings/common' },
  commonGroups: { fr: '/fr/groupes-communs', en: '/en/common-groups' },
}

/** Actions and files of this area. */
export const regroupingActions = {
  crosswalkFile: { fr: '/fr/regroupements/:root/:number/passage.csv', en: '/en/regroupings/:root/:number/crosswalk.csv' },
  publishCommon: { fr: '/fr/regroupements/communs/publier', en: '/en/regroupings/common/publish' },
}
