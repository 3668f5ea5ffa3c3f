/** Long pages: a lead, then titled parts with paragraphs. */
export const about = {
  title: 'À propos de cet observatoire',
  lead: 'Passerelle aide les habitants à trouver les services publics, et celles et ceux qui les rendent à savoir où agir d’abord.',
  parts: [
    {
      title: 'Ce que vous y trouvez',
      text: [
        'Les lieux où l’on vous reçoit, avec leurs horaires, leurs accès et leur position ; les démarches, avec les pièces à apporter ; et ce que disent les enquêtes, service par service.',
        'Les deux côtés de la Manche sont décrits de la même façon : le Pas-de-Calais et le Kent, en français et en anglais.',
      ],
    },
    {
      title: 'D’où viennent les données',
      text: [
        'Des fichiers publics (INSEE, ONS, collectivités, services de l’État) et des partenaires. Chaque chiffre et chaque lieu dit sa source et sa date, et à quel point il est sûr.',
        'L’observatoire d’exemple contient des enquêtes, des lieux et des horaires synthétiques : c’est dit partout où ils paraissent.',
      ],
    },
    {
      title: 'Ce que nous ne disons pas',
      text: [
        'Nous ne concluons pas quand trop peu de personnes ont répondu, ni quand la différence peut être due au hasard. La page Méthode donne les règles.',
        'Les horaires peuvent changer sans que nous le sachions. Un appel avant de partir reste utile.',
      ],
    },
    {
      title: 'Un logiciel libre',
      text: ['Le code est publié sous licence EUPL 1.2 : toute collectivité peut l’installer, le vérifier et l’améliorer.'],
    },
  ],
}

export const accessibility = {
  title: 'Déclaration d’accessibilité',
  lead: 'Nous voulons que chacun puisse se servir de ce site, avec ou sans souris, avec ou sans écran. Cette page dit où nous en sommes, sans rien embellir.',
  parts: [
    {
      title: 'État de conformité',
      text: [
        'Ce site vise les règles WCAG 2.2 niveau AA, la norme EN 301 549 et le RGAA 4.1. Il est partiellement conforme : aucun audit n’a encore été fait par un organisme indépendant, et nous n’en revendiquons aucun.',
      ],
    },
    {
      title: 'Ce qui a été vérifié',
      text: [
        'À chaque version, des tests automatiques ouvrent les pages dans Chromium, en français et en anglais, sur un écran de téléphone (360 pixels) et d’ordinateur (1 280 pixels), en thème clair et sombre. L’outil axe-core ne doit y trouver aucune faute, et aucune page ne doit déborder de l’écran.',
        'Les parcours principaux sont rejoués au clavier seul et sans JavaScript. Chaque carte et chaque graphique a ses chiffres en texte.',
      ],
    },
    {
      title: 'Ce qui ne l’a pas été',
      text: [
        'Un outil automatique ne trouve qu’une partie des obstacles. Aucun test n’a encore été fait avec des personnes handicapées, ni de façon suivie avec NVDA, JAWS, VoiceOver ou une plage braille, ni dans Firefox et Safari.',
        'La carte interactive demande JavaScript ; la même information se lit dans un tableau. Les fichiers que déposent les partenaires et leurs photos peuvent ne pas être tous décrits.',
        'Les textes ne sont pas encore proposés en langage facile à lire et à comprendre (FALC), ni en langue des signes.',
      ],
    },
    {
      title: 'Signaler un obstacle',
      text: [
        'Si quelque chose vous arrête, écrivez ou téléphonez à l’organisme qui publie cet observatoire : il doit vous répondre et vous donner l’information autrement. Indiquez l’adresse de la page et ce que vous vouliez faire.',
      ],
    },
    {
      title: 'Si la réponse ne vient pas',
      text: [
        'En France, vous pouvez saisir gratuitement le Défenseur des droits : par le formulaire de son site, auprès d’un de ses délégués près de chez vous, ou par courrier sans timbre à Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.',
        'En Angleterre, adressez-vous à l’Equality Advisory and Support Service (EASS), qui conseille sur l’égalité d’accès.',
      ],
    },
  ],
  links: {
    defender: 'Site du Défenseur des droits',
    eass: 'Site de l’EASS (en anglais)',
  },
  made: 'Déclaration établie le 23 novembre 2026 à partir des tests de cette version.',
}

export const privacy = {
  title: 'Vie privée',
  lead: 'Vous pouvez lire tout ce site sans compte et sans être suivi. Cette page dit ce qui est gardé, par qui et combien de temps.',
  parts: [
    {
      title: 'Si vous consultez le site',
      text: [
        'Aucun traceur, aucune publicité, aucune mesure d’audience, aucun cookie hors des enquêtes. Rien n’est chargé depuis un autre site : polices, styles et cartes viennent d’ici.',
        'Ce que vous cherchez n’est pas enregistré par le logiciel. Votre position n’est jamais demandée : vous tapez une commune si vous le voulez.',
      ],
    },
    {
      title: 'Si vous avez un compte de partenaire',
      text: [
        'Nous gardons votre nom, votre adresse électronique, votre organisme et vos rôles, tant que le compte existe. Un cookie de session, indispensable, vous reconnaît ; il disparaît à la déconnexion ou à son échéance.',
        'Un journal d’audit note qui a changé quoi et quand, pour que les données publiques restent dignes de confiance. Il ne peut pas être modifié, et sa durée de conservation est fixée par l’organisme responsable.',
        'À chaque connexion, votre adresse IP et le nom de votre navigateur sont gardés avec la session : vous les voyez dans la liste de vos sessions. Une session vaut douze heures au plus, et deux heures sans usage ; à la déconnexion, elle est effacée avec cette adresse.',
        'Le journal d’audit garde lui aussi l’adresse IP de chaque connexion, aussi longtemps que le journal lui-même.',
        'Les tentatives de connexion sont comptées, pour arrêter celles et ceux qui devinent des mots de passe.',
      ],
    },
    {
      title: 'Les réponses aux enquêtes',
      text: [
        'Les chiffres sont publiés par groupes, jamais pour une personne. Quand un groupe est si petit qu’on pourrait reconnaître quelqu’un, rien n’est montré.',
        'Une réponse envoyée ne garde ni nom, ni adresse, ni heure, ni appareil, ni code de la lettre. Seul le nombre de réponses de chaque jour est noté.',
        'Tant que vous répondez, un cookie limité aux pages de l’enquête garde le code de vos réponses, pour reprendre sur le même appareil. Elles sont enregistrées chiffrées avec ce code, et effacées à l’envoi ou après 30 jours. Un second cookie dit seulement que quelqu’un a répondu depuis ce navigateur.',
      ],
    },
    {
      title: 'Qui est responsable',
      text: [
        'Chaque organisme répond des données qu’il apporte, et celui qui publie cet observatoire répond du site et des comptes. Son nom et son délégué à la protection des données se demandent auprès de lui.',
      ],
    },
    {
      title: 'Vos droits',
      text: [
        'Vous pouvez demander à voir, corriger ou effacer ce qui vous concerne. En France, une réclamation se fait auprès de la CNIL ; au Royaume-Uni, auprès de l’Information Commissioner’s Office (ICO).',
      ],
    },
  ],
}
