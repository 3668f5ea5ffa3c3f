import type { Procedure } from '#domain/territory'
import { bankDetails, free, identity, procedures, servicePublic } from './write.ts'

/** France: identity, family, health insurance, employment, post. */
export const franceRights: readonly Procedure[] = procedures('FR', [
  {
    code: 'fr-identity-card',
    service: 'townHall',
    title: ["Demander ou renouveler une carte d'identité", 'Get or renew a French identity card'],
    summary: [
      "Remplissez d'abord la pré-demande en ligne, puis prenez rendez-vous dans une mairie équipée : ce n'est pas forcément la vôtre. Vous y déposez vos pièces et vos empreintes, puis vous revenez chercher la carte.",
      'Fill in the pre-application online, then book an appointment at any town hall with the equipment; it need not be your own. You go once to hand in papers and fingerprints, and once more to collect the card.',
    ],
    documents: [
      ['Le numéro de la pré-demande en ligne', 'The number of your online pre-application'],
      ["Une photo d'identité de moins de 6 mois", 'A passport-size photo less than six months old'],
      ["Un justificatif de domicile de moins d'un an", 'Proof of address less than one year old'],
      ["L'ancienne carte, ou la déclaration de perte ou de vol", 'The old card, or the report of its loss or theft'],
    ],
    channels: ['online', 'appointment', 'faceToFace'],
    contact: 'your-mairie',
    cost: [
      'Gratuit ; 25 € de timbre fiscal si vous ne pouvez pas rendre l’ancienne carte',
      'Free; a €25 tax stamp if you cannot hand in the old card',
    ],
    delay: [
      'Quelques semaines après le rendez-vous ; davantage avant l’été',
      'A few weeks after the appointment, longer before the summer',
    ],
    url: servicePublic,
  },
  {
    code: 'fr-birth-certificate',
    service: 'townHall',
    title: ['Obtenir un acte de naissance', 'Get a copy of a birth certificate'],
    summary: [
      'Adressez-vous à la mairie du lieu de naissance : sur place, par courrier ou en ligne. Méfiez-vous des sites payants, la démarche ne coûte rien.',
      'Ask the town hall of the place of birth, in person, by letter or online. Beware of websites that charge: the certificate costs nothing.',
    ],
    documents: [
      identity,
      ['Les noms, prénoms et dates de naissance de vos parents', 'The full names and dates of birth of your parents'],
    ],
    channels: ['online', 'post', 'faceToFace'],
    contact: 'your-mairie',
    cost: free,
    delay: ['Tout de suite au guichet, quelques jours par courrier', 'At once at the desk, a few days by post'],
    url: servicePublic,
  },
  {
    code: 'fr-housing-benefit',
    service: 'familyAllowance',
    title: ['Demander une aide au logement', 'Apply for help with your rent'],
    summary: [
      "La Caf peut prendre en charge une partie de votre loyer selon vos revenus, votre loyer et votre foyer. Faites la demande dès l'entrée dans le logement : les mois d'avant ne sont pas payés.",
      'The family allowance fund may pay part of your rent, depending on income, rent and household. Apply as soon as you move in: earlier months are not paid.',
    ],
    documents: [
      [
        "Le bail, ou l'attestation de loyer remplie par le propriétaire",
        'The lease, or the rent statement completed by your landlord',
      ],
      ['Vos ressources des douze derniers mois', 'Your income over the last twelve months'],
      bankDetails,
    ],
    channels: ['online', 'appointment', 'phone'],
    contact: 'caf-62',
    cost: free,
    delay: ['Réponse annoncée sous 1 mois', 'An answer is announced within a month'],
    url: 'https://www.caf.fr',
  },
  {
    code: 'fr-activity-bonus',
    service: 'familyAllowance',
    title: ["Demander la prime d'activité", 'Apply for the in-work benefit (prime d’activité)'],
    summary: [
      "La prime complète les revenus des personnes qui travaillent et gagnent peu. Faites d'abord une simulation, puis déclarez vos revenus tous les 3 mois.",
      'A monthly top-up for people in work on low pay. Try the online calculator first; afterwards you report your income every three months.',
    ],
    documents: [['Vos trois derniers bulletins de salaire', 'Your last three payslips'], bankDetails],
    channels: ['online', 'appointment', 'phone'],
    contact: 'caf-62',
    cost: free,
    delay: ['Premier versement le mois qui suit la demande', 'First payment the month after you apply'],
    url: 'https://www.caf.fr',
  },
  {
    code: 'fr-health-card',
    service: 'healthInsurance',
    title: ['Obtenir ou remplacer une carte Vitale', 'Get or replace a health insurance card (carte Vitale)'],
    summary: [
      'Commandez la carte depuis votre compte Ameli ou demandez le formulaire à l’accueil. En attendant, une attestation de droits suffit chez le médecin et à la pharmacie.',
      'Order it from your Ameli account or ask for the form at the desk. Until it comes, a certificate of entitlement is enough at the doctor’s and the chemist’s.',
    ],
    documents: [
      identity,
      ["Une photo d'identité récente", 'A recent photo'],
      ['Votre numéro de sécurité sociale', 'Your social security number'],
    ],
    channels: ['online', 'phone', 'post', 'faceToFace'],
    contact: 'cpam-cote-opale',
    cost: free,
    delay: ['Environ 3 semaines', 'About three weeks'],
    url: 'https://www.ameli.fr',
  },
  {
    code: 'fr-jobseeker',
    service: 'employment',
    title: ["S'inscrire à France Travail", 'Register as a jobseeker with France Travail'],
    summary: [
      "Inscrivez-vous dès la fin de votre contrat : l'allocation ne remonte pas avant l'inscription. Un conseiller vous reçoit ensuite pour préparer votre recherche.",
      'Register as soon as your contract ends: the allowance does not reach back before that day. An adviser then meets you to plan the search.',
    ],
    documents: [
      identity,
      ["L'attestation remise par votre dernier employeur", 'The certificate from your last employer'],
      ['Votre CV', 'Your CV'],
      bankDetails,
    ],
    channels: ['online', 'appointment', 'phone'],
    contact: 'france-travail',
    cost: free,
    delay: ['Premier entretien dans les 4 semaines', 'First interview within four weeks'],
    url: 'https://www.francetravail.fr',
  },
  {
    code: 'fr-mail-redirection',
    service: 'postOffice',
    title: ['Faire suivre son courrier', 'Have your post redirected'],
    summary: [
      'Quand vous déménagez, La Poste envoie votre courrier à la nouvelle adresse pendant six mois ou un an. Demandez-le quelques jours avant le départ.',
      'When you move, La Poste sends your letters on to the new address for six months or a year. Ask a few days before you leave.',
    ],
    documents: [identity, ["L'ancienne et la nouvelle adresse", 'The old address and the new one']],
    channels: ['online', 'faceToFace'],
    contact: 'la-poste',
    cost: ['Payant, selon la durée : voir le tarif au guichet', 'There is a charge, depending on the length: ask at the counter'],
    delay: ['5 jours ouvrés avant le premier renvoi', 'Five working days before the first redirection'],
    url: 'https://www.laposte.fr',
  },
])
