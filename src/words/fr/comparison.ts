export const comparison = {
  title: (service: string, inZone: string) => `${service} : en quoi les zones diffèrent-elles ${inZone} ?`,
  context: (root: string) => `Onze critères, une ligne par zone. Chaque zone est comparée ${root}.`,
  service: 'Service',
  show: 'Afficher',
  chart: (criterion: string) => `${criterion} : note et intervalle par zone`,
  tableTitle: 'Toutes les notes et leurs niveaux',
  criterion: 'Critère',
  zone: 'Zone',
  figures: 'Graphiques par critère',
  threshold: (score: string) => `Trait vertical : seuil de note haute, ${score}.`,
}
