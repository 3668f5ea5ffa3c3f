import type { ItemCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'

/** Invented words of invented users. `waiting`: still to be read by a moderator, so that a new observatory has some. */
export interface SampleVerbatim {
  readonly service: ServiceCode
  readonly item: ItemCode | null
  readonly language: 'fr' | 'en'
  readonly original: string
  /** What is shown, where the words had to be changed. */
  readonly shown?: string
  readonly state: 'published' | 'waiting'
}

type Line = readonly [ServiceCode, ItemCode | null, string, ('waiting' | { readonly shown: string })?]

const french: readonly Line[] = [
  ['townHall', 'opening.hours', 'La mairie ferme à midi, je travaille : je n’y vais jamais sans poser une heure.'],
  ['townHall', 'welcome.courtesy', 'On vous connaît par votre nom, c’est agréable.'],
  ['townHall', 'procedures.documents', 'On m’a demandé trois fois le même justificatif.'],
  ['familyAllowance', 'contact.phone', 'J’ai appelé quatre fois avant d’avoir quelqu’un.'],
  ['familyAllowance', 'procedures.online', 'Le site m’a déconnectée au milieu du dossier, tout était perdu.'],
  ['familyAllowance', 'welcome.help', 'Sans ma fille je n’aurais pas su remplir la déclaration.'],
  ['healthInsurance', 'distance.time', 'Il faut aller jusqu’à Arras, une heure de car.'],
  ['healthInsurance', 'delays.answer', 'Réponse en une semaine, rien à redire.'],
  ['employment', 'welcome.listening', 'Mon conseiller prend le temps d’écouter.'],
  ['employment', 'contact.online', 'Tout se fait par l’espace en ligne ; quand il tombe en panne, il n’y a plus personne.'],
  ['postOffice', 'opening.days', 'Ouvert deux matins par semaine seulement, depuis l’été.'],
  [
    'postOffice',
    'delays.queue',
    'Trois quarts d’heure debout un samedi, Mme Delattre au guichet faisait ce qu’elle pouvait.',
    { shown: 'Trois quarts d’heure debout un samedi, la personne au guichet faisait ce qu’elle pouvait.' },
  ],
  ['library', 'opening.evenings', 'Ouverte le mercredi soir, enfin !'],
  ['library', 'welcome.courtesy', 'Accueil parfait, on a envie de revenir.'],
  ['school', 'competence.coordination', 'L’école et le périscolaire ne se parlent pas, je redis tout deux fois.'],
  ['earlyChildhood', 'cost.price', 'Le prix de la crèche, c’est la moitié de mon salaire.'],
  ['sport', 'opening.hours', 'La piscine est réservée aux scolaires toute la journée.'],
  ['sport', 'cost.price', 'À quatre, la sortie revient trop cher.'],
  ['mobility', 'transport.public', 'Plus de bus après 18 h 30.'],
  ['mobility', 'information.findable', 'Je n’ai jamais trouvé les horaires d’été.'],
  ['waste', 'opening.days', 'La déchèterie ouverte le dimanche matin, c’est très bien.'],
  ['socialService', 'welcome.confidentiality', 'On entend tout depuis la salle d’attente.'],
  ['socialService', 'delays.appointment', 'Rendez-vous en trois jours, ils m’ont sauvée.'],
  ['health', 'delays.appointment', 'Neuf mois pour l’ophtalmologiste.'],
  ['health', 'distance.time', 'Le médecin du village est parti et n’a pas été remplacé.'],
  ['health', 'competence.quality', 'Une fois devant le médecin, très bien soigné.'],
  ['police', 'opening.hours', 'Gendarmerie ouverte trois demi-journées par semaine.'],
  ['police', 'welcome.listening', 'On m’a écoutée sans me juger.'],
  ['tax', 'contact.orientation', 'Renvoyé de bureau en bureau avant le bon.'],
  ['tax', 'procedures.clarity', 'La lettre, je l’ai fait lire à deux personnes : aucune n’a compris.'],
  ['culture', 'distance.dailyLife', 'L’école de musique est à deux pas du collège, pratique.'],
  ['townHall', null, 'Appelez-moi au 06 00 00 00 00, je vous raconterai.', 'waiting'],
  ['health', null, 'Le docteur Martin de la rue de Dunkerque refuse les nouveaux patients.', 'waiting'],
  ['employment', null, 'On attend dehors sous la pluie.', 'waiting'],
  ['library', null, 'Il manque une rampe pour ma poussette.', 'waiting'],
  ['tax', null, 'Très bien reçu au centre de Saint-Omer, merci.', 'waiting'],
]

const english: readonly Line[] = [
  ['health', 'delays.appointment', 'You ring at eight and by five past everything has gone.'],
  ['health', 'competence.quality', 'The nurse sorted it in ten minutes.'],
  ['library', 'opening.evenings', 'Closes at five, so I only manage Saturdays.'],
  ['library', 'welcome.help', 'They sat with me while I filled in the blue badge form.'],
  ['mobility', 'transport.public', 'One bus a day from our village.'],
  ['mobility', 'cost.price', 'Four pounds return to see the dentist.'],
  ['townHall', 'contact.phone', 'Forty minutes of music, then cut off.'],
  ['townHall', 'procedures.online', 'Council tax online took five minutes, brilliant.'],
  ['waste', 'procedures.online', 'I cannot book a slot at the tip, I have no smartphone.'],
  ['police', 'contact.message', 'Reported it online and heard back the same day.'],
  ['employment', 'welcome.courtesy', 'Treated as if I were wasting their time.'],
  ['socialService', 'competence.followUp', 'A different person every time, and I start my story again.'],
  ['school', 'information.clear', 'The admissions page is clear and they answer questions.'],
  ['sport', 'building.stepFree', 'The hoist at the pool has been out of order since spring.'],
  ['postOffice', 'distance.dailyLife', 'It is in the Co-op now, much handier.'],
  ['tax', 'delays.queue', 'An hour on hold and still no answer.'],
  ['health', null, 'Ask for Sandra at the Dover surgery, she is wonderful.', 'waiting'],
  ['mobility', null, 'The driver waited for me, thank you.', 'waiting'],
  ['library', null, 'More large print please.', 'waiting'],
]

function linesOf(language: 'fr' | 'en', lines: readonly Line[]): SampleVerbatim[] {
  return lines.map(([service, item, original, fate]) => {
    const base = { service, item, language, original }
    if (fate === 'waiting') return { ...base, state: 'waiting' }
    return { ...base, shown: fate?.shown ?? original, state: 'published' }
  })
}

/** What users wrote in the sample's surveys of one side, in the words of that side. */
export function sampleVerbatims(territory: '62' | 'kent'): readonly SampleVerbatim[] {
  return territory === '62' ? linesOf('fr', french) : linesOf('en', english)
}
