import type { admin as fr } from './admin.fr.ts'

/** What the command admin says, and what the start says of the sample accounts. */
export const admin: typeof fr = {
  command: {
    summary:
      'Administrators, from the machine itself: create makes one, list names them, reset-password gives an account a new password, revoke takes the role of administrator away.',
    options: {
      'create --email E --name N': 'makes an administrator; the password is shown once',
      '--organisation CODE': 'with create: the organisation (else that of the observatory)',
      '--password-stdin': 'with create: reads the password from standard input instead of making one',
      list: 'the list of administrators',
      'reset-password --email E': 'a new password for an account, shown once; its sessions are ended',
      '--without-second-step': 'with reset-password: also takes two-step verification off (lost phone)',
      'revoke --email E': 'takes the role of administrator away and ends the sessions; the account stays',
      '--json': 'one JSON document on standard output',
    },
  },
  unknownAction: (name) =>
    `Unknown action: ${name || '(none)'}. Actions: create, list, reset-password, revoke. passerelle admin --help explains them.`,
  missing: (option, example) => `${option} is missing: ${example}`,
  created: (name, email, organisation) => `Administrator made: ${name}, ${email} (${organisation}).`,
  password: (password) => `Password, shown this once: ${password}`,
  none: 'There is no administrator. Make the first: passerelle admin create --email you@example.org --name "Your Name"',
  line: (email, name, organisations, twoFactor) => `${email}  ${name}  (${organisations})${twoFactor ? '  two-step' : ''}`,
  reset: (email) => `The password of ${email} has been changed and its sessions are ended.`,
  revoked: (email) => `${email} is no longer an administrator; the sessions are ended.`,
  sampleTitle: 'Accounts of the sample observatory (passwords shown this once, kept nowhere):',
  sampleKept:
    'The sample accounts exist already (analyst@passerelle.example, …). Lost a password: passerelle admin reset-password --email administrator@passerelle.example',
  roles: {
    analyst: 'analyst',
    partnerManager: 'partner manager',
    officer: 'front-desk officer',
    referent: 'referent',
    coordinator: 'coordinator',
    moderator: 'moderator',
    administrator: 'administrator',
  },
  refusals: {
    'person.exists': (p) =>
      `There is already an account with the address ${p['email']}. Take another address, or change its password: passerelle admin reset-password --email ${p['email']}`,
    'person.unknown': (p) =>
      `There is no account with the address ${p['email']}. passerelle admin list names the administrators.`,
    'administrator.unknown': (p) => `${p['email']} is no administrator. passerelle admin list names those who are.`,
    'organisation.unknown': (p) => `No organisation has the code “${p['code']}”. Without --organisation it is the observatory’s.`,
    'email.invalid': (p) => `“${p['email']}” is no e-mail address; give all of it: --email name@example.org`,
    'name.missing': () => 'The name is empty; give it: --name "First Last"',
    'name.tooLong': () => 'The name has more than 100 characters; shorten it.',
    'password.tooShort': () => 'The password has fewer than 12 characters; take several words.',
    'password.tooLong': () => 'The password has more than 128 characters; shorten it.',
    'password.common': () => 'This password is among the first that a thief tries; take a few words of your own.',
    'password.personal': () => 'This password is mostly the name, the address or the name of the site; take another one.',
    'password.repetitive': () => 'This password repeats the same characters or a row of the keyboard; take another one.',
  },
}
