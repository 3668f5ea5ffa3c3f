import type { collection as fr } from '../fr/collection.ts'

const list: typeof fr.list = {
  title: 'Have your say',
  lead: 'Some surveys are open. Your answers help to make public services near you better.',
  none: 'No survey is open at the moment.',
  noneHelp: 'Come back later, or read what people have already said.',
  until: (date) => `Open until ${date}`,
  answer: 'Answer',
  results: 'Read the results',
}

const welcome: typeof fr.welcome = {
  asks: (source) => `Who is asking: ${source}`,
  minutes: { satisfaction: '12 minutes at most.', elicitation: '5 minutes at most.' },
  timeTitle: 'How long does it take?',
  stop: 'You can stop and go on later.',
  whatTitle: 'What is it about?',
  what: {
    satisfaction: 'We ask which services you have used in the past year, then what you think of a few of them.',
    elicitation: 'We ask what makes a public service easy or hard for you. You answer in your own words.',
  },
  keptTitle: 'What is kept',
  kept: 'Your answers, and the day they were sent, counted with those of everybody else.',
  notKept: 'Not your name, your address, the time or your device. Nobody can know who answered what.',
  anonymous: 'Nobody will know who you are.',
  free: 'It is up to you to answer or not, and to leave questions empty.',
  until: (date) => `The survey is open until ${date}.`,
  begin: 'Begin',
  beginTitle: 'No code?',
  codeTitle: 'Do you have a code?',
  codeLabel: 'Your code',
  codeHint: 'The one in your letter, or the one you wrote down to go on later. For example 7KM2Q-9XVPD.',
  codeButton: 'Go on with this code',
  letterOnly: 'This survey is for people who got a letter. The code is written in it.',
  resumeTitle: 'You have begun on this device',
  resume: 'Go on where I stopped',
  forget: 'That was not me: forget it on this device',
  answeredTitle: 'Somebody has already answered on this device',
  answered: 'One answer for each person, please. If you are another person of the household, you can answer too.',
  answeredBegin: 'I am another person: begin',
  gone: 'Your answers are no longer here. Either they were sent, or they were deleted after 30 days, or your browser refuses cookies. If you wrote down a code, type it below.',
  forgotten: 'This device has forgotten everything. With your code you can go on here or elsewhere.',
  phases: {
    soon: (date) => `This survey opens on ${date}. Please come back then.`,
    over: (date) => `This survey ended on ${date}. Thank you to everybody who answered.`,
  },
  others: 'See the surveys open now',
}

const faults: typeof fr.faults = {
  title: 'Something needs to be put right',
  'code.missing': 'Type your code.',
  'code.unknown':
    'There is no such code, or its answers have been sent already. Check each sign: there are ten letters or digits.',
  'code.used': 'This code has already been used to answer. Thank you!',
  'link.closed': 'To answer you need the code written in the letter.',
  'survey.notOpen': 'This survey is not open.',
  'place.missing': 'Type the name of your town, or tick the box below.',
  'place.unknown': (text) => `We cannot find “${text}” in this area. Try another spelling, or tick the box below.`,
  'place.several': (text) => `Several towns look like “${text}”. Choose yours.`,
  'reason.missing': (service) => `${service}: say why you gave up.`,
  'important.tooMany': (chosen) => `You have ticked ${chosen}. Keep three at most.`,
  'words.tooLong': (length, most) => `Your text has ${length} characters. It can have ${most}.`,
  'citations.none': 'Write at least one thing.',
}

const form: typeof fr.form = {
  step: (number, total) => `Step ${number} of ${total}`,
  stepAtMost: (number, total) => `Step ${number} of ${total} at most`,
  next: 'Continue',
  toCheck: 'Save and check',
  back: 'Back',
  pause: 'Take a break',
  saved: 'Each page is saved when you continue.',
  codeTitle: 'Write down this code',
  codeText: 'It lets you go on later, here or on another device.',
  codeLetter: 'Your code, to go on later:',
  optional: 'You can leave this empty.',
  unsaid: 'I prefer not to say',
  conflictTitle: 'Another device has filled in this page too',
  conflictText: 'Nothing is lost. This is what was saved there:',
  conflictKeep: 'What you filled in here is in the page below. To keep it, press “Continue”.',
  conflictTake: 'Keep the answers of the other device instead',
  changed: 'Your answers were changed on another device. Read them again before you send them.',
}

const place: typeof fr.place = {
  title: 'Where do you live?',
  why: 'Answers are put together by area. Your town alone is never shown.',
  label: 'Your town or village',
  hint: 'Its name or postcode. You need not spell it exactly.',
  choose: 'Which one?',
  elsewhere: 'I live elsewhere, or I prefer not to say',
  unsaid: 'Elsewhere, or not said',
}

const uses: typeof fr.uses = {
  title: 'Which services have you used?',
  lead: 'Think of the past 12 months, for yourself or for somebody close to you. Leave empty what you did not need.',
  used: 'Used',
  gaveUp: 'I gave up',
  none: 'No need',
  gaveUpMeans: '“I gave up”: you needed it, but you stopped trying, or did not try.',
  nothing: 'No service used, none given up',
}

const reasons: typeof fr.reasons = {
  title: 'Why did you give up?',
  lead: 'Choose the reason that mattered most.',
  other: 'Another reason, or I prefer not to say',
}

