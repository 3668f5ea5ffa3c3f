import type { Procedure } from '#domain/territory'
import { free, homeProof, identity, procedures, servicePublic } from './write.ts'

/** France: library, school, nursery, sport, music, bus, waste. */
export const franceEveryday: readonly Procedure[] = procedures('FR', [
  {
    code: 'fr-library-card',
    service: 'library',
    title: ['Prendre une carte de bibliothèque', 'Join the library'],
    summary: [
      "Inscrivez-vous sur place en quelques minutes. La carte ouvre souvent toutes les bibliothèques du réseau, et l'offre numérique.",
      'Join at the desk in a few minutes. One card often opens every library of the network and its online collection.',
    ],
    documents: [identity, homeProof, ["L'accord d'un parent pour les mineurs", 'A parent’s consent for anyone under 18']],
    channels: ['faceToFace', 'online'],
    contact: 'your-mairie',
    cost: ['Gratuit ou quelques euros par an selon la commune', 'Free or a few euros a year, depending on the municipality'],
    delay: ['Tout de suite', 'At once'],
  },
  {
    code: 'fr-school-place',
    service: 'school',
    title: ["Inscrire un enfant à l'école", 'Enrol a child at school'],
    summary: [
      "La mairie délivre un certificat qui indique l'école ; vous prenez ensuite rendez-vous avec la directrice ou le directeur. L'école est obligatoire dès 3 ans.",
      'The town hall gives you a certificate naming the school; you then make an appointment with its head. School is compulsory from the age of three.',
    ],
    documents: [
      ['Le livret de famille ou un acte de naissance', 'The family record book or a birth certificate'],
      homeProof,
      ['Le carnet de santé avec les vaccinations à jour', 'The child’s health record with vaccinations up to date'],
    ],
    channels: ['faceToFace', 'online', 'appointment'],
    contact: 'your-mairie',
    cost: free,
    delay: ['À faire au printemps pour la rentrée de septembre', 'Apply in spring for September'],
    url: servicePublic,
  },
  {
    code: 'fr-school-meals',
    service: 'school',
    title: ['Inscrire un enfant à la cantine et au périscolaire', 'Sign a child up for school meals and after-school care'],
    summary: [
      'Remplissez le dossier une fois par an, puis réservez les repas et les garderies. Le prix dépend le plus souvent du quotient familial.',
      'Fill in the form once a year, then book meals and care by the day. What you pay usually depends on your family’s income.',
    ],
    documents: [
      ['Votre numéro d’allocataire ou votre avis d’impôt', 'Your family allowance number or your tax notice'],
      ["L'attestation d'assurance scolaire", 'Proof of school insurance'],
      ['Les allergies et les personnes autorisées à venir chercher l’enfant', 'Any allergies, and who may collect the child'],
    ],
    channels: ['online', 'faceToFace'],
    contact: 'your-mairie',
    cost: ['Selon le quotient familial', 'Depends on family income'],
    delay: ['Réservation jusqu’à la veille ou la semaine d’avant', 'Book by the day or the week before'],
  },
  {
    code: 'fr-nursery-place',
    service: 'earlyChildhood',
    title: ['Demander une place en crèche', 'Apply for a nursery place'],
    summary: [
      'Le relais petite enfance vous présente tous les modes de garde du secteur, crèches et assistantes maternelles. Une commission attribue les places ; restez en contact si la réponse tarde.',
      'The early childhood centre shows you all the childcare nearby, nurseries and childminders alike. A panel allots the places; keep in touch if the answer is slow.',
    ],
    documents: [
      ["L'acte de naissance, ou la déclaration de grossesse", 'The birth certificate, or proof of pregnancy'],
      ["Votre numéro d'allocataire Caf ou MSA", 'Your family allowance number'],
      ['Vos horaires de travail ou de formation', 'Your hours of work or training'],
    ],
    channels: ['appointment', 'online', 'phone'],
    contact: 'your-epci',
    cost: ['Selon les revenus et le nombre d’enfants (barème national)', 'By income and number of children (national scale)'],
    delay: ['Commission deux fois par an ; comptez 3 à 6 mois', 'The panel meets twice a year; allow three to six months'],
  },
  {
    code: 'fr-swimming-lessons',
    service: 'sport',
    title: ['S’inscrire aux cours de natation', 'Sign up for swimming lessons'],
    summary: [
      'Les inscriptions ouvrent avant chaque trimestre, souvent avec un court test dans l’eau. Les créneaux du mercredi partent les premiers.',
      'Registration opens before each term, often with a short trial in the water. Wednesday classes fill first.',
    ],
    documents: [identity, ['Un questionnaire de santé signé', 'A signed health questionnaire']],
    channels: ['faceToFace', 'online'],
    contact: 'your-epci',
    cost: ['Au trimestre ; tarif réduit pour les habitants du territoire', 'By the term; lower for residents'],
    delay: ['Réponse sous 2 semaines', 'Answer within two weeks'],
  },
  {
    code: 'fr-music-school',
    service: 'culture',
    title: ["S'inscrire à l'école de musique", 'Enrol at the music school'],
    summary: [
      "L'école propose l'éveil musical dès 5 ans, les instruments et les ensembles, aussi pour les adultes. Plusieurs écoles prêtent un instrument la première année.",
      'The school teaches beginners from the age of five, instruments and ensembles, adults too. Many lend an instrument for the first year.',
    ],
    documents: [homeProof, ["Votre avis d'impôt pour le tarif réduit", 'Your tax notice for the lower fee']],
    channels: ['faceToFace', 'online', 'appointment'],
    contact: 'your-mairie',
    cost: ['À l’année, selon les revenus', 'By the year, depending on income'],
    delay: ['Inscriptions en juin et en septembre', 'Enrol in June or September'],
  },
  {
    code: 'fr-bus-card',
    service: 'mobility',
    title: ['Obtenir une carte de bus', 'Get a bus card'],
    summary: [
      "Le réseau local propose des cartes pour les scolaires, les demandeurs d'emploi et les aînés ; le transport à la demande se réserve la veille par téléphone.",
      'The local network has cards for pupils, jobseekers and older people; the on-demand minibus is booked by phone the day before.',
    ],
    documents: [
      ["Une photo d'identité", 'A photo'],
      ['Un justificatif de situation pour le tarif réduit', 'Proof of your situation for the reduced fare'],
    ],
    channels: ['faceToFace', 'online', 'phone'],
    contact: 'your-epci',
    cost: ['Selon le réseau ; certains réseaux sont gratuits', 'Depends on the network; some are free'],
    delay: ['Tout de suite en agence, 10 jours par internet', 'At once at the travel office, ten days online'],
  },
  {
    code: 'fr-recycling-access',
    service: 'waste',
    title: ['Accéder à la déchèterie', 'Get access to the recycling centre'],
    summary: [
      'Demandez une carte ou faites enregistrer votre plaque, selon le secteur. Amiante, pneus et déchets des entreprises suivent d’autres règles : téléphonez avant.',
      'Ask for a card or have your number plate registered, depending on the area. Asbestos, tyres and trade waste follow other rules: phone first.',
    ],
    documents: [homeProof, ['La carte grise du véhicule', 'The vehicle’s registration document']],
    channels: ['online', 'faceToFace', 'phone'],
    contact: 'your-epci',
    cost: ['Gratuit pour les particuliers, dans la limite de volumes annuels', 'Free for households, up to a yearly volume'],
    delay: ['Carte envoyée sous 2 semaines', 'Card sent within two weeks'],
  },
])
