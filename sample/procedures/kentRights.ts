import type { Procedure } from '#domain/territory'
import { free, govUk, procedures } from './write.ts'

/** Kent: council, benefits, health costs, work, post office, social care, tax. */
export const kentRights: readonly Procedure[] = procedures('GB', [
  {
    code: 'gb-register-to-vote',
    service: 'townHall',
    title: ['S’inscrire sur les listes électorales', 'Register to vote'],
    summary: [
      "L'inscription se fait en ligne en cinq minutes, auprès du conseil de district. Elle est à refaire après chaque déménagement.",
      'It takes five minutes online; your district council keeps the register. Do it again each time you move.',
    ],
    documents: [['Le numéro d’assurance nationale (National Insurance)', 'Your National Insurance number, if you have one']],
    channels: ['online', 'post'],
    contact: 'your-district',
    cost: free,
    delay: ['Au plus tard 12 jours ouvrés avant le vote', 'At least 12 working days before the poll'],
    url: govUk,
  },
  {
    code: 'gb-child-benefit',
    service: 'familyAllowance',
    title: ['Demander les allocations familiales (Child Benefit)', 'Claim Child Benefit'],
    summary: [
      "Une somme est versée pour chaque enfant à charge. La demande se fait auprès de l'administration fiscale, en ligne ou par courrier : il n'y a pas de guichet. Trois mois d'arriérés au plus.",
      'A payment for each child you bring up. You claim from HMRC online or by post; there is no counter. It can be backdated by up to three months, so claim early.',
    ],
    documents: [
      ["L'acte de naissance de l'enfant", 'The child’s birth certificate'],
      ['Vos coordonnées bancaires', 'Your bank details'],
      ['Les numéros d’assurance nationale des parents', 'National Insurance numbers of both parents'],
    ],
    channels: ['online', 'post', 'phone'],
    contact: 'hmrc',
    cost: free,
    delay: ['De 3 à 16 semaines', 'Three to sixteen weeks'],
    url: govUk,
  },
  {
    code: 'gb-prescription-certificate',
    service: 'healthInsurance',
    title: ['Payer ses ordonnances au forfait', 'Get a prescription prepayment certificate'],
    summary: [
      'En Angleterre, chaque médicament prescrit coûte un prix fixe. Le forfait de trois ou douze mois devient avantageux dès quelques ordonnances. Beaucoup de personnes sont exemptées : vérifiez d’abord.',
      'If you pay for more than a few prescriptions, a three- or twelve-month certificate saves money. Check first whether you get them free.',
    ],
    documents: [
      ['Vos nom, adresse et date de naissance', 'Your name, address and date of birth'],
      ['Une carte bancaire', 'A bank card'],
    ],
    channels: ['online', 'phone'],
    contact: 'nhsbsa',
    cost: ['Forfait fixé chaque année', 'A set fee, reviewed every year'],
    delay: ['Valable tout de suite', 'Valid at once'],
    url: 'https://www.nhsbsa.nhs.uk',
  },
  {
    code: 'gb-universal-credit',
    service: 'employment',
    title: ['Demander le crédit universel (Universal Credit)', 'Claim Universal Credit'],
    summary: [
      "Une seule aide mensuelle remplace plusieurs prestations, pour les personnes sans emploi ou à bas revenus. La demande se fait en ligne ; on peut la faire par téléphone en cas de difficulté, puis un entretien a lieu à l'agence.",
      'One monthly payment for people out of work or on a low income. Claim online; if you cannot, claim by phone. An appointment at the jobcentre follows.',
    ],
    documents: [
      ['Une pièce d’identité et le numéro d’assurance nationale', 'Proof of identity and your National Insurance number'],
      ['Vos coordonnées bancaires', 'Your bank details'],
      ['Le bail et le montant du loyer', 'Your tenancy agreement and rent'],
      ['Vos revenus et votre épargne', 'Details of earnings and savings'],
    ],
    channels: ['online', 'phone', 'appointment'],
    contact: 'dwp',
    cost: free,
    delay: [
      'Environ 5 semaines avant le premier versement ; une avance est possible',
      'About five weeks to the first payment; an advance is possible',
    ],
    url: govUk,
  },
  {
    code: 'gb-passport',
    service: 'postOffice',
    title: ['Demander un passeport britannique', 'Apply for a passport'],
    summary: [
      'La demande se fait en ligne. Les bureaux de poste proposent aussi de vérifier le dossier et de l’envoyer : c’est plus cher, mais utile si vous hésitez.',
      'Apply online, or have the Post Office check the form and send it for you: dearer, but a help if you are unsure.',
    ],
    documents: [
      ['Une photo conforme', 'A photo that meets the rules'],
      ['L’ancien passeport', 'Your old passport'],
      [
        'Pour un premier passeport : l’acte de naissance et un garant',
        'For a first passport: your birth certificate and someone to confirm who you are',
      ],
    ],
    channels: ['online', 'faceToFace', 'post'],
    contact: 'hm-passport-office',
    cost: ['Tarif fixé chaque année, moins cher en ligne', 'A set fee, lower online'],
    delay: ['3 semaines annoncées', 'Three weeks announced'],
    url: govUk,
  },
  {
    code: 'gb-blue-badge',
    service: 'socialService',
    title: ['Demander le badge bleu de stationnement', 'Apply for a Blue Badge'],
    summary: [
      'Le badge permet aux personnes qui ont de grandes difficultés à se déplacer, visibles ou non, de se garer plus près. La demande va au comté, ou à Medway.',
      'A Blue Badge lets people who find it hard to get about, for reasons seen or unseen, park closer. Apply to the county council, or to Medway.',
    ],
    documents: [
      ['Une pièce d’identité et un justificatif de domicile', 'Proof of identity and address'],
      ['Une photo', 'A photo'],
      ['La notification d’une aide au handicap, ou des certificats médicaux', 'A benefit award letter, or medical evidence'],
    ],
    channels: ['online', 'post', 'phone'],
    contact: 'kent-county-council',
    cost: ['10 £ au plus', 'Up to £10'],
    delay: ['Environ 12 semaines', 'About twelve weeks'],
    url: govUk,
  },
  {
    code: 'gb-care-assessment',
    service: 'socialService',
    title: ['Demander une évaluation de ses besoins d’aide', 'Ask for a care needs assessment'],
    summary: [
      "Le comté doit évaluer les besoins de toute personne qui semble avoir besoin d'aide, quels que soient ses revenus. Les proches aidants peuvent demander leur propre évaluation.",
      'The county must look at the needs of anyone who may require care, whatever their income. Carers can ask for an assessment of their own.',
    ],
    documents: [
      ['La liste de ce qui est difficile au quotidien', 'A list of what you find hard day to day'],
      ['Les traitements en cours', 'Your current medicines'],
    ],
    channels: ['phone', 'online', 'homeVisit'],
    contact: 'kent-county-council',
    cost: ['Évaluation gratuite ; l’aide peut être payante', 'The assessment is free; you may pay for care'],
    delay: ['Premier contact sous 2 semaines', 'First contact within two weeks'],
    url: 'https://www.kent.gov.uk',
  },
  {
    code: 'gb-council-tax-reduction',
    service: 'tax',
    title: ['Demander une réduction de la taxe locale (Council Tax)', 'Apply for a Council Tax reduction'],
    summary: [
      'La taxe d’habitation anglaise est levée par le district. Elle baisse d’un quart pour une personne seule, et davantage pour les bas revenus. Il faut la demander.',
      'Your district council collects Council Tax. You pay a quarter less if you live alone, and less again on a low income, but you must ask.',
    ],
    documents: [
      ['La référence de l’avis de taxe', 'Your Council Tax account number'],
      ['Vos revenus, votre épargne, votre loyer', 'Your income, savings and rent'],
    ],
    channels: ['online', 'phone', 'post', 'appointment'],
    contact: 'your-district',
    cost: free,
    delay: ['Environ 4 semaines', 'About four weeks'],
    url: govUk,
  },
])