const why: typeof fr.why = {
  information: 'I did not know about the service, or what it does',
  contact: 'I could not get in touch with it',
  delays: 'I would have had to wait too long',
  opening: 'It was closed when I could go',
  distance: 'It was too far away',
  transport: 'I had no way of getting there',
  building: 'The place was not suited to me',
  welcome: 'The welcome was bad, or I feared it would be',
  competence: 'I did not think I would get a good answer',
  procedures: 'It was too complicated: papers, internet, steps',
  cost: 'It was too expensive, or unfair',
}

const rating: typeof fr.rating = {
  title: (service) => service,
  counted: (number, of) => `Service ${number} of ${of}`,
  lead: 'Give a mark from 0 to 10. A question is not about you? Choose “No view”, or leave it empty.',
  worst: '0: very bad',
  best: '10: very good',
  none: 'No view',
  noneLong: 'No view, or not about me',
  parts: (count) => (count === 1 ? 'In detail: 1 more question' : `In detail: ${count} more questions`),
  importantTitle: 'What matters most to you in this service?',
  importantHint: 'Three answers at most.',
  channelUsed: 'Last time, how did you do it?',
  channelPreferred: 'How would you rather do it?',
  words: 'Would you like to add something?',
  wordsHint: 'In your own words. Do not write names. Somebody reads it before anything is published.',
  rated: (count, one) => (one ? `${count} mark given` : `${count} marks given`),
  unrated: 'No mark given',
  mattersMost: 'Matters most',
}

const channels: typeof fr.channels = {
  desk: 'In person',
  phone: 'By phone',
  online: 'Online',
  post: 'By post',
  relay: 'With help from a local helper or somebody close',
}

const citations: typeof fr.citations = {
  title: 'What makes a public service easy or hard for you?',
  lead: 'Write one thing in each box: what helps, or what gets in the way. One is enough, ten at most.',
  example: 'For example: “the opening hours do not fit with my job”.',
  label: (number) => `Thing ${number}`,
  more: 'Write other things',
  hint: 'Do not write names.',
}

const you: typeof fr.you = {
  title: 'And you?',
  lead: 'These questions show whether a service suits everybody. You do not have to answer any of them.',
  questions: {
    age: 'Your age',
    sex: 'You are',
    family: 'At home you live',
    activity: 'At the moment you are',
    digital: 'With the internet and computers you are',
  },
}

const publics: typeof fr.publics = {
  'sex:female': 'A woman',
  'sex:male': 'A man',
  'age:18-29': '18 to 29',
  'age:30-44': '30 to 44',
  'age:45-59': '45 to 59',
  'age:60-74': '60 to 74',
  'age:75+': '75 or older',
  'family:alone': 'Alone',
  'family:couple': 'As a couple, without children',
  'family:coupleWithChildren': 'As a couple, with children',
  'family:loneParent': 'Alone, with children',
  'activity:employed': 'In work',
  'activity:unemployed': 'Unemployed',
  'activity:retired': 'Retired',
  'activity:student': 'Studying or in training',
  'activity:atHome': 'At home, or in another situation',
  'digital:atEase': 'At ease',
  'digital:withHelp': 'At ease if somebody helps you',
  'digital:notAtEase': 'Not at ease',
}

const check: typeof fr.check = {
  title: 'Check your answers',
  lead: 'You can change everything. Once they are sent you cannot: nobody will know which answer is yours.',
  change: 'Change',
  send: 'Send my answers',
  untold: 'Not said',
  nothing: 'Nothing written',
}

const pause: typeof fr.pause = {
  title: 'Your answers are waiting for you',
  lead: 'Everything is saved. To go on later, write down this code.',
  kept: 'Your answers are kept for 30 days, locked with this code. After that they are deleted.',
  here: 'On this device, just come back to the address of the survey.',
  elsewhere: 'On another device, open this address and type the code:',
  resume: 'Go on now',
  shared: 'This device is not yours?',
  forget: 'Forget on this device',
  forgetHint: 'Write down the code first: without it your answers are lost.',
}

const thanks: typeof fr.thanks = {
  title: 'Thank you, your answers are sent',
  lead: 'They join those of other people. Nothing says which ones are yours.',
  later: 'When the survey has ended, the results will be here for everybody to read.',
  results: 'Read the results published so far',
  home: 'Go to the home page',
}

const preview: typeof fr.preview = {
  title: (name) => `Preview: ${name}`,
  lead: 'The questionnaire as somebody sees it who used one service and gave up another. Nothing is saved.',
}

/** Answering a survey, by link or by code. */
export const collection: typeof fr = {
  pages: {
    answerList: 'Have your say',
    answerWelcome: 'Survey',
    answerStep: 'Questionnaire',
    answerPause: 'Break',
    answerThanks: 'Thank you',
    answerPreview: 'Preview of the questionnaire',
  },
  list,
  welcome,
  faults,
  form,
  place,
  uses,
  reasons,
  why,
  rating,
  channels,
  citations,
  you,
  publics,
  check,
  pause,
  thanks,
  preview,
  codes: {
    'survey.unknown': () => 'No survey has this address. Check it in your letter, or see the list of surveys open now.',
    'sheet.wrong': (params) =>
      `An answer is not possible (${params['field'] ?? ''}: ${params['value'] ?? ''}). Go back to the page and try again.`,
  },
}
