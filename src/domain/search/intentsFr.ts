import type { ServiceCode } from '#domain/territory'

/** What French speakers type when they want a service: its names, its abbreviations, and the things one goes there for; parted by commas. */
export const intentsFr: Readonly<Record<ServiceCode, string>> = {
  townHall: `
    mairie, hôtel de ville, état civil, carte d’identité, CNI, passeport, papiers, acte de naissance,
    acte de mariage, acte de décès, mariage, PACS, naissance, décès, cimetière, livret de famille, liste électorale,
    inscription électorale, voter, permis de construire, urbanisme, cadastre, recensement,
    légalisation de signature, maire`,
  familyAllowance: `
    CAF, caisse d’allocations familiales, allocations familiales, APL, aide au logement, RSA, prime d’activité,
    prime de naissance, PAJE, allocation de rentrée scolaire, AAH, allocation adulte handicapé, MSA`,
  healthInsurance: `
    CPAM, caisse d’assurance maladie, assurance maladie, sécurité sociale, sécu, carte Vitale, ameli,
    remboursement de soins, arrêt maladie, indemnités journalières, complémentaire santé solidaire, CSS, mutuelle`,
  employment: `
    France Travail, Pôle emploi, ANPE, emploi, travail, chômage, mission locale, formation, CV, chercher un emploi,
    trouver du travail, allocation chômage, apprentissage`,
  postOffice: `
    La Poste, bureau de poste, poste, courrier, colis, timbre, lettre recommandée, recommandé, banque postale,
    retrait d’argent, mandat, agence postale, point relais`,
  library: `
    bibliothèque, médiathèque, livre, emprunter un livre, ludothèque, internet, wifi, ordinateur, lecture`,
  school: `
    école, maternelle, école primaire, collège, inscription scolaire, cantine, garderie, périscolaire,
    centre de loisirs, étude du soir, rentrée`,
  earlyChildhood: `
    petite enfance, crèche, couches, bébé, nounou, assistante maternelle, halte-garderie, PMI, relais petite enfance,
    mode de garde, vaccin bébé, multi-accueil`,
  sport: `
    sport, piscine, natation, nager, gymnase, stade, salle de sport, club de sport, terrain de football, patinoire,
    cours de natation, dojo, aquagym`,
  mobility: `
    bus, car scolaire, transport, transport à la demande, navette, abonnement de bus, arrêt de bus, gare, train,
    covoiturage, vélo, horaires de bus, mobilité, taxi social`,
  waste: `
    déchets, poubelle, déchèterie, déchetterie, ordures ménagères, encombrants, recyclage, tri, bac jaune,
    composteur, sacs jaunes, ramassage des ordures, gravats, déchets verts, benne à verre`,
  socialService: `
    assistante sociale, service social, aide sociale, MDS, Maison du Département Solidarité, MDPH, handicap, APA,
    CCAS, aide à domicile, aide alimentaire, surendettement, protection de l’enfance, ASE, violences conjugales,
    EHPAD, France Services, personnes âgées, carte mobilité inclusion`,
  health: `
    médecin, docteur, hôpital, urgences, centre de santé, maison de santé, généraliste, dentiste, infirmière,
    pharmacie, vaccin, sage-femme, maternité, kiné, santé, ophtalmologue, psychologue`,
  police: `
    police, gendarmerie, commissariat, porter plainte, plainte, vol, main courante, procuration, objets trouvés,
    cambriolage, opération tranquillité vacances, agression`,
  tax: `
    impôts, trésor public, finances publiques, taxe foncière, taxe d’habitation, centre des impôts, amende,
    trésorerie, déclaration de revenus, avis d’imposition, payer une facture, perception, fisc`,
  culture: `
    école de musique, conservatoire, musée, théâtre, cinéma, spectacle, cours de danse, concert, culture, solfège,
    salle des fêtes, arts plastiques, office de tourisme`,
}
