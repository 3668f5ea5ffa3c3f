import type { ServiceCode } from '#domain/territory'

/** What English speakers type when they want a service: its names, its abbreviations, and the things one goes there for; parted by commas. */
export const intentsEn: Readonly<Record<ServiceCode, string>> = {
  townHall: `
    town hall, council, council office, gateway, birth certificate, register a birth, register a death, marriage,
    register office, identity card, ID card, passport, electoral roll, register to vote, planning permission,
    building permit, housing, homeless, cemetery, mayor, civil registration, parking permit, licence`,
  familyAllowance: `
    family allowance, child benefit, housing benefit, CAF, help with rent, family benefits, tax credits,
    minimum income, disability allowance, in-work benefit`,
  healthInsurance: `
    health insurance, CPAM, health card, carte vitale, sick pay, refund of care, GHIC, EHIC, prescription charges,
    social security`,
  employment: `
    jobcentre, job centre, job, employment, work, unemployment, jobseeker, universal credit, DWP, training, CV,
    careers advice, find work, apprenticeship, dole`,
  postOffice: `
    post office, post, mail, parcel, stamp, letter, recorded delivery, cash, banking, royal mail, redirect post`,
  library: `
    library, books, borrow a book, wifi, computer, internet, reading, printing, storytime`,
  school: `
    school, primary school, secondary school, school place, school admissions, school meals, breakfast club,
    after-school club, term dates, free school meals, kindergarten`,
  earlyChildhood: `
    early childhood, nursery, nappy, nappies, baby, childminder, childcare, crèche, toddler, health visitor,
    children’s centre, family hub, funded childcare, playgroup, babysitter`,
  sport: `
    sport, swimming pool, swimming, pool, leisure centre, gym, pitch, swimming lessons, football, fitness, tennis,
    ice rink, sports hall, yoga`,
  mobility: `
    bus, school bus, bus pass, bus times, transport, train, station, coach, timetable, dial-a-ride, cycling,
    community transport, older person’s bus pass, taxi, mobility`,
  waste: `
    bin, bins, bin day, rubbish, refuse, recycling, tip, dump, waste, recycling centre, garden waste, bulky waste,
    missed bin, fly-tipping, bin collection, compost, skip`,
  socialService: `
    social services, social worker, social care, blue badge, care assessment, home care, carer, disability,
    food bank, debt advice, domestic abuse, child protection, fostering, safeguarding, care home, meals on wheels`,
  health: `
    doctor, GP, GP surgery, surgery, hospital, A&E, health centre, dentist, nurse, clinic, NHS, pharmacy,
    vaccination, midwife, maternity, minor injuries, chemist, walk-in centre, health, optician`,
  police: `
    police, police station, report a crime, theft, burglary, lost property, crime, gendarmerie, assault, PCSO`,
  tax: `
    tax, tax office, council tax, council tax reduction, income tax, HMRC, fine, tax return, self assessment, rates,
    property tax, pay a bill`,
  culture: `
    music school, music lessons, museum, theatre, cinema, concert, dance class, arts centre, culture, gallery,
    village hall, show, tourist information`,
}
