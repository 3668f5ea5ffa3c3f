import type * as French from '../fr/publicTexts.ts'

export const about: typeof French.about = {
  title: 'About this observatory',
  lead: 'Passerelle helps people find public services, and helps those who run them see where to act first.',
  parts: [
    {
      title: 'What you can find here',
      text: [
        'Places that receive the public, with their hours, access and position; procedures, with what to bring; and what surveys say, service by service.',
        'Both sides of the Channel are described in the same way: the Pas-de-Calais and Kent, in French and in English.',
      ],
    },
    {
      title: 'Where the data come from',
      text: [
        'Public files (INSEE, ONS, councils, national services) and partners. Every figure and every place states its source and date, and how sure it is.',
        'The sample observatory holds synthetic surveys, places and opening hours. It says so wherever they appear.',
      ],
    },
    {
      title: 'What we do not say',
      text: [
        'We draw no conclusion when too few people answered, or when a difference may be due to chance. The Method page gives the rules.',
        'Opening hours can change without our knowing. A call before you set off is still a good idea.',
      ],
    },
    {
      title: 'Free software',
      text: ['The code is published under the EUPL 1.2: any public body may install it, check it and improve it.'],
    },
  ],
}

export const accessibility: typeof French.accessibility = {
  title: 'Accessibility statement',
  lead: 'We want everyone to be able to use this site, with or without a mouse, with or without a screen. This page says where we stand, and does not flatter.',
  parts: [
    {
      title: 'How accessible this site is',
      text: [
        'This site aims at WCAG 2.2 level AA, EN 301 549 and the French RGAA 4.1. It is partially compliant: no independent audit has been made yet, and we claim none.',
      ],
    },
    {
      title: 'What was checked',
      text: [
        'With every version, automated tests open the pages in Chromium, in French and in English, on the screen of a phone (360 pixels) and of a computer (1,280 pixels), in light and dark themes. The tool axe-core must find no fault in them, and no page may be wider than its screen.',
        'The main journeys are replayed with the keyboard alone and without JavaScript. Every map and chart has its figures as text.',
      ],
    },
    {
      title: 'What was not',
      text: [
        'An automated tool finds only part of the barriers. No test has been made yet with disabled people, nor systematically with NVDA, JAWS, VoiceOver or a braille display, nor in Firefox and Safari.',
        'The interactive map needs JavaScript; the same information can be read in a table. Files and photos that partners bring may not all be described.',
        'The texts are not yet available in easy read, nor in sign language.',
      ],
    },
    {
      title: 'Report a barrier',
      text: [
        'If something stops you, write to or call the body that publishes this observatory: it must answer you and give you the information in another way. Tell it the address of the page and what you were trying to do.',
      ],
    },
    {
      title: 'If you are not happy with the answer',
      text: [
        'In France you can turn, free of charge, to the Défenseur des droits (the rights ombudsman): through the form on its site, with one of its local delegates, or by post without a stamp to Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.',
        'In England, contact the Equality Advisory and Support Service (EASS), which advises on equal access.',
      ],
    },
  ],
  links: {
    defender: 'Site of the Défenseur des droits (in French)',
    eass: 'Site of the EASS',
  },
  made: 'Statement prepared on 23 November 2026 from the tests of this version.',
}

export const privacy: typeof French.privacy = {
  title: 'Privacy',
  lead: 'You can read this whole site without an account and without being followed. This page says what is kept, by whom and for how long.',
  parts: [
    {
      title: 'If you read the site',
      text: [
        'No trackers, no advertising, no audience measurement, no cookies outside the surveys. Nothing is loaded from another site: fonts, styles and maps come from here.',
        'What you search for is not recorded by the software. Your position is never asked for: you type a town if you want to.',
      ],
    },
    {
      title: 'If you have a partner’s account',
      text: [
        'We keep your name, email address, organisation and roles for as long as the account exists. A session cookie, which is strictly necessary, recognises you; it goes when you sign out or when it expires.',
        'An audit log notes who changed what and when, so that public data stay trustworthy. It cannot be altered, and the body responsible sets how long it is kept.',
        'Each time you sign in, your IP address and the name of your browser are kept with the session: you can see them in the list of your sessions. A session lasts twelve hours at most, and two without use; when you sign out it is erased, with that address.',
        'The audit log keeps the IP address of each sign-in too, for as long as the log itself.',
        'Attempts to sign in are counted, to stop people who guess passwords.',
      ],
    },
    {
      title: 'Answers to surveys',
      text: [
        'Figures are published for groups, never for one person. When a group is so small that somebody could be recognised, nothing is shown.',
        'An answer that was sent keeps no name, address, time, device or code of a letter. Only the number of answers of each day is noted.',
        'While you answer, a cookie limited to the pages of the survey holds the code of your answers, so that you can go on with the same device. They are saved encrypted with that code, and deleted when you send them or after 30 days. A second cookie says only that somebody has answered with this browser.',
      ],
    },
    {
      title: 'Who is responsible',
      text: [
        'Each body answers for the data it brings, and the one that publishes this observatory for the site and the accounts. Ask it for its name and its data protection officer.',
      ],
    },
    {
      title: 'Your rights',
      text: [
        'You can ask to see, correct or erase what concerns you. In the United Kingdom, complaints go to the Information Commissioner’s Office (ICO); in France, to the CNIL.',
      ],
    },
  ],
}
