type Params = Readonly<Record<string, string | number>>

/** Ce que dit la commande admin, et ce que le démarrage dit des comptes d’exemple. */
export const admin = {
  command: {
    summary:
      'Administrateurs, depuis la machine elle-même : create en crée un, list les nomme, reset-password donne un nouveau mot de passe à un compte, revoke retire le rôle d’administrateur.',
    options: {
      'create --email E --name N': 'crée un administrateur ; son mot de passe est affiché une fois',
      '--organisation CODE': 'avec create : son organisation (celle de l’observatoire sinon)',
      '--password-stdin': 'avec create : lit le mot de passe sur l’entrée standard, au lieu d’en faire un',
      list: 'la liste des administrateurs',
      'reset-password --email E': 'nouveau mot de passe d’un compte, affiché une fois ; ses sessions sont fermées',
      '--without-second-step': 'avec reset-password : retire aussi la vérification en deux étapes (téléphone perdu)',
      'revoke --email E': 'retire le rôle d’administrateur et ferme les sessions ; le compte reste',
      '--json': 'un document JSON sur la sortie standard',
    },
  },
  unknownAction: (name: string) =>
    `Action inconnue : ${name || '(aucune)'}. Actions : create, list, reset-password, revoke. passerelle admin --help les explique.`,
  missing: (option: string, example: string) => `Il manque ${option} : ${example}`,
  created: (name: string, email: string, organisation: string) => `Administrateur créé : ${name}, ${email} (${organisation}).`,
  password: (password: string) => `Mot de passe, affiché cette seule fois : ${password}`,
  none: 'Aucun administrateur. Créez le premier : passerelle admin create --email vous@exemple.fr --name "Votre Nom"',
  line: (email: string, name: string, organisations: string, twoFactor: boolean) =>
    `${email}  ${name}  (${organisations})${twoFactor ? '  deux étapes' : ''}`,
  reset: (email: string) => `Le mot de passe de ${email} est changé et ses sessions sont fermées.`,
  revoked: (email: string) => `${email} n’est plus administrateur ; ses sessions sont fermées.`,
  sampleTitle: 'Comptes de l’observatoire d’exemple (mots de passe affichés cette seule fois, gardés nulle part) :',
  sampleKept:
    'Les comptes d’exemple existent déjà (analyst@passerelle.example, …). Mot de passe perdu : passerelle admin reset-password --email administrator@passerelle.example',
  roles: {
    analyst: 'analyste',
    partnerManager: 'responsable partenaire',
    officer: 'agent d’accueil',
    referent: 'référent',
    coordinator: 'coordinateur',
    moderator: 'modérateur',
    administrator: 'administrateur',
  },
  refusals: {
    'person.exists': (p: Params) =>
      `Un compte existe déjà à l’adresse ${p['email']}. Prenez une autre adresse, ou changez son mot de passe : passerelle admin reset-password --email ${p['email']}`,
    'person.unknown': (p: Params) => `Aucun compte à l’adresse ${p['email']}. passerelle admin list nomme les administrateurs.`,
    'administrator.unknown': (p: Params) =>
      `${p['email']} n’est pas administrateur. passerelle admin list nomme ceux qui le sont.`,
    'organisation.unknown': (p: Params) =>
      `Aucune organisation ne porte le code « ${p['code']} ». Sans --organisation, c’est celle de l’observatoire.`,
    'email.invalid': (p: Params) =>
      `« ${p['email']} » n’est pas une adresse électronique ; donnez-la en entier : --email nom@exemple.fr`,
    'name.missing': () => 'Le nom est vide ; donnez-le : --name "Prénom Nom"',
    'name.tooLong': () => 'Le nom a plus de 100 caractères ; raccourcissez-le.',
    'password.tooShort': () => 'Le mot de passe a moins de 12 caractères ; prenez plusieurs mots.',
    'password.tooLong': () => 'Le mot de passe a plus de 128 caractères ; raccourcissez-le.',
    'password.common': () => 'Ce mot de passe est parmi les premiers qu’un voleur essaie ; prenez une suite de mots à vous.',
    'password.personal': () => 'Ce mot de passe contient surtout le nom, l’adresse ou le nom du site ; prenez-en un autre.',
    'password.repetitive': () => 'Ce mot de passe répète les mêmes signes ou une suite du clavier ; prenez-en un autre.',
  } as Readonly<Record<string, (params: Params) => string>>,
}
