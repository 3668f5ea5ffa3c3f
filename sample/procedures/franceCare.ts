import type { Procedure } from '#domain/territory'
import { free, homeProof, identity, procedures, servicePublic } from './write.ts'

/** France: social service, health, police, tax. */
export const franceCare: readonly Procedure[] = procedures('FR', [
  {
    code: 'fr-home-help-allowance',
    service: 'socialService',
    title: ["Demander l'allocation personnalisée d'autonomie (APA)", 'Apply for the care allowance for older people (APA)'],
    summary: [
      "L'APA aide les personnes de 60 ans et plus à payer l'aide dont elles ont besoin chez elles ou en établissement. Un professionnel vient à domicile évaluer les besoins.",
      'From the age of 60, this allowance helps to pay for care at home or in a home. A professional visits to see what is needed.',
    ],
    documents: [
      identity,
      ["Le dernier avis d'impôt", 'Your latest tax notice'],
      ['Un RIB', 'Your bank details'],
      ['Le certificat médical joint au dossier', 'The medical certificate from the application form'],
    ],
    channels: ['post', 'online', 'homeVisit', 'phone'],
    contact: 'department-62',
    cost: free,
    delay: ['Réponse dans les 2 mois qui suivent le dossier complet', 'An answer within two months of the complete file'],
    url: servicePublic,
  },
  {
    code: 'fr-parking-card',
    service: 'socialService',
    title: ['Demander la carte mobilité inclusion « stationnement »', 'Apply for the disabled parking card (CMI)'],
    summary: [
      'La carte permet de se garer gratuitement, sans limite de durée, sur les places ouvertes au public. La demande va à la maison départementale de l’autonomie.',
      'The card lets you park free of charge and without time limit in public spaces. The département’s disability office decides.',
    ],
    documents: [identity, homeProof, ['Le certificat médical de moins d’un an', 'A medical certificate less than a year old']],
    channels: ['post', 'online', 'appointment'],
    contact: 'department-62',
    cost: free,
    delay: ['4 mois annoncés', 'Four months announced'],
    url: servicePublic,
  },
  {
    code: 'fr-choose-doctor',
    service: 'health',
    title: ['Déclarer un médecin traitant', 'Choose your regular doctor'],
    summary: [
      "Le médecin fait la déclaration avec vous pendant une consultation. Si aucun n'accepte de nouveaux patients, l'assurance maladie peut vous aider à en trouver un.",
      'The doctor makes the declaration with you during a visit. If none takes new patients, the health insurance office can help you find one.',
    ],
    documents: [['Votre carte Vitale', 'Your health insurance card']],
    channels: ['appointment', 'online', 'post'],
    contact: 'health-centres-62',
    cost: ['Gratuit ; la consultation est remboursée comme d’habitude', 'Free; the visit is refunded as usual'],
    delay: ['Prise en compte tout de suite', 'Takes effect at once'],
    url: 'https://www.ameli.fr',
  },
  {
    code: 'fr-complaint',
    service: 'police',
    title: ['Porter plainte', 'Report a crime'],
    summary: [
      "Vous pouvez porter plainte dans n'importe quel commissariat ou gendarmerie : on ne peut pas refuser de vous recevoir. Pour un vol ou une escroquerie dont l’auteur est inconnu, vous pouvez commencer en ligne. En cas d'urgence, appelez le 17.",
      'You may report a crime at any police station or gendarmerie; nobody may turn you away. For a theft or a fraud by someone unknown you can start online. In an emergency call 17, or 112.',
    ],
    documents: [
      identity,
      [
        'Tout ce qui peut servir de preuve : photos, messages, factures',
        'Anything that may be evidence: photos, messages, receipts',
      ],
    ],
    channels: ['faceToFace', 'online', 'appointment', 'post'],
    contact: 'gendarmerie-62',
    cost: free,
    delay: ['Récépissé remis tout de suite', 'You are given a receipt at once'],
    url: servicePublic,
  },
  {
    code: 'fr-income-tax',
    service: 'tax',
    title: ['Déclarer ses revenus', 'File your income tax return'],
    summary: [
      "La déclaration se fait chaque printemps, en ligne si vous avez internet chez vous, sinon sur papier. Vérifiez ce qui est déjà rempli. Vous avez droit à l'erreur : une déclaration se corrige.",
      'You file each spring, online if you have internet at home and otherwise on paper. Check what has been filled in for you. Mistakes are allowed: a return can be corrected.',
    ],
    documents: [
      ['Votre numéro fiscal', 'Your tax number'],
      ['Les justificatifs de vos revenus et de vos dépenses déductibles', 'Proof of income and of expenses you may deduct'],
    ],
    channels: ['online', 'post', 'appointment', 'phone'],
    contact: 'dgfip-62',
    cost: free,
    delay: ["Avis d'impôt pendant l'été", 'Tax notice in the summer'],
    url: 'https://www.impots.gouv.fr',
  },
])
